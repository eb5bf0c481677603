"""Which addresses are pages of ours, which are files, and the answer where there is neither.

The framework answers every address it does not know with its page. For a script or a picture that
is wrong: the browser takes what it gets for the file, and a cache may keep it. The addresses of our
pages are answered before it is asked (routes/pages.py).
"""

from __future__ import annotations

from pathlib import PurePosixPath

from starlette.datastructures import MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carechoice.ui import pages
from carechoice.web.early.document import no_such_page
from carechoice.web.paths import within

# Below these there are files and answers for programs only.
NO_PAGES = ("/_stcore/", "/app/static/", "/assets/", "/component/", "/media/", "/static/")
# What our pages need from the framework there.
CORE = "/_stcore/"
ASKED_FOR = ("bidi-components", "health", "host-config", "stream", "upload_file")
# A page of ours that no visitor has a link to; where it is off, it says by itself that it is none.
FOR_STAFF = "/centre"
# Signing in, which no page of ours has.
SHUT = ("/auth/", "/oauth2callback/")


class NoPageForUnknown:
    """Answers 404 where the framework's page would be the answer, and where nothing of ours is."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        self._app = app
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; replace the answer where it is the framework's page."""
        path = within(self._base_path, scope) if scope["type"] == "http" else ""
        if path and is_shut(path):
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
            return
        if not path or is_page(path) or path == FOR_STAFF:
            await self._app(scope, receive, send)
            return
        replaced = False

        async def send_no_page(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                replaced = headers.get("content-type", "").startswith("text/html")
                if path.endswith("/") and "location" in headers:
                    headers["location"] = _from_there(path, headers["location"])
                if replaced:
                    await _not_found(path)(scope, receive, send)
            if not replaced:
                await send(message)

        await self._app(scope, receive, send_no_page)


def _from_there(path: str, location: str) -> str:
    """The location without the path's slashes at its end, as seen from the path.

    The framework tells it from the root, which a server in front may have at an address of its own.
    """
    where, mark, query = location.partition("?")
    up = "../" * (len(path) - len(path.rstrip("/")))
    return f"{up}{where.rpartition('/')[2]}{mark}{query}"


def _not_found(path: str) -> Response:
    if is_file(path):
        return PlainTextResponse("Not Found", status_code=404)
    # From the address that was asked for, since a server in front may have cut off its beginning.
    home = "../" * (path.count("/") - 1) or "./"
    return HTMLResponse(no_such_page(home), status_code=404)


def is_page(path: str) -> bool:
    """Whether a path from the app's root is that of a page of ours."""
    return path.removeprefix("/") in {"", *pages.PAGES} - {pages.FIRST}


def is_shut(path: str) -> bool:
    """Whether a path from the app's root is one of the framework's that no page of ours asks for.

    It counts visits for anyone there, speaks to programs, and leads to who signs people in.
    """
    if path.startswith(CORE):
        return path.removeprefix(CORE).partition("/")[0] not in ASKED_FOR
    return f"{path}/".startswith(SHUT)


def is_file(path: str) -> bool:
    """Whether a path from the app's root is a file's: by where it lies, or by its ending.

    What lies below a name with a dot in front is no page either.
    """
    parts = PurePosixPath(path).parts
    is_hidden = any(part.startswith(".") for part in parts)
    has_ending = "." in parts[-1] and not parts[-1].endswith(".html")
    return f"{path}/".startswith(NO_PAGES) or is_hidden or has_ending
