"""/api/compare: the Comparison as JSON for the same parameters as the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carechoice.catalog import catalog
from carechoice.comparison import compare
from carechoice.frozen import open_link


async def compare_route(request: Request) -> Response:
    """Answer with the comparison, or 422 with every value that cannot be used and why."""
    reading = open_link(request.query_params.multi_items(), today=date.today())
    if reading.problems:
        errors = [
            {"field": each.field, "given": each.given, "reason": each.reason}
            for each in reading.problems
        ]
        return _json({"errors": errors}, status=422)
    release = {key: row.value for key, row in catalog().release.items()}
    return _json({"data": release, **compare(reading.scenario).to_dict()})


async def unknown_route(_request: Request) -> Response:
    """Answer 404 to any other path under /api/, which would otherwise get the page."""
    return _json({"errors": [{"reason": catalog().say("problem.route")}]}, status=404)


def _json(content: Mapping[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(content, default=str), status, media_type="application/json")


ROUTES = [
    Route("/api/compare", compare_route, methods=["GET"]),
    Route("/api/{rest:path}", unknown_route),
]
