"""Our scripts for browsers, as the server hands them out."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carechoice.ui.assets import PLOTLY, SCRIPTS, address, brotli, script
from carechoice.web.lasting import Lasting, answer


def _route(file: str) -> Route:
    """Answer at its address with a script."""
    kept = Lasting(
        media_type="text/javascript",
        read=partial(script, file),
        read_brotli=brotli if file == PLOTLY else None,
    )

    async def found(request: Request) -> Response:
        return await answer(request, kept)

    return Route(f"/{address(file)}", found, methods=["GET"])


ROUTES = [_route(file) for file in SCRIPTS]
