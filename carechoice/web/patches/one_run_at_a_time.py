"""Only one run of a page at a time uses what the session holds, and none after a newer one has.

The framework begins a run while the one before still goes on to its next stop, and gives each a
lock of its own. What the older one then puts into the session while the newer one tidies up is
lost, all inputs with it, and the page ends with an error. And a run that is stopped before it has
taken in what the browser said takes that away with it: here the next run takes it in first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from threading import RLock
from types import TracebackType
from typing import Any
from weakref import proxy

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime import state as framework
from streamlit.runtime.scriptrunner import StopException, script_runner
from streamlit.runtime.state import SafeSessionState, SessionState

from carechoice.turns.queue import aside
from carechoice.web.patches.stale_values import LastSaid


class Runs:
    """The runs of one session: the lock that all of them share, and which of them came last."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.numbers = count(1)
        # The run that took in last what the browser said.
        self.latest = 0
        # Messages of the browser that no run has taken in, in order, with the run for each.
        self._said: deque[tuple[int, WidgetStates]] = deque()
        # The messages that a run has taken in.
        self.last_said = LastSaid()

    def hear(self, run: int, said: WidgetStates) -> None:
        """Keep what the browser said for this run; the runs have to be told of in their order."""
        self._said.append((run, said))

    def said_before(self, run: int) -> Iterator[WidgetStates]:
        """What no run has taken in that was said before; it counts as taken in, as does its own."""
        while self._said and self._said[0][0] <= run:
            of, said = self._said.popleft()
            if of < run:
                yield said

    def wait(self) -> None:
        """Wait for the lock. A run that has to wait lets others have its turn meanwhile.

        The run that has the lock may wait for that turn itself, or for a file to be read.
        """
        if not self.lock.acquire(blocking=False):
            with aside():
                self.lock.acquire()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Have the lock."""
        self.wait()
        try:
            yield
        finally:
            self.lock.release()


class StateOfRuns(SessionState):
    """The state of a session, with the runs that share it."""

    def __init__(self) -> None:
        super().__init__()
        self.runs = Runs()


class Turn:
    """The lock, for one run: told to stop while it waited, it stops before it does anything."""

    def __init__(self, run: HeldByOneRun) -> None:
        # The run holds this.
        self._run = proxy(run)

    def __enter__(self) -> None:
        runs = self._run.runs
        runs.wait()
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
    # Whether any page of the session was drawn, and whether the browser does not show the last yet.
    is_drawn: bool
    is_behind: bool

    def __init__(self, state: SessionState, yield_callback: Callable[[], None]) -> None:
        super().__init__(state, yield_callback)
        # A page that is run by itself has one run at a time anyway.
        runs = state.runs if isinstance(state, StateOfRuns) else Runs()
        # Its attributes are otherwise entries of the session.
        for name, value in (("runs", runs), ("number", next(runs.numbers)), ("_lock", Turn(self))):
            object.__setattr__(self, name, value)
        self.hears_from(is_drawn=False, is_behind=False)

    def hears_from(self, *, is_drawn: bool, is_behind: bool) -> None:
        """Know what the browser that asks for this run can have seen."""
        object.__setattr__(self, "is_drawn", is_drawn)
        object.__setattr__(self, "is_behind", is_behind)

    def hear(self, said: WidgetStates) -> None:
        """Keep what the browser has said for this run to take in, or for the next one."""
        self.runs.hear(self.number, said)

    def on_script_will_rerun(self, fresh_widget_states: WidgetStates | None, **named: Any) -> None:
        """Take in what the browser said, first what older runs were stopped before they took in.

        Who is told to stop does it too, and stops then. Nobody does it after a newer run.
        """
        with self.runs.held():
            if self.number < self.runs.latest:
                raise StopException
            self.runs.latest = self.number
            for said in self.runs.said_before(self.number):
                self._state.on_script_will_rerun(self._news_in(said))
                # It was not shown yet what this has led to when the next was said.
                self.hears_from(is_drawn=self.is_drawn, is_behind=self.is_drawn)
            fresh = fresh_widget_states and self._news_in(fresh_widget_states)
            self._state.on_script_will_rerun(fresh, **named)

    def _news_in(self, said: WidgetStates) -> WidgetStates:
        return self.runs.last_said.news(said, is_behind=self.is_behind)

    def on_script_finished(self, *given: Any, **named: Any) -> None:
        """Tidy up, unless that is for a newer run to do, which has other inputs."""
        with self.runs.held():
            if self.number >= self.runs.latest:
                self._state.on_script_finished(*given, **named)


def run_one_at_a_time() -> None:
    """Install the change for every session that this process begins from now on."""
    setattr(framework, SessionState.__name__, StateOfRuns)
    setattr(script_runner, SafeSessionState.__name__, HeldByOneRun)
