"""The JSON routes, for the same parameters as the page.

/api/compare answers with the Comparison, /api/ahead with what a page shows at once while
a slider is still moved.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carechoice.language.sentences import say
from carechoice.web.answers import as_json
from carechoice.web.routes.ahead import ahead_route
from carechoice.web.routes.compare import compare_route


async def unknown_route(_request: Request) -> Response:
    """Answer 404 to any other path under /api/, which would otherwise get the page."""
    return as_json({"errors": [{"reason": say("problem.route")}]}, status=404)


ROUTES = [
    Route("/api/compare", compare_route, methods=["GET"]),
    Route("/api/ahead", ahead_route, methods=["POST"]),
    Route("/api/{rest:path}", unknown_route),
]
