"""What the charts draw, read back from the figures."""

import csv
import io

import pytest
from scenarios import comparison

from carechoice.topics.bill.break_even import break_even_chart
from carechoice.topics.bill.running import running_chart
from carechoice.topics.dashboard.charts import charts
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.dashboard.level import level_chart
from carechoice.topics.dashboard.time import time_chart


def test_the_filled_area_of_the_time_chart_is_the_total_hours():
    result = comparison(therapy_hours_per_week=0.5)
    drawn = {trace["name"]: trace for trace in time_chart(result).figure["data"]}
    for name, option in zip(("Therapy", "IOP"), result.options.values(), strict=True):
        trace = drawn[name]
        # Steps: each hour value holds for the week that follows; the last two points close it.
        assert sum(trace["y"][:-2]) == option.total_hours
        assert trace["x"][0] == option.first_day.isoformat()


def test_bars_of_the_cost_chart_add_up_to_the_total_price():
    result = comparison()
    bars = cost_chart(result).figure["data"]
    for option in result.options.values():
        row = {"therapy": 1, "iop": 0}[option.pathway]
        mine = [bar["x"][0] for bar in bars if bar["y"] == [row]]
        assert sum(mine) == pytest.approx(option.total_price_usd)


def test_the_range_is_drawn_on_what_the_patient_pays():
    bars = cost_chart(comparison()).figure["data"]
    spread = bars[0]["error_x"]
    # $2,733 likely, $2,056 to $4,000.
    assert spread["arrayminus"] == [pytest.approx(2732.80 - 2056)]
    assert spread["array"] == [pytest.approx(4000 - 2732.80)]
    assert not bars[2]["error_x"]["visible"]


def test_the_cost_axis_starts_at_zero_and_holds_the_highest_amount():
    low, high = cost_chart(comparison(plan="none")).figure["layout"]["xaxis"]["range"]
    assert low == 0
    assert high >= 24 * 650


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


def labels_of_marks(**inputs):
    """How the names of therapy and of the IOP stand at their marks."""
    notes = level_chart(comparison(**inputs)).figure["layout"]["annotations"]
    return [(note["yanchor"], note["xanchor"]) for note in notes[-2:]]


@pytest.mark.parametrize(("therapy", "iop"), [(1, 8), (3, 6), (3, 3.5), (5, 5)])
def test_on_one_rung_the_name_of_the_option_with_fewer_hours_stands_below(therapy, iop):
    found = labels_of_marks(therapy_hours_per_week=therapy, iop_hours_per_week=iop)
    assert found == [("top", "left"), ("middle", "left")]


def test_on_one_rung_it_may_be_the_iop_that_has_fewer_hours():
    """The name of therapy goes on to the right of its mark; the IOP's would lie on that mark."""
    found = labels_of_marks(therapy_hours_per_week=5, iop_hours_per_week=3)
    assert found == [("middle", "left"), ("top", "left")]


@pytest.mark.parametrize(("iop", "side"), [(9, "left"), (16, "left"), (17, "right"), (30, "right")])
def test_on_two_rungs_each_name_stands_beside_its_mark_on_the_side_with_room(iop, side):
    assert labels_of_marks(iop_hours_per_week=iop) == [("middle", "left"), ("middle", side)]


def test_the_frame_of_a_third_way_has_room_between_the_names():
    alone, framed = (
        level_chart(comparison(**third, therapy_hours_per_week=3, iop_hours_per_week=6))
        for third in ({}, {"third_path": "step_down"})
    )
    both = (chart.figure["layout"]["annotations"] for chart in (framed, alone))
    for mine, others in zip(*both, strict=True):
        moved = [abs(note.get("xshift", 0)) + abs(note.get("yshift", 0)) for note in (mine, others)]
        assert moved[0] > moved[1]


@pytest.mark.parametrize("third", ["step_down", "step_up"])
@pytest.mark.parametrize(
    ("iop", "across"),
    # On the right half the name of the IOP stands to the left of its mark: the line passes below.
    [(9, 1), (16, 1), (17, 0.75), (20, 1.75), (30, 1.75)],
)
def test_the_line_of_a_third_way_goes_up_beside_the_names_and_then_across(third, iop, across):
    figure = level_chart(comparison(third_path=third, iop_hours_per_week=iop)).figure
    (line,) = [trace for trace in figure["data"] if trace.get("mode") == "lines"]
    assert list(zip(line["x"], line["y"], strict=True)) == [(1, 0), (1, across), (iop, across)]
    (outpatient,) = [
        note for note in figure["layout"]["annotations"] if note["text"].startswith("Outpatient")
    ]
    assert (outpatient["x"], outpatient["xanchor"]) == (1, "left")
    assert outpatient["xshift"] > 0


def test_between_two_marks_on_one_rung_the_line_of_a_third_way_is_level():
    result = comparison(third_path="step_up", therapy_hours_per_week=3, iop_hours_per_week=6)
    (line,) = [
        trace for trace in level_chart(result).figure["data"] if trace.get("mode") == "lines"
    ]
    assert set(line["y"]) == {0}


@pytest.mark.parametrize(
    ("third", "name"),
    [("off", "<b>IOP, 15 hours 30 minutes</b>"), ("step_down", "<b>IOP, 15 h 30 min</b>")],
)
def test_a_name_without_room_beside_its_frame_on_a_phone_is_short(third, name):
    result = comparison(third_path=third, iop_hours_per_week=15.5)
    assert level_chart(result).figure["layout"]["annotations"][-1]["text"] == name


@pytest.mark.parametrize("index", range(3))
def test_every_chart_has_title_caption_alternative_text_and_table(index):
    chart = charts(comparison())[index]
    assert all((chart.title, chart.caption, chart.alt, chart.table))
    assert {len(row) for row in chart.table.rows} == {len(chart.table.columns)}


def test_alternative_text_names_both_options_and_their_numbers():
    time, cost, level = charts(comparison())
    assert "72 hours in all" in time.alt
    assert "you pay $486" in cost.alt
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
    header, *rows = read_csv(cost_chart(comparison()).table)
    assert header == ["In dollars", "Individual therapy", "Intensive outpatient program (IOP)"]
    assert [float(row[1]) for row in rows] == [486, 486, 486, 1858.14, 2344.14]
    assert [float(row[2]) for row in rows] == [2732.80, 2056, 4000, 3387.20, 6120]


def test_csv_has_dates_a_program_can_read():
    assert read_csv(time_chart(comparison()).table)[9] == ["9", "2027-03-01", "1.0", "0"]


def test_labels_of_equally_high_areas_do_not_stand_on_one_line():
    result = comparison(therapy_hours_per_week=5, iop_hours_per_week=5)
    notes = time_chart(result).figure["layout"]["annotations"]
    assert {note["yanchor"] for note in notes} == {"top", "bottom"}


def test_options_have_the_same_colour_in_every_chart():
    time, cost, level = charts(comparison())
    iop, therapy = (trace["line"]["color"] for trace in time.figure["data"])
    assert {
        cost.figure["data"][2]["marker"]["color"],
        level.figure["data"][1]["marker"]["color"],
    } == {therapy}
    assert {
        cost.figure["data"][0]["marker"]["color"],
        level.figure["data"][2]["marker"]["color"],
    } == {iop}


@pytest.mark.parametrize("chart", [time_chart, running_chart])
def test_the_first_day_below_an_axis_is_set_off_from_the_zero_beside_it(chart):
    layout = chart(comparison(start_date="2026-11-30")).figure["layout"]
    assert layout["xaxis"]["type"] == "date"
    assert layout["xaxis"]["ticklabelstandoff"] == 6


def break_even_layout(**inputs):
    return break_even_chart(comparison(**inputs)).figure["layout"]


def label_of(number, shape):
    return next(note for note in shape["annotations"] if note["text"] == number)


@pytest.mark.parametrize(("copay_usd", "session"), [(27, 102), (35, 79)])
def test_the_number_of_a_late_crossing_stands_on_the_axis_below_it(copay_usd, session):
    """$2,733 at $27 a session is session 102 of 104, at $35 session 79: the rising line takes the
    room at the left, and the edge at the right has none."""
    shape = break_even_layout(therapy_copay_usd=copay_usd)
    number = label_of(f"{session} sessions", shape)
    assert (number["x"], number["y"], number["xanchor"]) == (session, 0, "right")
    (drop,) = shape["shapes"]
    assert (drop["x0"], drop["x1"], drop["y0"]) == (session, session, 0)
    assert drop["y1"] == pytest.approx(2732.80)


def test_the_number_of_an_earlier_crossing_stands_below_at_its_right():
    """$2,733 at $54 a session is session 51: to its right the rising line is above."""
    shape = break_even_layout(therapy_copay_usd=54)
    number = label_of("51 sessions", shape)
    assert (number["xanchor"], number["yanchor"]) == ("left", "top")
    assert shape["shapes"] == []
