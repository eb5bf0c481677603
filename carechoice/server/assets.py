"""Files that browsers may keep: scripts that are fetched once, compressed once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from gzip import compress

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carechoice.assets import plotly_address, plotly_script, save_address, save_script

# The address changes with the content, so what a browser holds is never out of date.
HEADERS = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}


@cache
def _compressed(script: Callable[[], bytes]) -> bytes:
    return compress(script(), compresslevel=6)


def _route(address: str, script: Callable[[], bytes]) -> Route:
    """Answer at this address with the script, compressed for browsers that take it so."""

    async def answer(request: Request) -> Response:
        headers = dict(HEADERS)
        content = script()
        if "gzip" in request.headers.get("accept-encoding", ""):
            content = await run_in_threadpool(_compressed, script)
            headers["Content-Encoding"] = "gzip"
        return Response(content, headers=headers, media_type="text/javascript")

    return Route(f"/{address}", answer, methods=["GET"])


ROUTES = [_route(plotly_address(), plotly_script), _route(save_address(), save_script)]
