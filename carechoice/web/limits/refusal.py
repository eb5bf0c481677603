"""What is answered to a request that goes beyond a limit: the reason, and when to try again."""

from __future__ import annotations

from http import HTTPStatus
from typing import NamedTuple

from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

from carechoice.language.sentences import say
from carechoice.web.answers import as_json
from carechoice.web.early.document import notice
from carechoice.web.files import is_page

# What a browser is asked to close a live connection with, where it can be told no more.
TRY_AGAIN_LATER = 1013
RETRY = {"Retry-After": "5"}


class Refused(NamedTuple):
    """Why a request is not answered."""

    status: HTTPStatus
    reason: str


async def refuse(
    scope: Scope, receive: Receive, send: Send, refused: Refused, *, path: str
) -> None:
    """Answer a request, or a browser that wants a live connection, with the reason.

    ``path`` is that from the app's root; a person who opens a page gets one that says it.
    """
    answer = _answer(path, *refused)
    if scope["type"] == "http":
        await answer(scope, receive, send)
    elif "websocket.http.response" in scope.get("extensions", {}):
        await answer({**scope, "type": "http", "method": "GET"}, receive, _as_handshake(send))
    else:
        await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})


def _answer(path: str, status: HTTPStatus, reason: str) -> Response:
    if path.startswith("/api/"):
        answer = as_json({"errors": [{"reason": reason}]}, status=status)
    elif is_page(path):
        page = notice(title=say("busy.title"), why=reason, back=say("busy.again"), home="")
        answer = HTMLResponse(page, status_code=status)
    else:
        answer = PlainTextResponse(reason, status_code=status)
    answer.headers.update(RETRY)
    return answer


def _as_handshake(send: Send) -> Send:
    async def send_instead(message: Message) -> None:
        await send({**message, "type": f"websocket.{message['type']}"})

    return send_instead
