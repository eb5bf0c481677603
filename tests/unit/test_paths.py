"""A third way: one kind of care after the other, billed as one course. Worked by hand.

IOP, then 8 sessions, from Monday, January 4, 2027: 24 program days to February 25, then a session
a week from March 1 to April 19. The bill: $1,785 + $131.80 + $816 for the days (see test_bill.py),
then 8 copayments of $27.
"""

from datetime import date

import pytest
from scenarios import comparison

from carechoice import captions, method, words
from carechoice.bill import steps
from carechoice.catalog import catalog
from carechoice.charts import charts
from carechoice.comparison import PATHWAYS, patient_usd_by_visit
from carechoice.unknowns import spreads


def third(path, **inputs):
    return comparison(third_path=path, **inputs).options[path]


def test_off_by_default_there_are_two_options():
    assert tuple(comparison().options) == PATHWAYS


def test_sessions_start_in_the_week_after_the_program():
    option = third("step_down")
    program, therapy = option.phases
    assert (program.care, program.visits, program.last_day) == ("iop", 24, date(2027, 2, 25))
    assert (therapy.care, therapy.visits, therapy.last_day) == ("therapy", 8, date(2027, 4, 19))
    assert option.weeks == 16
    assert option.hours_by_week == (9,) * 8 + (1,) * 8
    assert option.total_hours == 80


def test_the_program_starts_in_the_week_after_the_sessions():
    option = third("step_up", step_up_sessions=6)
    therapy, program = option.phases
    assert (therapy.visits, therapy.last_day) == (6, date(2027, 2, 8))
    assert (program.visits, program.last_day) == (24, date(2027, 4, 8))
    assert option.hours_by_week == (1,) * 6 + (9,) * 8


def test_both_parts_are_one_bill_with_one_deductible():
    option = third("step_down", therapy_copay_usd=0, therapy_deductible_applies="yes")
    # The program has met the deductible: each session costs 20% of $130.23, $26.05.
    assert option.patient_usd.likely == pytest.approx(2732.80 + 8 * 26.05)
    alone = comparison(therapy_copay_usd=0, therapy_deductible_applies="yes", therapy_sessions=8)
    assert alone.options["therapy"].patient_usd.likely == pytest.approx(8 * 130.23)


def test_the_default_step_down_costs_the_program_and_eight_copayments():
    assert third("step_down").patient_usd.likely == pytest.approx(2732.80 + 8 * 27)


def test_low_and_high_prices_move_both_parts():
    """24 days at $114: $1,886 and 20% of the rest, $170; at $600: the maximum of $4,000."""
    spread = third("step_down").patient_usd
    assert spread.low == pytest.approx(comparison().options["iop"].patient_usd.low + 8 * 27)
    assert spread.high == 4000


def test_each_part_has_its_level():
    assert [phase.level.key for phase in third("step_down").phases] == ["iop", "outpatient"]


def test_the_answer_says_both_parts_in_order():
    told = words.answer(comparison(third_path="step_down"))["step_down"]
    assert told == (
        "**IOP, then therapy** takes **9 hours a week** until February 25, 2027, then **1 hour a "
        "week** until April 19, 2027, and costs you **about $2,949**."
    )


def test_the_third_way_has_a_column_a_bar_an_area_and_words_like_the_others():
    result = comparison(third_path="step_up")
    assert all(len(row) == 4 for row in words.key_figures(result))
    assert words.key_figures(result)[0][3] == "1 hour, then 9 hours"
    time, cost, level = charts(result)
    assert len(time.figure["data"]) == 3
    assert len(cost.figure["data"]) == 6
    for chart in (time, cost):
        assert "Therapy, then IOP" in chart.caption
        assert "Therapy, then IOP" in chart.alt
        assert len(chart.table.header()) >= 4
    assert "If you go on from therapy to an IOP" in level.caption
    assert any("Therapy, then the IOP" in step for step in method.steps(result))


def test_the_bill_counts_days_and_sessions_apart():
    found = steps(comparison(third_path="step_down"), "step_down")
    assert [(step.entry.care, step.first, step.last) for step in found] == [
        ("iop", 1, 7),
        ("iop", 8, 8),
        ("iop", 9, 24),
        ("therapy", 1, 8),
    ]


def test_the_range_covers_the_third_way_too():
    result = comparison(third_path="step_down")
    spread = spreads(result)["step_down"]
    both = sum(spreads(result)[path].extremes.low for path in ("iop",))
    assert spread.extremes.low > both
    assert spread.extremes.likely == result.options["step_down"].patient_usd.likely


def test_the_two_options_are_the_same_with_and_without_a_third_way():
    alone, beside = comparison(), comparison(third_path="step_down")
    for pathway in PATHWAYS:
        assert alone.options[pathway] == beside.options[pathway]
        assert captions.level_caption(alone).split(".")[0] in captions.level_caption(beside)


def test_every_way_in_the_data_can_be_billed():
    """A fourth way is a row of paths.csv, not code."""
    result = comparison()
    for path in catalog().paths:
        assert sum(patient_usd_by_visit(result.scenario, path)) > 0
