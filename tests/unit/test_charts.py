"""What the charts draw, read back from the figures."""

import csv
import io

import pytest
from scenarios import comparison

from carechoice.charts import charts, cost_chart, level_chart, time_chart


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


def test_labels_of_both_marks_do_not_stand_on_one_line_of_one_rung():
    notes = level_chart(comparison(iop_hours_per_week=6)).figure["layout"]["annotations"][-2:]
    assert notes[0]["yshift"] != notes[1]["yshift"]


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
