"""Files that browsers may keep: Plotly's script, compressed once."""

from __future__ import annotations

from functools import cache
from gzip import compress

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carechoice.assets import plotly_address, plotly_script

# The address changes with the content, so what a browser holds is never out of date.
HEADERS = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}


@cache
def _compressed() -> bytes:
    return compress(plotly_script(), compresslevel=6)


async def plotly(request: Request) -> Response:
    """Answer with Plotly's script, compressed for browsers that take it so."""
    headers = dict(HEADERS)
    content = plotly_script()
    if "gzip" in request.headers.get("accept-encoding", ""):
        content = await run_in_threadpool(_compressed)
        headers["Content-Encoding"] = "gzip"
    return Response(content, headers=headers, media_type="text/javascript")


ROUTES = [Route(f"/{plotly_address()}", plotly, methods=["GET"])]
