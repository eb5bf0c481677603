"""Something is looked at every few seconds for as long as the server runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def looked_at(
    look: Callable[[], Awaitable[None]], *, every_seconds: float
) -> AsyncIterator[None]:
    """Within, it is looked so often."""
    looking = asyncio.create_task(_again_and_again(look, every_seconds))
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking


async def _again_and_again(look: Callable[[], Awaitable[None]], every_seconds: float) -> None:
    while True:
        await asyncio.sleep(every_seconds)
        await look()
