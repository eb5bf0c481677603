"""Security headers on the answers of the server.

The content policy names what Streamlit needs and nothing else: its own files, styles set by its
components, scripts of components (which it loads as blobs), and the socket to the same host.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from http import HTTPStatus
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.tables import Catalog
from carechoice.language.sentences import say
from carechoice.ui.assets import AT_ONCE, address
from carechoice.ui.failed import tell
from carechoice.web.addresses import is_page
from carechoice.web.early import script as early_script
from carechoice.web.handshake import denials_answered
from carechoice.web.operating.errors import number_of
from carechoice.web.paths import within

# The inline script of Streamlit's index.html (tests/server compares it with the installed one).
INLINE_SCRIPT = "'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='"
POLICY = (
    "default-src 'self'",
    f"script-src 'self' {INLINE_SCRIPT} {early_script.sources()} blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # No page of another site takes an answer in, as a picture or a script.
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Says to browsers that know no content policy that pages of others may not show ours in a frame.
OWN_FRAMES_ONLY = {"X-Frame-Options": "SAMEORIGIN"}
# Most are about pages, which scripts, styles and fonts are not. A first visit fetches more than a
# hundred of those: on a slow line these headers alone would take a second and a half.
FILES = ("text/javascript", "text/css", "font/")
HEADERS_OF_FILES = {"X-Content-Type-Options": HEADERS["X-Content-Type-Options"]}
# Fetched beside the framework's scripts and not after them, which counts on a slow line. Without a
# slash in front they are looked for from the page's own address, below any base path.
LINK = ", ".join(f"<{address(file)}>; rel=modulepreload" for file in AT_ONCE)
# These hold or answer a person's numbers, so no cache between server and person may keep them.
PRIVATE_PATHS = ("/api/", "/media/", "/_stcore/")
# The same for a request, and for a browser that wants a live connection and gets none.
ANSWER_BEGINS = "http.response.start"


class SecurityHeaders:
    """Adds the headers of pages to all but files; LINK to pages, no-store to private answers.

    Also to the answer that a browser gets in place of a live connection.
    """

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        self._app = app
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the headers when its answer starts."""
        path = "" if scope["type"] == "lifespan" else within(self._base_path, scope)

        async def send_with_headers(message: Message) -> None:
            if message["type"].endswith(ANSWER_BEGINS):
                _add(message, path)
            await send(message)

        answering = denials_answered(scope, send_with_headers)
        await self._app(scope, receive, answering)


def _add(message: Message, path: str) -> None:
    headers = MutableHeaders(scope=message)
    kind = headers.get("Content-Type", "")
    headers.update(HEADERS_OF_FILES if kind.startswith(FILES) else of_pages())
    if message["status"] == HTTPStatus.OK and is_page(path):
        headers["Link"] = LINK
    if path.startswith(PRIVATE_PATHS) or message["status"] >= HTTPStatus.BAD_REQUEST:
        headers["Cache-Control"] = "no-store"


def of_pages() -> Mapping[str, str]:
    """The headers of pages, which sites of the centre may show in a frame."""
    return _framed_by(catalog().centre.framed_by)


def of_refusals() -> dict[str, str]:
    """The headers of answers by the server itself, before any page is asked."""
    return {**_framed_by(()), "Cache-Control": "no-store"}


@cache
def _framed_by(origins: Sequence[str]) -> Mapping[str, str]:
    ancestors = " ".join(("frame-ancestors 'self'", *origins))
    policy = {"Content-Security-Policy": "; ".join((*POLICY, ancestors))}
    # It can name no other site, so where there is one, it would only contradict.
    return {**HEADERS, **policy, **({} if origins else OWN_FRAMES_ONLY)}


def exception_handlers(
    in_use: Callable[[], Catalog],
) -> dict[Any, Callable[[Request, Exception], Awaitable[Response]]]:
    """What answers 500, with the headers too: errors are answered outside of all middleware."""

    async def failed(_request: Request, error: Exception) -> Response:
        with using(in_use()):
            sentence = say("failed.answer", number=number_of(error))
            return PlainTextResponse(sentence, status_code=500, headers=of_pages())

    return {Exception: failed}


def on_script_error(error: Exception) -> bool:
    """Say on the page that there was one, with its number; the framework has written it down."""
    return tell(number_of(error))
