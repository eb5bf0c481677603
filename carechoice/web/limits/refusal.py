"""The answer to a request beyond a limit: the reason, and when to try again."""

from __future__ import annotations

from http import HTTPStatus
from typing import NamedTuple

from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from carechoice.language.sentences import say
from carechoice.web.addresses import is_page
from carechoice.web.answers import as_json
from carechoice.web.early.document import notice
from carechoice.web.handshake import deny

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
    else:
        await deny(answer, scope, receive, send)


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
