"""The JSON routes, for the same parameters as the page.

/api/compare answers with the Comparison, /api/dashboard with what the dashboard shows at once while
a slider is still moved.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carechoice.catalog import catalog
from carechoice.changes import after_change
from carechoice.charts import charts
from carechoice.comparison import compare
from carechoice.frozen import open_link
from carechoice.scenario import Scenario, read_value
from carechoice.server.asked import RefusedError, read_asked
from carechoice.words import answer_parts


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


async def dashboard_route(request: Request) -> Response:
    """Answer with the answer in parts, and the charts by key with figure and alternative text.

    The body holds the page's inputs and the moves that no page shows yet, in their order
    (``server/asked.py``). It is no address, so that no log of addresses holds what a person enters.
    422 if a move is no value of its input; what else cannot be used is left out, as the page does.
    """
    try:
        asked = await read_asked(request)
    except RefusedError as refused:
        reason = catalog().say(refused.reason, **refused.blanks)
        return _json({"errors": [{"reason": reason}]}, status=refused.status)
    values = open_link(asked.inputs, today=date.today()).scenario.to_values()
    for field, given in asked.moves.items():
        try:
            values[field] = read_value(field, given, today=date.today())
        except ValueError as error:
            errors = [{"field": field, "given": given, "reason": str(error)}]
            return _json({"errors": errors}, status=422)
        values = after_change(values, field)
    comparison = compare(Scenario(**values))
    drawn = {chart.key: {"figure": chart.figure, "alt": chart.alt} for chart in charts(comparison)}
    return _json({"answer": answer_parts(comparison), "charts": drawn})


async def unknown_route(_request: Request) -> Response:
    """Answer 404 to any other path under /api/, which would otherwise get the page."""
    return _json({"errors": [{"reason": catalog().say("problem.route")}]}, status=404)


def _json(content: Mapping[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(content, default=str), status, media_type="application/json")


ROUTES = [
    Route("/api/compare", compare_route, methods=["GET"]),
    Route("/api/dashboard", dashboard_route, methods=["POST"]),
    Route("/api/{rest:path}", unknown_route),
]
