"""The JSON routes, for the same parameters as the page.

/api/compare answers with the Comparison, /api/dashboard with what the dashboard shows at once while
a slider is still moved.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import UnusableError, as_moved, read_day
from carechoice.comparison.compare import compare
from carechoice.comparison.words import answer_parts
from carechoice.inputs import clock
from carechoice.inputs.changes import after_change
from carechoice.inputs.link import LONGEST_LINK, MOST_NAMES, RefusedError, open_link, query_pairs
from carechoice.inputs.ours import read_value
from carechoice.inputs.scenario import Problem, Scenario
from carechoice.language.markup import MOST_NAMED, in_short
from carechoice.topics.dashboard.charts import charts
from carechoice.web.asked import NotAnsweredError, read_asked

# The day where the person is.
TODAY = "today"


async def compare_route(request: Request) -> Response:
    """Answer with the comparison, or 422 with the first values that cannot be used and why.

    ``today`` is the day where the person is, as year-month-day, else the server's; the first day
    starts from it. 414 where there are far more parameters than the page has.
    """
    try:
        pairs = query_pairs(request.url.query)
        days = [text for name, text in pairs if name == TODAY]
        today = read_day(days[-1]) if days else clock.today()
        reading = open_link([pair for pair in pairs if pair[0] != TODAY], today=today)
    except UnusableError as error:
        return _unusable([Problem(TODAY, days[-1], catalog().say(error.reason, **error.blanks))])
    except RefusedError:
        return _too_many(status=414)
    lacking = catalog().say("problem.missing")
    missing = [Problem(field, "", lacking) for field in reading.missing]
    if reading.problems or missing:
        return _unusable([*reading.problems, *missing])
    release = {key: row.value for key, row in catalog().release.items()}
    return _json({"data": release, **compare(reading.scenario).to_dict()})


async def dashboard_route(request: Request) -> Response:
    """Answer with the answer in parts, and the charts by key with figure and alternative text.

    The body holds the page's inputs and the moves that no page shows yet, in their order
    (``web/asked.py``). It is no address, so that no log of addresses holds what a person enters.
    422 if a move is no value of its input; what else cannot be used is left out, and parts of a
    cent are rounded, as the page does.
    """
    try:
        asked = await read_asked(request)
        reading = open_link(asked.inputs, today=clock.today())
    except NotAnsweredError as error:
        reason = catalog().say(error.reason, **error.blanks)
        return _json({"errors": [{"reason": reason}]}, status=error.status)
    except RefusedError:
        return _too_many(status=413)
    values = reading.scenario.to_values()
    for field, given in asked.moves.items():
        try:
            values[field] = _moved(field, given)
        except ValueError as error:
            return _unusable([Problem(field, given, str(error))])
        values = after_change(values, field)
    comparison = compare(Scenario.holding(values))
    drawn = {chart.key: {"figure": chart.figure, "alt": chart.alt} for chart in charts(comparison)}
    return _json({"answer": answer_parts(comparison), "charts": drawn})


def _moved(field: str, given: str) -> Any:
    """The value a field was moved to. Raises ValueError with the reason."""
    row = catalog().parameters.get(field)
    return read_value(field, as_moved(row, given) if row else given, today=clock.today())


async def unknown_route(_request: Request) -> Response:
    """Answer 404 to any other path under /api/, which would otherwise get the page."""
    return _json({"errors": [{"reason": catalog().say("problem.route")}]}, status=404)


def _unusable(problems: Sequence[Problem]) -> Response:
    """What was given comes back in short, and only the first few of many."""
    errors = [
        {"field": in_short(each.field), "given": in_short(each.given), "reason": each.reason}
        for each in problems[:MOST_NAMED]
    ]
    return _json({"errors": errors, "more": len(problems) - len(errors)}, status=422)


def _too_many(*, status: int) -> Response:
    reason = catalog().say("problem.too_many_given", names=MOST_NAMES, characters=LONGEST_LINK)
    return _json({"errors": [{"reason": reason}]}, status=status)


def _json(content: Mapping[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(content, default=str), status, media_type="application/json")


ROUTES = [
    Route("/api/compare", compare_route, methods=["GET"]),
    Route("/api/dashboard", dashboard_route, methods=["POST"]),
    Route("/api/{rest:path}", unknown_route),
]
