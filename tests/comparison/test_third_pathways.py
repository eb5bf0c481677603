"""A third pathway: one kind of care after the other, billed as one course. Worked by hand.

IOP, then 8 sessions, from Monday, January 4, 2027: 24 program days to February 25, then a session
a week from March 1 to April 19. The bill: $1,785 + $131.80 + $816 for the days (see test_bill.py),
then 8 copayments of $27.
"""

from datetime import date

import pytest
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS, patient_usd_by_visit
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.comparison.weeks.planned_week import minutes, planned_weeks
from carechoice.topics.bill.facts import steps
from carechoice.topics.care import words as care_words
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.included import included_chart
from carechoice.topics.dashboard.charts import charts
from carechoice.topics.dashboard.level import level_alt
from carechoice.topics.sources import method
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.week import words as week_words


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


def test_the_range_of_a_third_pathway_is_over_the_bill_of_both_parts():
    """With all of the plan told, eight copayments of $27 come on top of the program alone."""
    told = {"plan_pays_percent": 80, "deductible_usd": 1886, "oop_max_usd": 10000}
    copays = {"therapy_copay_usd": 27, "therapy_deductible_applies": "no"}
    program = {"iop_copay_per_day_usd": 0, "iop_deductible_applies": "yes"}
    options = comparison(third_path="step_down", **told, **copays, **program).options
    both, alone = options["step_down"].patient_usd, options["iop"].patient_usd
    assert both.low == pytest.approx(alone.low + 8 * 27)
    assert both.high == pytest.approx(alone.high + 8 * 27)


def test_each_part_has_its_level():
    assert [phase.level.key for phase in third("step_down").phases] == ["iop", "outpatient"]


def test_the_answer_says_both_parts_in_order():
    told = words.answer(comparison(third_path="step_down"))["step_down"]
    assert told == (
        "**IOP, then therapy** takes **9 hours a week** until February 25, 2027, then **1 hour a "
        "week** until April 19, 2027, and costs you **likely $1,729 to $4,873**."
    )


def test_the_third_pathway_has_a_column_a_bar_an_area_and_words_like_the_others():
    result = comparison(third_path="step_up")
    assert all(len(row) == 4 for row in key_figures(result))
    assert key_figures(result)[0][3] == "1 hour, then 9 hours"
    time, cost, level = charts(result)
    assert len(time.figure["data"]) == 3
    assert {bar["y"][0] for bar in cost.figure["data"]} == {0, 1, 2, None}
    for chart in (time, cost):
        assert "Therapy, then IOP" in chart.caption
        assert "Therapy, then IOP" in chart.alt
        assert len(chart.table.header()) >= 4
    assert "If you go on from therapy to the program" in level.caption
    assert (
        "**Therapy, then IOP.** 6 sessions from January 4, 2027 to February 8, 2027, then 24 days "
        "from February 15, 2027 to April 8, 2027. All of it is one bill in the order of the dates."
    ) in method.steps(result)


def test_the_bill_counts_days_and_sessions_apart():
    found = steps(comparison(third_path="step_down"), "step_down")
    assert [(step.entry.care, step.first, step.last) for step in found] == [
        ("iop", 1, 7),
        ("iop", 8, 8),
        ("iop", 9, 24),
        ("therapy", 1, 8),
    ]


def test_the_range_covers_the_third_pathway_too():
    result = comparison(third_path="step_down")
    spread = spreads(result)["step_down"]
    both = sum(spreads(result)[path].extremes.low for path in ("iop",))
    assert spread.extremes.low > both
    assert spread.extremes.likely == result.options["step_down"].patient_usd.likely


def test_the_two_options_are_the_same_with_and_without_a_third_pathway():
    alone, beside = comparison(), comparison(third_path="step_down")
    for pathway in PATHWAYS:
        assert alone.options[pathway] == beside.options[pathway]
        assert level_caption(alone).split(".")[0] in level_caption(beside)


def test_every_pathway_in_the_data_can_be_billed():
    """A fourth pathway is a row of paths.csv, not code."""
    result = comparison()
    for path in catalog().paths:
        assert sum(patient_usd_by_visit(result.scenario, path)) > 0


def weeks_of(path, **inputs):
    return planned_weeks(comparison(third_path=path, **inputs))[path]


def test_each_part_has_a_week_of_its_own():
    """Eight program weeks of 3 x 3 hours, then eight sessions of an hour in weeks 9 to 16."""
    program, sessions = weeks_of("step_down", step_down_sessions=8)
    assert [(week.first_week, week.last_week) for week in (program, sessions)] == [(1, 8), (9, 16)]
    assert (minutes(program.visits), minutes(sessions.visits)) == (540, 60)
    assert (program.number, sessions.number) == (1, 9)
    assert sessions.is_like_others


def test_each_part_is_placed_at_the_time_of_day_of_its_care():
    program, sessions = weeks_of("step_down", iop_time_of_day="evening", fixed_hours="mon:09-10")
    assert program.visits[0].start_minutes == 17 * 60 + 30
    assert sessions.visits[0].start_minutes == 9 * 60
    assert (program.clashes, minutes(sessions.clashes)) == ((), 60)


def test_the_week_of_a_part_differs_from_that_of_the_option_where_its_course_is_shorter():
    """1.5 hours a week: two sessions in week 1. A single one is a week of one hour."""
    result = comparison(third_path="step_up", therapy_hours_per_week=1.5, step_up_sessions=1)
    weeks = planned_weeks(result)
    assert minutes(weeks["therapy"][0].visits) == 120
    assert minutes(weeks["step_up"][0].visits) == 60
    assert week_words.title(weeks["step_up"][0]) == "Therapy, then IOP: week 1"
    assert week_words.title(weeks["step_up"][1]) == "Therapy, then IOP: weeks 2 to 9"


def test_the_figures_of_a_week_are_told_by_part():
    rows = {
        question: third
        for question, _, _, third in week_words.figures(
            planned_weeks(comparison(third_path="step_down"))
        )
    }
    assert rows["Care"] == "9 hours, then 1 hour"
    assert rows["Left free"] == "103 hours, then 111 hours"
    assert rows["Clash with fixed hours"] == "none"


def test_what_can_be_tried_is_told_for_each_part():
    result = comparison(third_path="step_down", fixed_hours="mon-fri:09-17")
    told = [week_words.about_clashes(result, week) for week in planned_weeks(result)["step_down"]]
    assert told[0] == week_words.about_clashes(result, planned_weeks(result)["iop"][0])
    assert told[1] == week_words.about_clashes(result, planned_weeks(result)["therapy"][0])


def test_the_ladder_has_a_mark_for_each_part():
    def marks(**inputs):
        rungs = care_words.ladder(comparison(third_path="step_down", **inputs))
        return [rung.marks["step_down"] for rung in rungs if "step_down" in rung.marks]

    assert marks() == [
        "□ **IOP, then therapy**, then 1 hour a week",
        "□ **IOP, then therapy**, first 9 hours a week",
    ]
    assert marks(iop_hours_per_week=8) == [
        "□ **IOP, then therapy**, first 8 hours, then 1 hour a week"
    ]


def test_what_fills_the_hours_is_drawn_by_part_in_the_room_of_one_bar():
    chart = filling_chart(comparison(third_path="step_down"))
    first, then = chart.figure["data"][2:]
    # One-to-one, group, skills: 1, 6 and 2 of nine hours, then one hour of one-to-one.
    assert (first["x"], then["x"]) == ([1, 6, 2], [1, 0, 0])
    assert first["width"] + then["width"] == chart.figure["data"][0]["width"]
    assert all(up > down for up, down in zip(first["y"], then["y"], strict=True))
    labels = [label["text"] for label in chart.figure["layout"]["annotations"]]
    assert "IOP, then therapy: 6 hours, then none" in labels
    assert "IOP, then therapy: 1 hour" in labels
    assert chart.table.shown()[-1] == ["In all", "1 hour", "9 hours", "9 hours, then 1 hour"]
    assert chart.table.rows[-1][-2:] == (9, 1)


def test_what_the_levels_include_is_told_by_part():
    result = comparison(third_path="step_up")
    mark = included_chart(result).figure["data"][-1]
    # Outpatient care is the second column, the IOP the third.
    assert mark["x"] == [1, 2]
    assert "then what the level “Intensive outpatient” includes" in (
        care_words.included_caption(result)
    )
    (option,) = result.beside
    like = care_words.third_like(result, option)
    assert like.endswith("as told for “Therapy”, then as told for “IOP”.")
    assert level_alt(result).endswith(
        "Therapy, then IOP: on the rung Outpatient care, then on the rung Intensive outpatient "
        "program (IOP)."
    )
