"""Files that browsers may keep: scripts that are fetched once, compressed once."""

from __future__ import annotations

from functools import cache
from gzip import compress

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carechoice.ui.assets import SCRIPTS, address, script

# The address changes with the content, so what a browser holds is never out of date.
HEADERS = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}


@cache
def _compressed(file: str) -> bytes:
    return compress(script(file), compresslevel=6)


def _route(file: str) -> Route:
    """Answer at its address with a script, compressed for browsers that take it so."""

    async def answer(request: Request) -> Response:
        headers = dict(HEADERS)
        content = script(file)
        if "gzip" in request.headers.get("accept-encoding", ""):
            content = await run_in_threadpool(_compressed, file)
            headers["Content-Encoding"] = "gzip"
        return Response(content, headers=headers, media_type="text/javascript")

    return Route(f"/{address(file)}", answer, methods=["GET"])


ROUTES = [_route(file) for file in SCRIPTS]
