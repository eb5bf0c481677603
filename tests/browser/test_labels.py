"""No text of a chart is cut, lies on another, or is crossed: at any width, for any inputs.

The charts are drawn by our own script in cards of these widths, without the pages around them.
"""

import random
from collections.abc import Iterator

import pytest
from by_night import IS_NIGHT, mostly_by_night
from in_chart import ASKED, DRAWN_AND_ASKED
from scenarios import comparison
from visitor import PHONE, START

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import Comparison
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.drawing.style import TEXT, Chart, layout, note
from carechoice.topics.bill.break_even import break_even_chart
from carechoice.topics.bill.running import running_chart
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.included import included_chart
from carechoice.topics.dashboard.charts import charts
from carechoice.topics.unknown.charts import unknown_chart
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swing_chart import swing_chart
from carechoice.topics.unknown.swings import swings
from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.week_chart import week_charts
from carechoice.ui.assets import PLOTLY, address

# A chart on a phone of 320 pixels; in the cockpit on a desk of 1280, and on the widest page.
NARROWEST = 252
WIDTHS = (292, 1100)
MOST = {"therapy_sessions": 104, "iop_weeks": 26}
CORNERS = {
    "a third way across New Year": {"third_path": "step_down", "start_date": "2026-11-30"},
    "two years of a third way": {"third_path": "step_up", "therapy_sessions": 104},
    "one session, one week": {"therapy_sessions": 1, "iop_weeks": 1},
    "every other week for four years": {**MOST, "therapy_hours_per_week": 0.5},
    "long names of hours": {"iop_hours_per_week": 15.5, "third_path": "step_down"},
    "nothing to pay": {"plan": "masshealth", "third_path": "step_down"},
    "hundreds of thousands": {
        **MOST,
        "network": "self_pay",
        "therapy_price_usd": 1000,
        "iop_price_per_day_usd": 2000,
        "third_path": "step_down",
    },
    "out of network, above an IOP": {
        "network": "oon",
        "iop_hours_per_week": 20,
        "third_path": "step_up",
    },
    "no insurance": {"plan": "none", "third_path": "step_up"},
    "both alike": {
        "therapy_hours_per_week": 5,
        "iop_hours_per_week": 5,
        "third_path": "step_down",
    },
    "three hours beside six": {"therapy_hours_per_week": 3, "iop_hours_per_week": 6},
    "an IOP of three hours": {"iop_hours_per_week": 3, "therapy_hours_per_week": 3},
    "hours on a boundary": {
        "therapy_hours_per_week": 2.5,
        "iop_hours_per_week": 8,
        "third_path": "step_up",
    },
    "above an IOP, then therapy": {"iop_hours_per_week": 20, "third_path": "step_down"},
    "beside nine to five": {"fixed_hours": "mon-fri:09-17", "travel_minutes_per_visit": 60},
}
# What WCAG 1.4.12 asks for.
SPACING = """
* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
"""
# Into how many parts an axis is cut at most, on a card of a width.
AMOUNTS = """
async ({ script, figure, width }) => {
  const { fit } = await import(new URL(script, document.baseURI));
  figure.layout.width = width;
  fit(figure, getComputedStyle(document.querySelector("[data-testid=stMain]")));
  return figure.layout.xaxis.nticks;
}
"""
LARGE = "html { font-size: 200% !important; }"


def drawn_scenarios(how_many: int) -> Iterator[dict[str, object]]:
    """Values of the main inputs and the third way, the same ones at each run."""
    draw = random.Random(1)
    rows = [row for row in catalog().parameters.values() if row.place == "main" and row.is_number]
    for _ in range(how_many):
        values = {row.key: _value(draw, row) for row in rows}
        yield {**values, "third_path": draw.choice(("off", "step_down", "step_up"))}


def _value(draw: random.Random, row) -> str:
    least, most = row.bounds
    return f"{least + row.step * draw.randint(0, int((most - least) / row.step)):g}"


def all_charts(result: Comparison) -> dict[str, Chart]:
    drawn = [
        *charts(result),
        running_chart(result),
        break_even_chart(result),
        unknown_chart(result, spreads(result)),
        swing_chart(swings(result.scenario), result.scenario),
        filling_chart(result),
        included_chart(result),
        course_chart(result),
        *(chart for weeks in week_charts(planned_weeks(result)).values() for chart in weeks),
    ]
    return {chart.key: chart for chart in drawn if chart.has_content}


def faults(visitor, inputs: dict[str, object], width: int) -> list[str]:
    """What is wrong with the labels of all charts of a scenario, drawn in cards of a width."""
    data = {
        key: {
            "figure": chart.figure,
            "alt": chart.alt,
            "caption": [],
            "text_color": TEXT,
            "address": address(PLOTLY),
        }
        for key, chart in all_charts(comparison(**inputs)).items()
    }
    asked = {"script": address("plot.js"), "charts": data, "width": width}
    return visitor.page.evaluate(DRAWN_AND_ASKED, asked)


@pytest.fixture(scope="module")
def page_with_style(lasting_tab):
    """A page without charts of its own, in whose style and font charts are drawn."""
    return lasting_tab().open("/sources", START)


@pytest.mark.parametrize("corner", mostly_by_night(CORNERS, by_day=list(CORNERS)[::4]))
def test_no_label_is_cut_or_crossed_on_the_narrowest_phone(page_with_style, corner):
    assert faults(page_with_style, CORNERS[corner], NARROWEST) == []


@pytest.mark.by_night
def test_no_label_is_cut_or_crossed_on_desks(page_with_style):
    for place, (name, inputs) in enumerate(CORNERS.items()):
        width = WIDTHS[place % len(WIDTHS)]
        assert faults(page_with_style, inputs, width) == [], (name, width)


def test_no_label_is_cut_or_crossed_with_drawn_inputs(page_with_style):
    for inputs in drawn_scenarios(how_many=24 if IS_NIGHT else 3):
        assert faults(page_with_style, inputs, NARROWEST) == [], inputs


def test_an_axis_has_as_many_amounts_as_stand_side_by_side_on_a_phone(page_with_style):
    """Up to $8,530: it had $0 and $5,000 alone, as if an amount were as wide as a date."""
    figure = all_charts(comparison())["unknown"].figure
    asked = {"script": address("labels.js"), "figure": figure, "width": 300}
    assert page_with_style.page.evaluate(AMOUNTS, asked) == 5


@pytest.mark.by_night
@pytest.mark.parametrize(("style", "width"), [(SPACING, 252), (SPACING, 292), (LARGE, 560)])
def test_no_label_is_cut_or_crossed_where_letters_are_set_apart_or_made_larger(tab, style, width):
    visitor = tab().open("/sources", START)
    visitor.page.add_style_tag(content=style)
    for corner in ("a third way across New Year", "hundreds of thousands", "beside nine to five"):
        assert faults(visitor, CORNERS[corner], width) == [], corner


@pytest.mark.by_night
def test_charts_are_drawn_again_where_letters_move_apart_while_the_page_is_open(tab):
    visitor = tab(size=PHONE).open("/", START | CORNERS["two years of a third way"])
    before = {key: visitor.drawn(key) for key in ("time", "cost", "level")}
    visitor.page.add_style_tag(content=SPACING)
    for key, drawn in before.items():
        visitor.wait_until_drawn_anew(key, drawn)
    assert visitor.settled().page.evaluate(ASKED) == []


def test_a_text_that_is_cut_on_another_or_crossed_would_be_found(page_with_style):
    """A chart as none of ours is: two labels at one place on a bar, and one beyond its end."""
    labels = [{**note(0.5, 0, "Here"), "yanchor": "middle"}] * 2 + [note(2, 0.3, "Far away")]
    figure = {
        "data": [{"type": "bar", "orientation": "h", "x": [1], "y": [0]}],
        "layout": layout(
            height=200,
            xaxis={"range": [0, 2], "dtick": 0.6},
            yaxis={"visible": False, "range": [-1, 1]},
            annotations=labels,
        ),
    }
    data = {
        "figure": figure,
        "alt": "",
        "caption": [],
        "text_color": TEXT,
        "address": address(PLOTLY),
    }
    asked = {"script": address("plot.js"), "charts": {"bad": data}, "width": NARROWEST}
    found = page_with_style.page.evaluate(DRAWN_AND_ASKED, asked)
    assert {
        "bad: Here lies on Here",
        "bad: Here lies on a mark or bar",
        "bad: a line crosses Here",
        "bad: Far away is cut",
    } <= set(found)
