"""Every figure a page draws is valid by Plotly's own schema, and of a kind the browser can draw."""

import pytest
from page_reader import drawn, opened
from plotly.graph_objects import Figure
from scenarios import TODAY

from carechoice.catalog.in_use import catalog
from carechoice.inputs.handed_on.kept import with_kept
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.present.screens import SCREENS
from carechoice.ui import state

# The bundle in carechoice/ui/components/plot/plotly draws these, and pies.
KINDS = {"bar", "scatter"}
# A week with clashes, a course with holidays and with a plan year that starts again.
QUERY = {
    "start_date": "2026-11-23",
    "fixed_hours": "mon-fri:09-17",
    "travel_minutes_per_visit": "60",
    "other_plan": "medicare",
}


def of_the_page(page):
    return lambda query: drawn(opened(page, **query))


def of_kept_scenarios(query):
    """What the page to take along draws once a scenario is kept."""
    app = opened("share.py", **query)
    scenario = Scenario.from_query(query, today=TODAY).scenario
    app.session_state[state.KEPT] = with_kept((), "Kept", scenario)
    return drawn(app.run())


def of_the_presentation(query):
    app = opened(**query, mode="present")
    figures = []
    for number in range(len(SCREENS)):
        app.session_state[state.SCREEN] = number
        figures += drawn(app.run())
    return figures


DRAWN_BY = {
    "compare": of_the_page("compare.py"),
    "bill": of_the_page("bill.py"),
    "week": of_the_page("week.py"),
    "care": of_the_page("care.py"),
    "share": of_kept_scenarios,
    "presentation": of_the_presentation,
}


@pytest.mark.parametrize("third_path", catalog().options("third_path"))
@pytest.mark.parametrize("place", DRAWN_BY)
def test_every_figure_is_valid_and_of_a_kind_the_browser_can_draw(place, third_path):
    pictures = DRAWN_BY[place]({**QUERY, "third_path": third_path})
    assert pictures
    for picture in pictures:
        # Raises for a property or a value that the schema does not have.
        figure = Figure(picture["figure"])
        assert {trace.type for trace in figure.data} <= KINDS, picture["alt"]


@pytest.mark.parametrize("page", ["decide.py", "sources.py"])
def test_the_other_pages_draw_no_figure(page):
    assert not drawn(opened(page, **QUERY, topics="money|time"))


def test_the_numbers_of_a_chart_are_a_table_and_a_file_once_its_fold_is_open():
    app = opened()
    assert not app.get("download_button")
    app.session_state["table_time"] = True
    app.run()
    assert say("chart.download") in [button.label for button in app.get("download_button")]
