"""Work for an answer, done beside the loop that serves everybody, and in turn.

Who asks for much waits behind themselves and not in front of others: of the addresses that wait,
each has one answer before the first has its next.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

# The address that asks, as its limits count it.
ASKED_BY: ContextVar[str] = ContextVar("asked_by", default="")
# Python does one thing at a time whatever the number; a second makes the runs of pages wait longer.
AT_A_TIME = 1


class Turns:
    """So many at a time may work; the others wait, one of each address after the other."""

    def __init__(self, at_a_time: int) -> None:
        self._free = at_a_time
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def turn_of(self, address: str) -> AsyncIterator[None]:
        """The turn of somebody at this address, once it is theirs."""
        if self._free:
            self._free -= 1
        else:
            await self._come_up(address)
        try:
            yield
        finally:
            self._hand_on()

    async def _come_up(self, address: str) -> None:
        turn = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(address, deque()).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            # Whoever has gone may have been given the turn just before.
            if not turn.cancelled():
                self._hand_on()
            raise

    def _hand_on(self) -> None:
        while self._waiting:
            address, turns = self._waiting.popitem(last=False)
            turn = turns.popleft()
            if turns:
                self._waiting[address] = turns
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


TURNS = Turns(AT_A_TIME)


async def off_the_loop(
    do: Callable[Given, Answer], *given: Given.args, **named: Given.kwargs
) -> Answer:
    """What the function returns, which a thread calls with the catalog that is handed in."""
    async with TURNS.turn_of(ASKED_BY.get()):
        return await run_in_threadpool(do, *given, **named)
