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
from carechoice.scenario import Problem, Scenario


async def compare_route(request: Request) -> Response:
    """Answer with the comparison, or 422 with every value that cannot be used and why."""
    reading = Scenario.from_query(dict(request.query_params), today=date.today())
    problems = [*reading.problems, *_repeated(request)]
    if problems:
        errors = [
            {"field": each.field, "given": each.given, "reason": each.reason} for each in problems
        ]
        return _json({"errors": errors}, status=422)
    release = {key: row.value for key, row in catalog().release.items()}
    return _json({"data": release, **compare(reading.scenario).to_dict()})


def _repeated(request: Request) -> list[Problem]:
    """Fields given more than once: no one can know which value is meant."""
    given = request.query_params
    return [
        Problem(field, ", ".join(given.getlist(field)), catalog().say("problem.repeated"))
        for field in given
        if len(given.getlist(field)) > 1
    ]


def _json(content: Mapping[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(content, default=str), status, media_type="application/json")


ROUTES = [Route("/api/compare", compare_route, methods=["GET"])]
