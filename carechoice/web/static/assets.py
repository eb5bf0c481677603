"""The routes for our scripts and a centre's logo."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carechoice.catalog.in_use import catalog
from carechoice.ui.assets import PLOTLY, SCRIPTS, address, brotli, logo_address, script
from carechoice.web.static.immutable_files import HEADERS, Lasting, answer


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


async def _logo(request: Request) -> Response:
    """The logo of the catalog in use; another one that a page still asks for is gone."""
    logo = catalog().own.logo
    asked = f"assets/logo-{request.path_params['mark']}.png"
    if not logo or asked != logo_address(logo.content):
        return Response(status_code=404)
    return Response(logo.content, headers=HEADERS, media_type="image/png")


ROUTES = [*map(_route, SCRIPTS), Route("/assets/logo-{mark}.png", _logo, methods=["GET"])]
