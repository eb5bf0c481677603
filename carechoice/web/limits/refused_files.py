"""A person's file that is refused: what is wrong, and what to do about it, in our own words.

The framework says it in the words of a machine, with advice for whoever runs servers.
"""

from __future__ import annotations

from http import HTTPStatus

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime

from carechoice.language.sentences import say
from carechoice.web.limits.uploads import is_upload, visit_of
from carechoice.web.paths import within

# As browsers send files. What is named with its values would be taken apart sign by sign first.
FORM = "multipart/form-data"
OF_NO_FORM = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
TOO_LARGE = HTTPStatus.REQUEST_ENTITY_TOO_LARGE


class RefusedFiles:
    """Answers where a file is for no page that is open here, is too large, or is none."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        self._app = app
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer 400, 413 or 415 by ourselves."""
        path = within(self._base_path, scope) if scope["type"] == "http" else ""
        if not is_upload(scope, path):
            await self._app(scope, receive, send)
        elif not Runtime.instance().is_active_session(visit_of(path)):
            refusal = PlainTextResponse(say("busy.no_visit"), HTTPStatus.BAD_REQUEST)
            await refusal(scope, receive, send)
        elif not Headers(scope=scope).get("content-type", "").lower().startswith(FORM):
            why = say("problem.not_sent_as", type=FORM)
            await PlainTextResponse(why, OF_NO_FORM)(scope, receive, send)
        else:
            await self._app(scope, receive, _refused_in_our_words(scope, receive, send))


def _refused_in_our_words(scope: Scope, receive: Receive, send: Send) -> Send:
    """What sends an answer, or in place of one that says "too large" our own."""
    is_answered = False

    async def send_or_tell(message: Message) -> None:
        nonlocal is_answered
        if message.get("status") == TOO_LARGE:
            is_answered = True
            most = st.get_option("server.maxUploadSize")
            await PlainTextResponse(say("busy.large", most=most), TOO_LARGE)(scope, receive, send)
        elif not is_answered:
            await send(message)

    return send_or_tell
