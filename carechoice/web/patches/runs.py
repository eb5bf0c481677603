"""Pages run, and files are made, in turn: nobody waits behind all that one visitor asks for.

A run waits in its own thread after it has taken in what was chosen and before it draws anything. So
what a browser says meanwhile is heard, no choice is lost, and a newer run takes its place at once.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from time import monotonic
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse
from streamlit.runtime import app_session
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.scriptrunner import RerunData, ScriptRunner

from carechoice.turns.queue import ASKED_BY, Turns, make_way
from carechoice.web.patches.one_run_at_a_time import HeldByOneRun
from carechoice.web.work import TURNS

# A file to take along is made beside the runs of pages, which it would hold up: some take a second.
FILES = Turns(1, longest_seconds=5.0)


# Is told of a run of a page, with its seconds.
Ran = Callable[[float], None]


class RunsInTurn(ScriptRunner):
    """The framework's runs of one page, each in a turn of the address that has asked for it.

    Requests from this machine are not counted by address: there each visit has turns of its own.
    """

    turns: Turns = TURNS

    def __init__(self, session_id: str, *given: Any, **named: Any) -> None:
        super().__init__(session_id, *given, **named)
        said, held = named["initial_rerun_data"].widget_states, self._session_state
        if said is not None and isinstance(held, HeldByOneRun):
            # A newer run may stop this one before its thread begins.
            held.hear(said)
        self._asked_by = ASKED_BY.get()
        self._who = self._asked_by or session_id

    @staticmethod
    def ran(_seconds: float) -> None:
        """Hear of a run that is over; nobody asks for it unless runs are counted."""

    def _run_script_thread(self) -> None:
        """Have the page run as often as it is asked for, then hold nothing that holds this.

        Python frees what is held by nobody at once. What holds itself it finds only where it looks
        at all that visits hold, and everybody waits for that.
        """
        try:
            super()._run_script_thread()
        finally:
            del self._session_state
            self._script_thread = None

    def _maybe_handle_execution_control_request(self) -> None:
        """Stop here if that is asked for, and make way for others: between any two parts drawn."""
        super()._maybe_handle_execution_control_request()
        make_way()

    def _run_script(self, rerun_data: RerunData) -> None:
        """Run the page as the framework does, and draw it once it is its turn."""
        ASKED_BY.set(self._asked_by)
        since = monotonic()
        try:
            self._run_in_turn(rerun_data)
        finally:
            self.ran(monotonic() - since)

    def _run_in_turn(self, rerun_data: RerunData) -> None:
        context = self._get_script_run_ctx()
        begins = context.on_script_start
        with ExitStack() as turn:

            def begins_in_turn() -> None:
                # What was chosen has been taken in: before that a newer choice would end the run.
                delattr(context, begins.__name__)
                turn.enter_context(self.turns.turn_of(self._who))
                begins()

            setattr(context, begins.__name__, begins_in_turn)
            try:
                super()._run_script(rerun_data)
            finally:
                vars(context).pop(begins.__name__, None)


class FilesInTurn(DeferredFileHandler):
    """Makes the files of the framework's buttons, each in a turn of the address that asks."""

    turns: Turns = FILES

    async def handle(
        self, request: BackendOperationRequest, session_id: str
    ) -> BackendOperationResponse:
        """Make the file as the framework does, once it is its turn."""
        async with self.turns.awaited_turn_of(ASKED_BY.get() or session_id):
            return await super().handle(request, session_id)


def take_turns(at_a_time: int, ran: Ran | None = None) -> None:
    """Have pages and files of this process take turns; ``at_a_time`` pages and answers at once.

    ``ran`` is told of each run of a page, with its seconds from when it was asked for.
    """
    TURNS.allow(max(1, at_a_time))
    if ran:
        setattr(RunsInTurn, RunsInTurn.ran.__name__, staticmethod(ran))
    for framework, ours in ((ScriptRunner, RunsInTurn), (DeferredFileHandler, FilesInTurn)):
        setattr(app_session, framework.__name__, ours)
