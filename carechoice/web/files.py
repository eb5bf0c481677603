"""Addresses of files that are not there.

The framework answers every address it does not know with its page. For a script or a picture that
is wrong: the browser takes what it gets for the file, and a cache may keep it.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carechoice.web.paths import within

# Below these there are files and answers for programs only.
NO_PAGES = ("/_stcore/", "/app/static/", "/assets/", "/component/", "/media/", "/static/")


class NoPageForFile:
    """Answers 404 where the page would be the answer to a file's address."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        self._app = app
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; replace the answer where it is a page and should be a file."""
        if scope["type"] != "http" or not is_file(within(self._base_path, scope)):
            await self._app(scope, receive, send)
            return
        replaced = False

        async def send_no_page(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                replaced = (
                    Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
                )
                if replaced:
                    await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
            if not replaced:
                await send(message)

        await self._app(scope, receive, send_no_page)


def is_file(path: str) -> bool:
    """Whether a path from the app's root is a file's: by where it lies, or by its ending.

    What lies below a name with a dot in front is no page either.
    """
    parts = PurePosixPath(path).parts
    is_hidden = any(part.startswith(".") for part in parts)
    has_ending = "." in parts[-1] and not parts[-1].endswith(".html")
    return f"{path}/".startswith(NO_PAGES) or is_hidden or has_ending
