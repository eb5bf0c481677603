"""A file for a page that the server does not know is refused with what to do about it.

The framework refuses it with advice for whoever runs servers, and the way to its own pages.
"""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import Runtime

from carechoice.language.sentences import say
from carechoice.web.limits.uploads import is_upload, visit_of
from carechoice.web.paths import within


class OpenVisitsOnly:
    """Passes on files of visits that are open here, and all that is no file."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        self._app = app
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 400."""
        path = within(self._base_path, scope) if scope["type"] == "http" else ""
        if is_upload(scope, path) and not Runtime.instance().is_active_session(visit_of(path)):
            told = PlainTextResponse(say("busy.no_visit"), status_code=HTTPStatus.BAD_REQUEST)
            await told(scope, receive, send)
        else:
            await self._app(scope, receive, send)
