"""What the charts draw, read back from the figures."""

import csv
import io

import pytest
from scenarios import comparison

from carechoice.drawing.style import rows_of_bars
from carechoice.language.formats import money
from carechoice.topics.bill.break_even import break_even_chart
from carechoice.topics.bill.running import running_chart
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.charts import charts
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.dashboard.level import level_chart
from carechoice.topics.dashboard.time import time_chart


def test_the_filled_area_of_the_time_chart_is_the_total_hours():
    result = comparison(therapy_hours_per_week=0.5)
    drawn = time_chart(result).figure["data"]
    for trace, option in zip(drawn, result.options.values(), strict=True):
        # Steps: each hour value holds for the week that follows; the last two points close it.
        assert sum(trace["y"][:-2]) == option.total_hours
        assert trace["x"][0] == option.first_day.isoformat()


def parts_of_bars(result):
    """For each option, the uppermost first, the dollars of each part of its bar."""
    drawn = cost_chart(result).figure["data"]
    rows = range(len(result.options))[::-1]
    return [
        {trace["name"]: trace["x"][0] for trace in drawn if trace["y"] == [row]} for row in rows
    ]


KNOWN_FOR_THERAPY = {"therapy_copay_usd": 27, "therapy_deductible_applies": "no"}


def test_a_bar_of_the_cost_chart_is_what_you_pay_what_you_may_pay_and_the_plans_part():
    """18 x $27 of 18 x $150; 24 x $255, of which $2,732.80 are within a range."""
    result = comparison(**KNOWN_FOR_THERAPY, therapy_price_usd=150)
    therapy, iop = parts_of_bars(result)
    # A copayment is the same at any price.
    assert therapy == {
        "You pay": 486,
        "You may pay": 0,
        "Your plan pays": 2700 - 486,
        "Estimate": None,
    }
    paid = result.options["iop"].patient_usd
    assert iop["You pay"] == paid.low < 2732.80 == iop["Estimate"] < paid.high
    assert iop["You pay"] + iop["You may pay"] == pytest.approx(paid.high)
    total = result.options["iop"].total_likely_usd
    assert paid.high + iop["Your plan pays"] == pytest.approx(total.high)
    assert total.high > 24 * 255


def test_under_any_plan_no_bar_of_the_cost_chart_ends_at_the_numbers_of_an_example():
    """A solid bar to $486, the low end, beside one to $2,732.80, in the middle, was no fair one."""
    result = comparison(third_path="step_down")
    for option, bar in zip(result.options.values(), parts_of_bars(result), strict=True):
        paid = option.patient_usd
        assert bar["You pay"] == paid.low
        assert bar["You may pay"] == pytest.approx(paid.high - paid.low)
        assert bar["Estimate"] is None
    labels = [each["text"] for each in cost_chart(result).figure["layout"]["annotations"]][::-1]
    assert labels[:2] == [
        "<b>Therapy</b><br>You pay $486 to $2,393",
        "<b>IOP</b><br>You pay $1,460 to $4,666",
    ]


def test_the_key_of_the_cost_chart_names_the_parts_that_are_seen():
    known = {"therapy_price_usd": 150, "iop_price_per_day_usd": 400}
    asked = ({}, KNOWN_FOR_THERAPY, {"plan": "masshealth"}, {"plan": "none", **known})
    assert [names_in_key(cost_chart(comparison(**each))) for each in asked] == [
        ["You pay", "You may pay", "Rest of the price"],
        ["You pay", "You may pay", "Rest of the price", "Estimate"],
        ["Your plan pays"],
        ["You pay"],
    ]


def test_the_cost_table_has_no_low_and_high_end_where_nothing_is_uncertain():
    """MassHealth pays all; of the employer's plan that nobody knows, both ends differ."""
    prices = {"therapy_price_usd": 150, "iop_price_per_day_usd": 400}
    known = cost_chart(comparison(plan="masshealth", **prices)).table
    assert [row[0] for row in known.shown()] == ["You pay", "Your plan pays", "Total price"]
    assert [row[0] for row in cost_chart(comparison()).table.shown()] == [
        "You pay, low end",
        "You pay, high end",
        "Your plan pays, low end",
        "Your plan pays, high end",
        "Total price, low end",
        "Total price, high end",
    ]


def ends(name, **inputs):
    """What the cost table has for an amount: (low, high) of therapy and of the IOP, in dollars."""
    rows = {row[0]: row[1:] for row in cost_chart(comparison(**inputs)).table.rows}
    return list(zip(rows[f"{name}, low end"], rows[f"{name}, high end"], strict=True))


def test_the_total_price_is_a_range_where_a_price_may_be_another():
    """$113.58 over $130.23 to $158.02 a session: a tenth lies below $113.58 + sqrt(0.1 x 44.44 x
    16.65) = $122.18, a tenth above $158.02 - sqrt(0.1 x 44.44 x 27.79) = $146.91; of $114 over $255
    to $600 a day it is $196.86 and $470.48."""
    therapy, iop = ends("Total price")
    assert therapy == pytest.approx((18 * 122.18, 18 * 146.91), rel=0.003)
    assert iop == pytest.approx((24 * 196.86, 24 * 470.48), rel=0.003)


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"plan_pays_percent": 50, "oop_max_applies": "no"},
        {"plan": "none"},
        {"plan": "medicare"},
        {"iop_not_covered": "yes"},
        {"network": "oon", "iop_charge_per_day_usd": 300, "deductible_usd": 8000},
        {"plan_pays_percent": 0, "iop_deductible_applies": "no", "iop_copay_per_day_usd": 0},
    ],
)
def test_no_end_of_a_part_is_above_the_same_end_of_the_total_price(inputs):
    for option in comparison(**inputs).options.values():
        for part in (option.patient_usd, option.plan_likely_usd):
            assert part.low <= option.total_likely_usd.low
            assert part.high <= option.total_likely_usd.high


def test_what_a_plan_pays_is_no_one_amount_where_only_the_price_is_open():
    """$27 of each session; the plan pays the rest of a price that nobody has told."""
    known = comparison(therapy_copay_usd=27, therapy_deductible_applies="no")
    therapy = known.options["therapy"]
    assert therapy.patient_usd.is_known
    total = therapy.total_likely_usd
    assert therapy.plan_likely_usd.low == pytest.approx(total.low - 486)
    assert therapy.plan_likely_usd.high == pytest.approx(total.high - 486)


def test_the_bars_end_at_the_high_end_of_the_total_price_and_are_said_to():
    result = comparison()
    highs = [option.total_likely_usd.high for option in result.options.values()]
    for bar, high in zip(parts_of_bars(result), highs, strict=True):
        parts = ("You pay", "You may pay", "Your plan pays")
        assert sum(bar[part] for part in parts) == pytest.approx(high)
    therapy, iop = map(money, highs)
    told = f"The bars end at the high end of the total price: {therapy} for therapy and {iop} for"
    assert told in captions.cost_alt(result)
    assert "The bars end" not in captions.cost_alt(comparison(plan="none"))


def test_the_cost_axis_starts_at_zero_and_holds_the_highest_amount():
    result = comparison(plan="none")
    low, high = cost_chart(result).figure["layout"]["xaxis"]["range"]
    assert low == 0
    assert high >= result.options["iop"].patient_usd.high > 24 * 350


@pytest.mark.parametrize(("label_lines", "above"), [(2, 0.57), (1, 0.25)])
def test_above_the_uppermost_bar_is_the_room_of_its_label(label_lines, above):
    """A bar is 0.36 of its row, so that the uppermost of two reaches to 1.18."""
    drawn = rows_of_bars(rows=2, most_usd=100, label_lines=label_lines)
    assert drawn["yaxis"]["range"][1] == pytest.approx(1.18 + above)


@pytest.mark.parametrize(("hours", "rung"), [(8, 0), (9, 1), (19, 1), (20, 2)])
def test_the_iop_mark_stands_on_the_rung_of_its_hours(hours, rung):
    mark = level_chart(comparison(iop_hours_per_week=hours)).figure["data"][-1]
    assert (mark["x"], mark["y"]) == ([hours], [rung])


def test_the_ladder_has_five_rungs_from_outpatient_to_inpatient():
    table = level_chart(comparison()).table
    assert [row[0] for row in table.rows] == [
        "Outpatient care",
        "Intensive outpatient program (IOP)",
        "Partial hospitalization",
        "Residential care",
        "Inpatient care",
    ]


def names_in_key(chart):
    """What the key above a drawing says, in the order in which it is drawn."""
    assert chart.figure["layout"]["showlegend"]
    return [trace["name"] for trace in chart.figure["data"] if trace.get("showlegend", True)]


def test_names_and_totals_stand_in_the_key_in_the_order_of_the_options():
    result = comparison(third_path="step_down")
    assert names_in_key(time_chart(result)) == [
        "<b>Therapy</b>: 18 hours in all",
        "<b>IOP</b>: 72 hours in all",
        "<b>IOP, then therapy</b>: 80 hours in all",
    ]
    assert names_in_key(level_chart(result)) == [
        "<b>Therapy</b>, 1 hour",
        "<b>IOP</b>, 9 hours",
        "<b>IOP, then therapy</b>",
    ]
    assert names_in_key(running_chart(result)) == [
        "<b>Therapy</b>: about $486",
        "<b>IOP</b>: about $2,733",
        "<b>IOP, then therapy</b>: about $2,949",
    ]


@pytest.mark.parametrize("chart", [time_chart, running_chart])
def test_a_line_that_lies_on_another_leaves_gaps_in_which_that_one_shows(chart):
    """At five hours a week both, and first the one, then the other, are the same for weeks."""
    inputs = {"therapy_hours_per_week": 5, "iop_hours_per_week": 5, "third_path": "step_down"}
    therapy, iop, third = chart(comparison(**inputs)).figure["data"]
    assert len({trace["line"]["width"] for trace in (therapy, iop, third)}) == 1
    assert therapy["line"]["dash"] == "solid"
    assert iop["line"]["dash"] != third["line"]["dash"]
    for upper in (iop, third):
        _, gap_px = (float(part.removesuffix("px")) for part in upper["line"]["dash"].split(","))
        assert gap_px > upper["line"]["width"]


def test_the_marks_of_a_short_option_stand_as_far_apart_as_those_of_a_long_one():
    """721 days from the first session to the last beside 136, on an axis of 777: 24.1 and 4.6."""
    drawn = running_chart(comparison(therapy_sessions=104, iop_weeks=20)).figure["data"]
    marks = [trace["marker"]["maxdisplayed"] for trace in drawn[:2]]
    assert marks == [24, 5]


def test_every_new_plan_year_that_takes_something_is_a_line_in_the_running_chart():
    """A deductible that therapy goes to, from December 2026 to November 2028."""
    result = comparison(
        start_date="2026-12-07", therapy_sessions=104, therapy_deductible_applies="yes"
    )
    *_, restarts = running_chart(result).figure["data"]
    assert restarts["name"] == "New plan year"
    assert restarts["x"] == ["2027-01-01", "2027-01-01", None, "2028-01-01", "2028-01-01", None]
    assert "New plan year" not in names_in_key(running_chart(comparison()))


def test_in_a_course_of_years_therapy_is_a_line_and_no_hatch_of_single_weeks():
    """A session of an hour every other week: in 207 weeks 103 x 2 weeks of 30 minutes, and one."""
    years = comparison(therapy_hours_per_week=0.5, therapy_sessions=104)
    every_other_week, program = time_chart(years).figure["data"]
    assert every_other_week["y"][:3] == [0.5, 0.5, 0.5]
    assert every_other_week["x"][:3] == ["2027-01-04", "2027-02-01", "2027-03-01"]
    assert max(every_other_week["y"]) < 0.6
    assert program["y"][:8] == [9] * 8
    months = comparison(therapy_hours_per_week=0.5)
    assert time_chart(months).figure["data"][0]["y"][:4] == [1, 0, 1, 0]


def test_the_key_of_the_break_even_chart_names_the_sessions_asked_about_and_the_crossing():
    assert names_in_key(break_even_chart(comparison())) == [
        "Likely range",
        "<b>Therapy</b>",
        "<b>IOP</b>: about $2,733",
        "18 sessions",
        "102 sessions",
    ]


@pytest.mark.parametrize("third", ["off", "step_down"])
def test_the_three_charts_of_the_first_page_end_on_one_line(third):
    drawn = charts(comparison(third_path=third))
    assert len({chart.figure["layout"]["height"] for chart in drawn}) == 1


@pytest.mark.parametrize("index", range(3))
def test_every_chart_has_title_caption_alternative_text_and_table(index):
    chart = charts(comparison())[index]
    assert all((chart.title, chart.caption, chart.alt, chart.table))
    assert {len(row) for row in chart.table.rows} == {len(chart.table.columns)}


def test_alternative_text_names_both_options_and_their_numbers():
    time, cost, level = charts(comparison())
    assert "72 hours in all" in time.alt
    assert "Therapy: you pay $486 to $2,393, your plan pays $0 to $2,016." in cost.alt
    assert "IOP at 9 hours a week is on the rung Intensive outpatient" in level.alt


def test_the_time_table_has_a_row_for_each_week_of_the_longer_course():
    table = time_chart(comparison()).table
    assert len(table.rows) == 18
    assert table.shown()[8] == ["9", "March 1, 2027", "1 hour", "0 hours"]


def test_with_a_third_way_the_number_of_the_week_stands_in_the_file_only():
    table = time_chart(comparison(third_path="step_down")).table
    assert table.header()[0] == "Week of"
    assert table.header()[1:] == ["Therapy", "IOP", "IOP, then therapy"]
    assert read_csv(table)[9][:2] == ["9", "2027-03-01"]


def read_csv(table):
    return list(csv.reader(io.StringIO(table.to_csv().decode("utf-8-sig"))))


def test_csv_has_plain_numbers_under_the_tables_header():
    result = comparison(**KNOWN_FOR_THERAPY)
    header, *rows = read_csv(cost_chart(result).table)
    iop = result.options["iop"]
    you, plan, total = iop.patient_usd, iop.plan_likely_usd, iop.total_likely_usd
    assert header == ["In dollars", "Individual therapy", "Intensive outpatient program (IOP)"]
    assert [float(row[1]) for row in rows][:4] == [486, 486, 486, 1858.14]
    assert [float(row[2]) for row in rows] == pytest.approx(
        [2732.80, you.low, you.high, 3387.20, plan.low, plan.high, 6120, total.low, total.high]
    )


def test_csv_has_dates_a_program_can_read():
    assert read_csv(time_chart(comparison()).table)[9] == ["9", "2027-03-01", "1.0", "0"]


def test_options_have_the_same_colour_in_every_chart():
    time, cost, level = charts(comparison())
    therapy, iop = (trace["line"]["color"] for trace in time.figure["data"])
    in_bars = {bar["y"][0]: bar["marker"]["line"]["color"] for bar in cost.figure["data"][::4][:2]}
    assert {in_bars[1], level.figure["data"][1]["marker"]["color"]} == {therapy}
    assert {in_bars[0], level.figure["data"][2]["marker"]["color"]} == {iop}


@pytest.mark.parametrize("chart", [time_chart, running_chart])
def test_the_first_day_below_an_axis_is_set_off_from_the_zero_beside_it(chart):
    layout = chart(comparison(start_date="2026-11-30")).figure["layout"]
    assert layout["xaxis"]["type"] == "date"
    assert layout["xaxis"]["ticklabelstandoff"] == 6
