"""A task that runs every few seconds for as long as the server runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from carechoice.web.operating.errors import where

LOGGER = logging.getLogger(__name__)


@asynccontextmanager
async def repeated(
    look: Callable[[], Awaitable[None]], *, every_seconds: float
) -> AsyncIterator[None]:
    """Within, ``look`` is called so often, also after one that failed, which the log tells."""
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
        try:
            await look()
        except Exception as error:  # whatever it is, it may be gone at the next look
            LOGGER.error("A look every few seconds failed. %s", where(error))
