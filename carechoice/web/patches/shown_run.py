"""Each connection tells the session which run of its page the browser shows.

This layer stands between server and browser, sees what has gone out, and adds that to each question
of the browser. A new connection knows nothing, so a browser that comes back gets its whole page.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

# The name of a fragment that no page has: the run leaves alone what it does not bring.
NO_FRAGMENT = "nothing-else"
# After so long what has gone out is there, and a question is of somebody who may have seen it; a
# person who acts on what they see takes longer.
SECONDS_ON_THE_WAY = 0.5


def claim_of(run: str) -> str:
    """The claim of a browser that it shows all of a run. No hash of a message looks like it."""
    return f"all of run {run}"


def seen_claim_of(run: str) -> str:
    """The claim of a browser that it has shown a run long enough for the person to see it."""
    return f"all of run {run}, for a while"


class TellsWhatIsShown:
    """Has each question of a browser say which run its page shows."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but the beginnings of runs that leave the rest alone."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        line = BrowserLine(get_running_loop().time)

        async def hear() -> Message:
            event = await receive()
            question = event.get("bytes")
            return {**event, "bytes": line.asks(question)} if question else event

        async def say(event: Message) -> None:
            said = event.get("bytes")
            if not said or line.passes(said):
                await send(event)

        await self._app(scope, hear, say)


class BrowserLine:
    """The line to one browser, with the run that its page shows: "" while that is not known.

    ``now`` says how many seconds have passed since some moment.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._shown = ""
        self._begun = ""
        # The moment at which its last message went out.
        self._shown_at = 0.0

    def asks(self, question: bytes) -> bytes:
        """What the browser asks, with what it shows."""
        asked = BackMsg.FromString(question)
        if not self._shown or asked.WhichOneof("type") != "rerun_script":
            return question
        asked.rerun_script.cached_message_hashes.append(claim_of(self._shown))
        if self._now() - self._shown_at >= SECONDS_ON_THE_WAY:
            asked.rerun_script.cached_message_hashes.append(seen_claim_of(self._shown))
        told: bytes = asked.SerializeToString()
        return told

    def passes(self, said: bytes) -> bool:
        """Take note of a message of the server; return whether it is passed on."""
        message = ForwardMsg.FromString(said)
        kind, run = message.WhichOneof("type"), message.metadata.run
        if kind == "script_finished":
            self._end(message)
        if kind != "new_session":
            return True
        leaves_the_rest = NO_FRAGMENT in run.fragment_ids
        # Nothing is known of what a run left alone that this line has not seen.
        is_all_known = bool(self._shown) if leaves_the_rest else not run.fragment_ids
        self._begun, self._shown = run.script_run_id if is_all_known else "", ""
        return not leaves_the_rest

    def _end(self, message: ForwardMsg) -> None:
        is_ended = message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        is_begun = message.metadata.run.script_run_id == self._begun
        self._shown = self._begun if is_ended and is_begun else ""
        self._shown_at = self._now()
