"""What a chart says to people who cannot see it, and what stands below it, are not the same."""

import pytest
from scenarios import comparison

from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.topics.bill.break_even import break_even_chart
from carechoice.topics.bill.running import running_chart
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.included import included_chart
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.unknown.charts import unknown_chart
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swing_chart import swing_chart
from carechoice.topics.unknown.swings import swings
from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.week_chart import week_charts

ASKED = {"third_path": "step_down", "fixed_hours": "mon-fri:09-17", "start_date": "2026-11-30"}
KNOWN_FOR_THERAPY = {"therapy_copay_usd": 27, "therapy_deductible_applies": "no"}


def charts_with_their_captions_below():
    result = comparison(**ASKED)
    weeks = week_charts(planned_weeks(result))
    return [
        running_chart(result),
        break_even_chart(result),
        unknown_chart(result, spreads(result)),
        swing_chart(swings(result.scenario), result.scenario),
        course_chart(result),
        included_chart(result),
        filling_chart(result),
        *(chart for phases in weeks.values() for chart in phases),
    ]


@pytest.fixture(scope="module", name="drawn")
def _drawn():
    return charts_with_their_captions_below()


def test_what_stands_below_a_chart_is_not_read_out_in_its_place_too(drawn):
    for chart in drawn:
        assert chart.alt
        assert chart.caption.replace("*", "") not in chart.alt, chart.key


def test_a_chart_that_leaves_what_it_shows_to_the_text_below_says_so_once(drawn):
    """The matrix says all of it itself."""
    for chart in drawn:
        told = chart.alt.count("The text that follows says what it shows.")
        assert told == (chart.key != "included"), chart.key


def test_the_range_of_what_a_third_way_costs_is_read_out_too():
    chart = cost_chart(comparison(third_path="step_down", **KNOWN_FOR_THERAPY))
    low, high = ends(chart, "You pay")
    assert f"IOP, then therapy: you pay {low} to {high} in as many tries." in chart.alt


def test_under_any_plan_the_range_of_a_third_way_is_all_that_is_read_out_of_it():
    chart = cost_chart(comparison(third_path="step_down"))
    you, plan = (" to ".join(ends(chart, who)) for who in ("You pay", "Your plan pays"))
    assert f"IOP, then therapy: you pay {you} and your plan pays {plan}." in chart.alt


def ends(chart, who):
    """The low and the high end of what the last option costs, as the table below the chart says."""
    rows = {row[0]: row[-1] for row in chart.table.shown()}
    return [rows[f"{who}, {end} end"] for end in ("low", "high")]


def test_where_nothing_is_owed_no_range_of_a_third_way_is_read_out():
    assert "80 of 100" not in cost_chart(comparison(third_path="step_down", plan="masshealth")).alt


def test_two_charts_of_a_page_are_not_read_out_alike(drawn):
    told = [chart.alt for chart in drawn]
    assert len(set(told)) == len(told)
