"""Request bodies that arrive slowly: none is waited for without end.

Otherwise whoever sends a byte now and then would take up room for hours. So a body has to arrive
about as fast as over the worst line, few of those waited for may come from one address, and all of
them together leave room for other people.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus

from starlette.types import Message, Receive

from carechoice.language.sentences import say
from carechoice.web.limits.refusal import Refused
from carechoice.web.limits.settings import Limits

# What is there as soon as this has not been waited for: nearly all that pages send.
AT_ONCE_SECONDS = 1.0


class BrokenOffError(Exception):
    """The rest of a body is not waited for."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.status.phrase)
        self.refused = refused


class Bodies:
    """The bodies that are waited for, of all addresses. ``now`` tells seconds."""

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self._limits = limits
        self._now = now
        self._awaited: Counter[str] = Counter()

    @contextmanager
    def coming(self, receive: Receive, address: str) -> Iterator[Receive]:
        """A ``receive`` that hands on the parts of a body as they come, for an address.

        What is handed out raises BrokenOffError where a part comes too late, or too much is waited
        for already; and tells that the client has gone.
        """
        body = _Body(receive, self._limits, self._now, lambda: self._wait_for(address))
        try:
            yield body.receive
        finally:
            if body.is_awaited:
                self._awaited -= Counter([address])

    def _wait_for(self, address: str) -> None:
        """Count one more. Raises BrokenOffError where there are enough."""
        of_address = self._awaited[address]
        if address and of_address >= self._limits.awaited_bodies_per_address:
            raise BrokenOffError(Refused(HTTPStatus.TOO_MANY_REQUESTS, say("busy.address")))
        if self._awaited.total() >= self._limits.awaited_bodies:
            raise BrokenOffError(Refused(HTTPStatus.SERVICE_UNAVAILABLE, say("busy.server")))
        self._awaited[address] += 1


class _Body:
    """One body while it comes."""

    def __init__(
        self,
        receive: Receive,
        limits: Limits,
        now: Callable[[], float],
        wait_for_it: Callable[[], None],
    ) -> None:
        self._receive = receive
        self._limits = limits
        self._now = now
        self._wait_for_it = wait_for_it
        self._since = now()
        self._came_bytes = 0
        self._is_whole = False
        self.is_awaited = False

    async def receive(self) -> Message:
        """The next part, or word that the client has gone. Raises BrokenOffError."""
        if self._is_whole:
            # What comes now is that word alone, for as long as the answer takes.
            return await self._receive()
        message = await self._next()
        self._came_bytes += len(message.get("body", b""))
        self._is_whole = not message.get("more_body", False)
        return message

    async def _next(self) -> Message:
        coming = asyncio.ensure_future(self._receive())
        try:
            at_once = min(self._since + AT_ONCE_SECONDS, self._latest())
            if not await self._is_there(coming, at_once):
                self._note_that_it_is_awaited()
                if not await self._is_there(coming, self._latest()):
                    raise BrokenOffError(Refused(HTTPStatus.REQUEST_TIMEOUT, say("busy.slow")))
            return await coming
        finally:
            coming.cancel()

    async def _is_there(self, coming: asyncio.Future[Message], until: float) -> bool:
        """Whether a part comes by then; never where that is over."""
        seconds = until - self._now()
        return seconds > 0 and bool((await asyncio.wait({coming}, timeout=seconds))[0])

    def _note_that_it_is_awaited(self) -> None:
        if not self.is_awaited:
            self._wait_for_it()
            self.is_awaited = True

    def _latest(self) -> float:
        """When the next part has to be there: after so long a wait, and as fast as the least."""
        patience = self._limits.body_seconds
        at_least = self._came_bytes / self._limits.body_bytes_per_second
        return min(self._now() + patience, self._since + patience + at_least)
