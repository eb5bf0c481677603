"""/api/form: the plain form of a page, sent by a browser that shows no sliders."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import UnusableError
from carechoice.inputs import clock
from carechoice.inputs.handed_on.link import RefusedError, open_link, query_pairs
from carechoice.inputs.handed_on.view_parameters import marks_in, without_marks
from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.ui import pages
from carechoice.web.answers import too_many
from carechoice.web.early.field import read_entered
from carechoice.web.routes.moves import UnusableMoveError, after_moves

# The form's own fields beside the inputs: its page, and the query it was filled from.
PAGE, WAS = "page", "was"


async def form_route(request: Request) -> Response:
    """Lead on to the page with the inputs that the person changed in the form.

    What cannot be used goes along as it was typed, so that the page says why. 414 where there are
    far more parameters than the form has.
    """
    try:
        given = dict(query_pairs(request.url.query))
        was = query_pairs(given.get(WAS, ""))
        before = open_link(without_marks(was), today=clock.today()).scenario
    except RefusedError:
        return too_many(status=414)
    page = given.get(PAGE, "")
    path = page if page in pages.PAGES and page != pages.FIRST else ""
    query = urlencode([*_after(before, given).items(), *marks_in(was)], safe=":")
    return RedirectResponse(f"../{path}?{query}", status_code=303)


def _after(before: Scenario, given: Mapping[str, str]) -> dict[str, str]:
    """The query of the page after the changes: what is chosen first, as a plan brings numbers."""
    rows, held = catalog().parameters, before.to_query()
    entered = {name: given[name] for name in FIELDS if given.get(name, held[name]) != held[name]}
    values, unusable = before.to_values(), {}
    for name in sorted(entered, key=lambda field: rows[field].is_number):
        try:
            text = read_entered(rows[name], entered[name])
            values = after_moves(values, {name: text} if text != held[name] else {})
        except (UnusableError, UnusableMoveError):
            unusable[name] = entered[name]
    return Scenario.holding(values).to_short_query() | unusable
