"""The body of a request, which comes in parts: none may be waited for without end."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from starlette.types import Message, Receive

from carechoice.language.sentences import say
from carechoice.web.limits.refusal import Refused


class BrokenOffError(Exception):
    """The rest of a body is not waited for."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.status.phrase)
        self.refused = refused


class Body:
    """Hands on the parts of a body as they come, each within so many seconds."""

    def __init__(self, receive: Receive, *, seconds: float) -> None:
        self._receive = receive
        self._seconds = seconds
        self._is_whole = False

    async def receive(self) -> Message:
        """The next part, or word that the client has gone. Raises BrokenOffError."""
        if self._is_whole:
            # What comes now is that word alone, for as long as the answer takes.
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), self._seconds)
        except TimeoutError:
            slow = Refused(HTTPStatus.REQUEST_TIMEOUT, say("busy.slow"))
            raise BrokenOffError(slow) from None
        self._is_whole = not message.get("more_body", False)
        return message
