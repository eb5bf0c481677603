"""The answer to a browser whose live connection (WebSocket) is refused."""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

# The server's extension for an answer that says more than that there is no connection.
ANSWERS = "websocket.http.response"
# The code that a connection is closed with where no answer can be given.
TRY_AGAIN_LATER = 1013


async def deny(answer: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Give this answer in place of the connection that ``scope`` asks for."""
    if not _can_answer(scope):
        await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
        return

    async def send_instead(message: Message) -> None:
        await send({**message, "type": f"websocket.{message['type']}"})

    await answer({**scope, "type": "http", "method": "GET"}, receive, send_instead)


def denials_answered(scope: Scope, send: Send) -> Send:
    """A ``send`` for this scope that answers a connection which is closed before it was opened.

    The server would answer it by itself, without any of our headers.
    """
    if scope["type"] != "websocket" or not _can_answer(scope):
        return send
    is_answered = False

    async def nothing_more() -> Message:
        return {"type": "websocket.disconnect"}

    async def send_or_deny(message: Message) -> None:
        nonlocal is_answered
        if message["type"] == "websocket.close" and not is_answered:
            is_answered = True
            forbidden = PlainTextResponse("Forbidden", status_code=HTTPStatus.FORBIDDEN)
            await deny(forbidden, scope, nothing_more, send)
            return
        is_answered = True
        await send(message)

    return send_or_deny


def _can_answer(scope: Scope) -> bool:
    return ANSWERS in scope.get("extensions", {})
