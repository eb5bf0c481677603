"""Turns: a few work at a time, and of those that wait, whoever has used least comes next.

What counts is the time that each address has used since somebody was last at work without a break.
An address that comes meanwhile begins where the last turn began: being away saves up nothing and
owes nothing. So whoever wants a little waits for part of one turn of somebody who wants much. Those
who want much share what is left, and get a thirtieth at least: what newcomers begin with grows by
that part of the time.
(After Goyal, Vin and Cheng, Start-Time Fair Queuing, 1996.)
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Future
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from threading import Lock
from time import monotonic

# Beyond this many addresses, the half that has used least is forgotten.
MOST_REMEMBERED = 2_000
LEAST_SHARE_OF_MUCH = 1 / 30
# Work that has run for less than this is not interrupted: changing turns has a cost, too.
SHORTEST_SECONDS = 0.01
# The turn in which this is done.
_HELD: ContextVar[Turn | None] = ContextVar("held", default=None)
# An address; "" for this machine, and where nobody asks.
ASKED_BY: ContextVar[str] = ContextVar("asked_by", default="")


class Turn:
    """Somebody's turn, for which they wait, and which they have until it is given or taken back."""

    def __init__(self, of: Turns, who: str) -> None:
        self.of = of
        self.who = who
        self.coming: Future[None] = Future()
        self.since = 0.0


class Turns:
    """``at_a_time`` may work at once. Safe for threads and for coroutines, also together.

    Work that takes longer than ``longest_seconds`` goes on, but the next does not wait for it.
    ``now`` tells seconds.
    """

    def __init__(
        self, at_a_time: int, *, longest_seconds: float, now: Callable[[], float] = monotonic
    ) -> None:
        self._at_a_time = at_a_time
        self._longest_seconds = longest_seconds
        self._now = now
        self._lock = Lock()
        self._held: list[Turn] = []
        # By address, what was asked for first comes first.
        self._waiting: dict[str, deque[Turn]] = {}
        # Seconds by address, and those that an address begins with that comes now.
        self._used: dict[str, float] = {}
        self._reached = 0.0

    def allow(self, at_a_time: int) -> None:
        """Let ``at_a_time`` work at a time from now on."""
        self._at_a_time = at_a_time

    @contextmanager
    def turn_of(self, who: str) -> Iterator[None]:
        """The turn of somebody at this address, for which the thread waits."""
        turn = Turn(self, who)
        try:
            self.wait_for(turn)
            before = _HELD.set(turn)
            try:
                yield
            finally:
                _HELD.reset(before)
        finally:
            self.give_back(turn)

    @asynccontextmanager
    async def awaited_turn_of(self, who: str) -> AsyncIterator[None]:
        """The turn of somebody at this address, for which a coroutine waits."""
        turn = Turn(self, who)
        try:
            self._ask_for(turn)
            coming = asyncio.wrap_future(turn.coming)
            while not (await asyncio.wait({coming}, timeout=self._longest_seconds))[0]:
                self._take_back_what_is_late()
            yield
        finally:
            self.give_back(turn)

    def wait_for(self, turn: Turn, *, goes_on: bool = False) -> None:
        """Ask for this turn, and have the thread wait until it comes.

        Who ``goes_on`` has it before others of the same address begin.
        """
        self._ask_for(turn, goes_on=goes_on)
        self.wait_until_it_comes(turn)

    def wait_until_it_comes(self, turn: Turn) -> None:
        """Have the thread wait for a turn that is asked for."""
        while True:
            try:
                turn.coming.result(self._longest_seconds)
            except TimeoutError:
                self._take_back_what_is_late()
            else:
                return

    def give_back(self, turn: Turn) -> None:
        """It is over, or nobody waits for it now; does nothing where it was taken back."""
        with self._lock:
            self._let_go(turn)
            self._hand_on()

    def has_to_make_way(self, turn: Turn) -> bool:
        """Whether its address waits for more turns, and another one that has used less for one."""
        if turn.who not in self._waiting or len(self._waiting) == 1:
            return False
        with self._lock:
            at_work = self._now() - turn.since
            used = self._has_used(turn.who) + at_work
            others = (who for who in self._waiting if who != turn.who)
            return at_work >= SHORTEST_SECONDS and any(self._has_used(who) < used for who in others)

    def _ask_for(self, turn: Turn, *, goes_on: bool = False) -> None:
        with self._lock:
            turn.coming = Future()
            if not self._is_here(turn.who):
                self._used[turn.who] = max(self._has_used(turn.who), self._reached)
            waiting = self._waiting.setdefault(turn.who, deque())
            (waiting.appendleft if goes_on else waiting.append)(turn)
            self._hand_on()

    def _take_back_what_is_late(self) -> None:
        with self._lock:
            latest = self._now() - self._longest_seconds
            for turn in [each for each in self._held if each.since <= latest]:
                self._let_go(turn)
            self._hand_on()

    def _let_go(self, turn: Turn) -> None:
        if turn in self._held:
            self._held.remove(turn)
            seconds = self._now() - turn.since
            self._used[turn.who] = self._has_used(turn.who) + seconds
            self._reached += seconds * LEAST_SHARE_OF_MUCH
        elif turn in self._waiting.get(turn.who, ()):
            self._waiting[turn.who].remove(turn)
            if not self._waiting[turn.who]:
                del self._waiting[turn.who]

    def _hand_on(self) -> None:
        while self._waiting and len(self._held) < self._at_a_time:
            self._hand_to(min(self._waiting, key=self._place))
        if not self._held:
            self._used.clear()
            self._reached = 0.0
        elif len(self._used) > MOST_REMEMBERED:
            self._forget()

    def _place(self, who: str) -> tuple[int, float]:
        """An address without a turn comes before one that has one; then the one that used less."""
        return sum(each.who == who for each in self._held), self._has_used(who)

    def _has_used(self, who: str) -> float:
        return self._used.get(who, self._reached)

    def _hand_to(self, who: str) -> None:
        turns = self._waiting.pop(who)
        turn = turns.popleft()
        if turns:
            # Among addresses that have used the same, the one that has just had a turn comes last.
            self._waiting[who] = turns
        turn.since = self._now()
        self._held.append(turn)
        self._reached = max(self._reached, self._has_used(who))
        turn.coming.set_result(None)

    def _is_here(self, who: str) -> bool:
        return who in self._waiting or any(each.who == who for each in self._held)

    def _forget(self) -> None:
        most = sorted(self._used, key=self._has_used)[len(self._used) // 2 :]
        self._used = {who: self._used[who] for who in most}


@contextmanager
def aside() -> Iterator[None]:
    """While work waits here for something else, others have its turn; it asks for one again."""
    turn = _HELD.get()
    if turn is None:
        yield
        return
    turn.of.give_back(turn)
    try:
        yield
    finally:
        turn.of.wait_for(turn, goes_on=True)


def make_way() -> None:
    """Within a turn: let somebody have theirs first for whom it has to make way."""
    turn = _HELD.get()
    if turn and turn.of.has_to_make_way(turn):
        with aside():
            pass
