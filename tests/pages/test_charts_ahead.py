"""The charts and tables that follow a slider before the page does are those that the page draws."""

import json

import pytest
from page_reader import drawn, opened
from scenarios import TODAY

from carechoice.comparison.compare import compare
from carechoice.drawing.style import figure_name
from carechoice.inputs.handed_on.view_parameters import SCREEN
from carechoice.inputs.scenario import Scenario
from carechoice.present.screens import SCREENS
from carechoice.ui import state
from carechoice.ui.components import plot
from carechoice.ui.text import plain
from carechoice.web.page_charts import page_charts
from carechoice.web.routes.shown_ahead import page_tables

START = {"start_date": "2027-01-04"}
# Who pays a part, who goes through two kinds of care, who owes nothing, and who has no plan.
PERSONS = [{}, {"third_path": "step_down"}, {"plan": "masshealth"}, {"network": "self_pay"}]


def ahead(page, *, screen=0, **values):
    comparison = compare(Scenario.from_query({**START, **values}, today=TODAY).scenario)
    charts = page_charts(page, comparison, screen=screen)
    found = {chart.key: (chart.figure, chart.alt) for chart in charts if chart.has_content}
    return json.loads(json.dumps(found))


def on_page(app):
    return {chart["key"]: [chart["figure"], chart["alt"]] for chart in drawn(app)}


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("page", ["compare", "bill", "week", "care"])
def test_a_page_and_what_is_ahead_of_it_have_the_same_charts(page, person):
    assert on_page(opened(f"{page}.py", **START, **person)) == ahead(page, **person)


@pytest.mark.parametrize(
    "person", [*PERSONS, {"topics": "money|travel", "travel_minutes_per_visit": "30"}]
)
@pytest.mark.parametrize("page", ["compare", "bill", "week"])
def test_a_page_and_what_is_ahead_of_it_have_the_same_tables(page, person):
    values = {**START, **person}
    comparison = compare(Scenario.from_query(values, today=TODAY).scenario)
    ahead_of_it = page_tables(page, comparison)
    assert ahead_of_it
    drawn_tables = {table.proto.alt: table.value for table in opened(f"{page}.py", **values).table}
    for name, rows in ahead_of_it.items():
        shown = drawn_tables[name]
        assert [[head, *cells] for head, *cells in shown.itertuples()] == [
            [plain(cell) for cell in row] for row in rows
        ]


@pytest.mark.parametrize("page", ["decide", "share", "sources"])
def test_a_page_without_charts_that_sliders_change_has_none_ahead(page):
    assert on_page(opened(f"{page}.py", **START)) == ahead(page) == {}


@pytest.mark.parametrize("screen", ["time", "unknown", "sources"])
def test_a_presentation_has_the_chart_of_its_screen_ahead_as_low_as_beside_its_sliders(screen):
    number = SCREENS.index(screen)
    values = {"mode": "present", SCREEN: str(number + 1)}
    app = opened(**START, **values)
    app.toggle(key="change").set_value(True).run()
    assert on_page(app) == ahead("compare", screen=number, mode="present")


def test_a_figure_that_the_browser_says_it_has_comes_by_its_name_and_no_other_does():
    app = opened(**START)
    first, *others = drawn(app)
    app.session_state[state.FIGURES] = frozenset([first["name"]])
    app.run()
    again, *rest = drawn(app)
    assert again == {key: value for key, value in first.items() if key != "figure"}
    assert rest == others
    app.slider(key="therapy_sessions").set_value(40).run()
    assert all("figure" in chart for chart in drawn(app) if chart["key"] == "time")


@pytest.mark.parametrize("sent", [None, "name", {"name": 1}, 7, [["name"]], [None]])
def test_what_is_no_list_of_names_leaves_all_figures_to_be_sent(sent, monkeypatch):
    held = {}
    monkeypatch.setattr(plot.st, "session_state", held)
    plot.browser_has(sent)
    assert not held.get(state.FIGURES)


def test_the_name_of_a_figure_changes_with_anything_in_it():
    figure = {"data": [{"x": [1]}], "layout": {"height": 280}}
    other = {"data": [{"x": [2]}], "layout": {"height": 280}}
    assert figure_name(figure) == figure_name({**figure})
    assert figure_name(figure) != figure_name(other)
