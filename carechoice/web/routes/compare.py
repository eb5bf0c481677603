"""/api/compare: the Comparison for the parameters of a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import UnusableError, read_day
from carechoice.comparison.compare import compare
from carechoice.comparison.plain_values import plain_values
from carechoice.inputs import clock
from carechoice.inputs.handed_on.link import RefusedError, open_link, query_pairs
from carechoice.inputs.read_value import refuse_a_day_of_no_start
from carechoice.inputs.scenario import Problem, Scenario
from carechoice.language.sentences import say
from carechoice.web.answers import as_json, too_many, unusable
from carechoice.web.work import off_the_loop

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
        today = _only(days) if days else clock.today()
        reading = open_link([pair for pair in pairs if pair[0] != TODAY], today=today)
    except UnusableError as error:
        return unusable([Problem(TODAY, days[-1], say(error.reason, **error.blanks))])
    except RefusedError:
        return too_many(status=414)
    lacking = say("problem.missing")
    missing = [Problem(field, "", lacking) for field in reading.missing]
    if reading.problems or missing:
        return unusable([*reading.problems, *missing])
    return await off_the_loop(_compared, reading.scenario)


def _compared(scenario: Scenario) -> Response:
    return as_json({"data": catalog().released, **plain_values(compare(scenario))})


def _only(days: Sequence[str]) -> date:
    """The day that is given, if it is one, and one that care can begin after.

    Raises UnusableError.
    """
    if len(days) > 1:
        raise UnusableError("problem.repeated")
    day = read_day(days[0])
    refuse_a_day_of_no_start(day)
    return day
