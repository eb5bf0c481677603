"""Garbage is collected at moments of our own, so that few moves of a slider wait for it.

Python looks at everything that all visits hold once much has come and gone, however little of it
has stayed. With 550 open pages that takes 0.5 to 0.9 s, and came often enough for one move in
twenty to wait for it. Here it runs once a quarter more objects are held than after the last time.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from carechoice.web.patches.expired_visits import drop_expired_visits
from carechoice.web.periodic import repeated

SECONDS_BETWEEN_LOOKS = 10
MORE = 1.25
# How much has to come and go until Python looks by itself.
NEVER = 1_000_000_000


class Tidying:
    """Collects garbage once much more memory is in use than after the last time."""

    def __init__(self) -> None:
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, NEVER)
        gc.collect()
        # What is loaded at the start stays as long as the server, and is never looked at again.
        gc.freeze()
        self._enough = MORE * sys.getallocatedblocks()

    def look(self) -> None:
        """Tidy up, if it is time."""
        if sys.getallocatedblocks() > self._enough:
            gc.collect()
            self._enough = MORE * sys.getallocatedblocks()


@asynccontextmanager
async def tidied() -> AsyncIterator[None]:
    """Within, it is looked every few seconds whether it is time."""
    before = gc.get_threshold()
    tidying = Tidying()

    async def look() -> None:
        drop_expired_visits()
        tidying.look()

    try:
        async with repeated(look, every_seconds=SECONDS_BETWEEN_LOOKS):
            yield
    finally:
        gc.set_threshold(*before)
