"""/api/dashboard: what the dashboard shows while a slider is still moved."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.comparison.words import answer_parts
from carechoice.inputs import clock
from carechoice.inputs.link import RefusedError, open_link, spelled
from carechoice.inputs.scenario import Scenario
from carechoice.topics.dashboard.charts import charts
from carechoice.web.answers import as_json, too_many, unusable
from carechoice.web.asked import NotAnsweredError, read_asked
from carechoice.web.moves import UnusableMoveError, after_moves


async def dashboard_route(request: Request) -> Response:
    """Answer with the answer in parts, and the charts by key with figure and alternative text.

    The body holds the page's inputs and the moves that no page shows yet, in their order
    (``web/asked.py``). It is no address, so that no log of addresses holds what a person enters.
    422 if a move is no value of its input; what else cannot be used is left out, and parts of a
    cent are rounded, as the page does.
    """
    try:
        asked = await read_asked(request)
        reading = open_link(spelled(asked.inputs), today=clock.today())
    except NotAnsweredError as error:
        reason = catalog().say(error.reason, **error.blanks)
        return as_json({"errors": [{"reason": reason}]}, status=error.status)
    except RefusedError:
        return too_many(status=413)
    try:
        values = after_moves(reading.scenario.to_values(), asked.moves)
    except UnusableMoveError as error:
        return unusable([error.problem])
    comparison = compare(Scenario.holding(values))
    drawn = {chart.key: {"figure": chart.figure, "alt": chart.alt} for chart in charts(comparison)}
    return as_json({"answer": answer_parts(comparison), "charts": drawn})
