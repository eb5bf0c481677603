"""A live connection is opened when it is its address's turn, as pages run in turn.

Opening one costs a few milliseconds. When one address opened 64 at once, pages of others took half
as long again, and the backlog went away slowly.
"""

from __future__ import annotations

from contextlib import AsyncExitStack
from itertools import count

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carechoice.turns.queue import ASKED_BY, Turns
from carechoice.web.work import TURNS


class OpensInTurn:
    """Has the turn until the page is heard: who says nothing then keeps nobody waiting."""

    def __init__(self, app: ASGIApp, turns: Turns = TURNS) -> None:
        self._app = app
        self._turns = turns

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; where it is a live connection, once it is its turn."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        heard = count()
        async with AsyncExitStack() as turn:

            async def hear() -> Message:
                # The first event is always that somebody wants to connect.
                if next(heard):
                    await turn.aclose()
                return await receive()

            await turn.enter_async_context(self._turns.awaited_turn_of(ASKED_BY.get()))
            await self._app(scope, hear, send)
