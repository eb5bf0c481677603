"""Whether the server can answer: it works out a comparison, and each page runs without an error.

The framework says that it is well even while every page is broken, because it runs none.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.script_data import ScriptData
from streamlit.runtime.state import SCRIPT_RUN_WITHOUT_ERRORS_KEY

from carechoice.comparison.compare import compare
from carechoice.inputs import clock
from carechoice.inputs.scenario import Scenario
from carechoice.ui import pages

# Pages are run again so often, whoever asks meanwhile: a look at every page is a second's work.
SECONDS_BETWEEN_LOOKS = 60
PATIENCE_SECONDS = 30
STEP_SECONDS = 0.05

Look = Callable[[], Awaitable[str]]


class Readiness:
    """The result of the last look at the pages; it can be asked for as often as one likes."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._found = "No page has been run yet."
        self._until = 0.0
        self._running: asyncio.Task[None] | None = None

    async def problem(self) -> str:
        """Why the server cannot answer, in a sentence; nothing where it can."""
        loop = asyncio.get_running_loop()
        if loop.time() >= self._until and self._running is None:
            self._running = loop.create_task(self._look_anew())
        if self._running is not None and self._found:
            # A good result counts until a new look finds otherwise; only the first is waited for.
            await asyncio.shield(self._running)
        return self._found

    async def _look_anew(self) -> None:
        try:
            self._found = await self._look()
        finally:
            self._until = asyncio.get_running_loop().time() + SECONDS_BETWEEN_LOOKS
            self._running = None


async def look_at_all() -> str:
    """The first of these that fails, in a sentence."""
    if not Runtime.exists():
        return "The framework has not started."
    try:
        await run_in_threadpool(lambda: compare(Scenario.default(clock.today())))
    except Exception as error:
        return f"No comparison can be worked out: {type(error).__name__}."
    for page in pages.PAGES:
        if not await _runs(page):
            return f"The page {page!r} does not run."
    return ""


async def _runs(page: str) -> bool:
    """Whether a page runs without errors, checked as the framework's own check does."""
    runtime = Runtime.instance()
    session = AppSession(
        script_data=ScriptData(runtime._main_script_path, is_hello=False),
        uploaded_file_manager=runtime.uploaded_file_mgr,
        script_cache=runtime._script_cache,
        message_enqueued_callback=None,
        user_info={},
    )
    try:
        session.request_rerun(ClientState(page_name=page if page != pages.FIRST else ""))
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE_SECONDS
        while SCRIPT_RUN_WITHOUT_ERRORS_KEY not in session.session_state and loop.time() < end:
            await asyncio.sleep(STEP_SECONDS)
        return SCRIPT_RUN_WITHOUT_ERRORS_KEY in session.session_state and bool(
            session.session_state[SCRIPT_RUN_WITHOUT_ERRORS_KEY]
        )
    finally:
        session.shutdown()
