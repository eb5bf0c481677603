"""What a session holds is had by one of its runs at a time, and never by an older one again.

The framework begins a run while the one before still goes on to its next stop, and gives each a
lock of its own. What the older one puts into the session while the newer one tidies up is lost
then, all inputs with it, and a page ends with an error.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from threading import RLock
from types import TracebackType
from typing import Any

from streamlit.runtime import state as framework
from streamlit.runtime.scriptrunner import StopException, script_runner
from streamlit.runtime.state import SafeSessionState, SessionState


class Runs:
    """The runs of one session: the lock that all of them share, and which of them came last."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.numbers = count(1)
        # The run that took in last what the browser said.
        self.latest = 0


class StateOfRuns(SessionState):
    """What a session holds, with the runs that share it."""

    def __init__(self) -> None:
        super().__init__()
        self.runs = Runs()


class Turn:
    """The lock, for one run: told to stop while it waited, it stops before it does anything."""

    def __init__(self, run: HeldByOneRun) -> None:
        self._run = run

    def __enter__(self) -> None:
        runs = self._run.runs
        runs.lock.acquire()
        if runs.latest == self._run.number:
            return
        try:
            self._run._yield_callback()
        except BaseException:
            runs.lock.release()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._run.runs.lock.release()


class HeldByOneRun(SafeSessionState):
    """What a session holds, for one of its runs."""

    runs: Runs
    number: int

    def __init__(self, state: SessionState, yield_callback: Callable[[], None]) -> None:
        super().__init__(state, yield_callback)
        # A page that is run by itself has one run at a time anyway.
        runs = state.runs if isinstance(state, StateOfRuns) else Runs()
        # Its attributes are otherwise entries of the session.
        for name, value in (("runs", runs), ("number", next(runs.numbers)), ("_lock", Turn(self))):
            object.__setattr__(self, name, value)

    def on_script_will_rerun(self, *given: Any, **named: Any) -> None:
        """Take in what the browser says, unless a newer run has taken in what it said since.

        Who waits for an older run does not look again whether it is to stop: what a person did
        would be lost.
        """
        self._yield_callback()
        with self.runs.lock:
            if self.number < self.runs.latest:
                raise StopException
            self.runs.latest = self.number
            self._state.on_script_will_rerun(*given, **named)

    def on_script_finished(self, *given: Any, **named: Any) -> None:
        """Tidy up, unless that is for a newer run to do, which has other inputs."""
        with self.runs.lock:
            if self.number >= self.runs.latest:
                self._state.on_script_finished(*given, **named)


def hold_by_one_run() -> None:
    """For every session that this process begins from now on."""
    setattr(framework, SessionState.__name__, StateOfRuns)
    setattr(script_runner, SafeSessionState.__name__, HeldByOneRun)
