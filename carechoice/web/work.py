"""Work for an answer, done off the event loop and in turn with page runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool

from carechoice.turns.queue import ASKED_BY, Turns

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

# Python does one thing at a time whatever the number; a second makes both take twice as long.
AT_A_TIME = 1
# Far more than a run takes. One that takes longer goes on beside the others.
LONGEST_SECONDS = 1.0
TURNS = Turns(AT_A_TIME, longest_seconds=LONGEST_SECONDS)


async def off_the_loop(
    do: Callable[Given, Answer], *given: Given.args, **named: Given.kwargs
) -> Answer:
    """Call the function in a thread, with the catalog in use, and return its result."""
    async with TURNS.awaited_turn_of(ASKED_BY.get()):
        return await run_in_threadpool(do, *given, **named)
