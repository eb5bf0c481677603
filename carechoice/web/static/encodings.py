"""The Accept-Encoding header with those codings alone that we have and the browser wants.

The layers further in look for the name of a coding anywhere in the header, in another's name too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

HEADER = "accept-encoding"
OURS = ("br", "gzip")
# A coding and its weight (RFC 9110, sections 12.4.2 and 12.5.3).
CODING = re.compile(r"\s*([!-:<-~]+)\s*(?:;\s*q\s*=\s*([01](?:\.[0-9]{0,3})?)\s*)?", re.IGNORECASE)


class WantedEncodings:
    """Leaves of the header the names of those of our codings that are wanted."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with the header in its plain form."""
        if scope["type"] == "http" and HEADER in Headers(scope=scope):
            scope = {**scope, "headers": list(scope["headers"])}
            headers = MutableHeaders(scope=scope)
            given = ",".join(headers.getlist(HEADER))
            headers[HEADER] = ", ".join(_wanted(given))
        await self._app(scope, receive, send)


def _wanted(given: str) -> Iterator[str]:
    """Ours with a weight above 0; parts that the grammar does not know are dropped."""
    for part in given.split(","):
        found = CODING.fullmatch(part)
        if found and found[1].lower() in OURS and float(found[2] or 1) > 0:
            yield found[1].lower()
