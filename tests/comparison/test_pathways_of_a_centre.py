"""Pathways of a centre's own: therapy, a program of four weeks, therapy again; and a program alone.

Worked by hand, from Monday, January 4, 2027: two sessions, 12 program days from January 18 to
February 11, then three sessions to March 1. A session has a copayment of $27; of the days, seven
are paid in full ($1,785), the eighth takes the last $101 of the deductible and 20% of the other
$154 ($131.80), and four are $51 each.
"""

from datetime import date

import pytest
from centre_folder import ROUND_WORDS, own_folder, with_a_way
from scenarios import TODAY, comparison, scenario, warnings

from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.comparison.draws.not_known import unknown
from carechoice.comparison.draws.simulation import draw, simulated_usd, with_values
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.side_by_side import picked_topics
from carechoice.comparison.side_by_side.features import third_pathway_in_words
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.comparison.visits.course import visits
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.drawing.style import SYMBOL
from carechoice.files.drawing import level_drawing
from carechoice.inputs.what_counts import lengths_of_third_pathway
from carechoice.language.sentences import say
from carechoice.topics.bill.facts import steps
from carechoice.topics.care import words as care_words
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.included import included_chart
from carechoice.topics.dashboard.charts import charts
from carechoice.topics.dashboard.level import level_alt
from carechoice.topics.sources import method
from carechoice.topics.sources.lines import fixed_lengths

ROUND = {"third_path": "round", "step_up_sessions": 2}


def of_a_centre(folder, phases):
    own = own_folder(folder, {"paths.csv": with_a_way("round", phases)}, ROUND_WORDS)
    return load([own, DEFAULT_FOLDER])


@pytest.fixture(autouse=True)
def _three_parts(tmp_path):
    own = of_a_centre(tmp_path / "three", "therapy:step_up_sessions|iop:4|therapy:3")
    with using(own):
        yield


@pytest.fixture
def _own_weeks(tmp_path, _three_parts):
    with using(of_a_centre(tmp_path / "weeks", "therapy:4:2|iop:2:5x3|therapy:2:0.5")):
        yield


@pytest.fixture
def _one_part(tmp_path, _three_parts):
    with using(of_a_centre(tmp_path / "one", "iop:4")):
        yield


@pytest.mark.usefixtures("_own_weeks")
def test_days_that_do_not_fit_a_week_of_its_own_are_said_with_what_is_counted_there():
    """Its program has five days of three hours, and two sessions a week before that."""
    asked = {"third_path": "round", "iop_weekdays": "mon_wed_fri", "therapy_weekdays": "tue"}
    assert warnings(comparison(**asked), TODAY) == [
        "With 2 hours a week it is 2 days, not 1. We count Monday and Tuesday.",
        "With 15 hours a week it is 5 days, not 3. We count Monday to Friday.",
    ]
    first, second = (visit.date for visit in visits(scenario(**asked), "round")[:2])
    assert (first, second) == (date(2027, 1, 4), date(2027, 1, 5))


def test_each_part_starts_in_the_week_after_the_one_before():
    option = comparison(**ROUND).options["round"]
    assert [(phase.care, phase.visits, phase.last_day) for phase in option.phases] == [
        ("therapy", 2, date(2027, 1, 11)),
        ("iop", 12, date(2027, 2, 11)),
        ("therapy", 3, date(2027, 3, 1)),
    ]
    assert option.hours_by_week == (1, 1, 9, 9, 9, 9, 1, 1, 1)
    assert option.total_hours == 41
    assert option.total_price_usd == pytest.approx(5 * 130.23 + 12 * 255)


def test_the_parts_are_one_bill():
    option = comparison(**ROUND).options["round"]
    assert option.patient_usd.likely == pytest.approx(5 * 27 + 1785 + 131.80 + 4 * 51)
    assert option.plan_usd == pytest.approx(option.total_price_usd - option.patient_usd.likely)


def test_all_parts_share_one_deductible_in_the_order_of_their_dates():
    """$1,886: two sessions in full, six days in full ($1,530), $95.54 of the seventh.

    Then 20%: of the other $159.46 of that day $31.89, five days at $51, three sessions at $26.05.
    """
    result = comparison(**ROUND, therapy_copay_usd=0, therapy_deductible_applies="yes")
    in_full, rest = 2 * 130.23 + 1530 + 95.54, 31.89 + 5 * 51 + 3 * 26.05
    assert result.options["round"].patient_usd.likely == pytest.approx(in_full + rest)


def test_what_is_fixed_in_the_row_no_input_changes():
    result = comparison(**ROUND, iop_weeks=10, step_down_sessions=20, therapy_sessions=30)
    assert result.options["round"].visits == 2 + 12 + 3
    assert lengths_of_third_pathway(result.scenario) == ("step_up_sessions",)


def test_the_sources_page_tells_what_is_fixed_in_the_row_and_where_it_comes_from():
    (line,) = fixed_lengths()
    assert (line.label, line.value) == ("Therapy, a short IOP, therapy", "4 weeks and 3 sessions")
    assert (line.basis, line.sources) == ("assumed", ("ours",))


def each_draw_is_its_bill(plan_year_start):
    asked = scenario(**ROUND, plan_year_start=plan_year_start, deductible_met_usd=200)
    draws = draw(asked, unknown(asked), 20)
    costs = simulated_usd("round", draws)
    for number in range(draws.count):
        values = {field: float(column[number]) for field, column in draws.drawn.items()}
        option = compare(with_values(asked, values)).options["round"]
        assert costs[number] == pytest.approx(option.patient_usd.likely, abs=0.005)


@pytest.mark.parametrize("plan_year_start", ["01-01", "02-01"])
def test_each_draw_of_the_simulation_is_its_bill(plan_year_start):
    """A plan year that begins in the middle of the program as well."""
    each_draw_is_its_bill(plan_year_start)


def test_the_answer_says_all_parts_with_their_days():
    assert words.answer(comparison(**ROUND))["round"] == (
        "**A round** takes **1 hour a week** until January 11, 2027, then "
        "**9 hours a week** until February 11, 2027, then **1 hour a week** until March 1, 2027, "
        "and costs you **likely $1,076 to $3,526**."
    )


def test_figures_level_and_method_tell_all_parts():
    result = comparison(**ROUND)
    assert key_figures(result)[0][3] == "1 hour, then 9 hours, then 1 hour"
    assert (
        "Later you go to 9 hours, then 1 hour a week, which is the intensive outpatient level, "
        "which is from 9 to under 20 hours, then outpatient care" in level_caption(result)
    )
    assert (
        "**Round.** 2 sessions from January 4, 2027 to January 11, 2027, then 12 days from "
        "January 18, 2027 to February 11, 2027, then 3 sessions from February 15, 2027 to "
        "March 1, 2027. All of it is one bill in the order of the dates." in method.steps(result)
    )
    assert (
        "Round: on the rung Outpatient care, then on the rung Intensive outpatient program "
        "(IOP), then on the rung Outpatient care." in level_alt(result)
    )


def test_the_bill_counts_the_sessions_of_both_parts_on():
    found = steps(comparison(**ROUND), "round")
    assert [(step.entry.care, step.first, step.last) for step in found] == [
        ("therapy", 1, 2),
        ("iop", 1, 7),
        ("iop", 8, 8),
        ("iop", 9, 12),
        ("therapy", 3, 5),
    ]


def test_each_part_has_its_week_and_its_bar_and_each_level_one_mark():
    result = comparison(**ROUND)
    weeks = planned_weeks(result)["round"]
    assert [(week.first_week, week.last_week) for week in weeks] == [(1, 2), (3, 6), (7, 9)]
    of_therapy, _, *bars = filling_chart(result).figure["data"]
    # One hour of one-to-one care in each part, in the room of one bar.
    assert [bar["x"][0] for bar in bars] == [1, 1, 1]
    assert sum(bar["width"] for bar in bars) == pytest.approx(of_therapy["width"])
    marks = [rung.marks["round"] for rung in care_words.ladder(result) if "round" in rung.marks]
    assert marks == ["□ **Round**, 1 hour a week", "□ **Round**, then 9 hours a week"]
    assert included_chart(result).figure["data"][-1]["x"] == [1, 2, 1]


def test_the_ladder_has_one_mark_for_parts_with_the_same_hours():
    (*_, marks) = charts(comparison(**ROUND))[2].figure["data"]
    assert (marks["x"], marks["y"]) == ([1, 9], [0, 1])


def test_on_paper_the_ladder_has_one_mark_for_parts_with_the_same_hours():
    marks = [mark for rung in level_drawing(comparison(**ROUND))["rungs"] for mark in rung["marks"]]
    assert [mark["at"] for mark in marks if mark["symbol"] == SYMBOL["round"]] == [1, 9]


@pytest.mark.usefixtures("_one_part")
def test_a_pathway_of_one_part_is_told_as_its_kind_of_care():
    """12 days: $1,785 + $131.80 + 4 x $51."""
    result = comparison(third_path="round")
    (option,) = result.beside
    assert option.patient_usd.likely == pytest.approx(2120.80)
    assert words.answer(result)["round"] == (
        "**A round** takes **9 hours a week** until January 28, 2027, and "
        "costs you **likely $896 to $3,288**."
    )
    assert care_words.third_like(result, option) == "**Round**: as told for “IOP”."
    assert third_pathway_in_words(option).endswith(
        "has the good points and the drawbacks told for “Intensive outpatient program (IOP)”."
    )
    marks = [rung.marks["round"] for rung in care_words.ladder(result) if "round" in rung.marks]
    assert marks == ["□ **Round**, 9 hours a week"]


@pytest.mark.usefixtures("_one_part")
def test_a_pathway_of_one_part_has_its_hours_beside_its_name_on_the_ladder():
    (*_, marks) = charts(comparison(third_path="round"))[2].figure["data"]
    assert marks["name"] == "<b>Round</b>, 9 hours"


@pytest.mark.usefixtures("_own_weeks")
def test_a_part_with_a_week_of_its_own_has_its_visits_on_the_days_of_that_week():
    """Two sessions a week from January 4, five days a week of three hours, then every other week.

    The sliders say one hour of therapy a week, and days of four hours.
    """
    result = comparison(third_path="round", iop_hours_per_week=12)
    days = [(entry.care, entry.date) for entry in entries_of(result, "round")]
    assert days[:4] == [("therapy", date(2027, 1, day)) for day in (4, 6, 11, 13)]
    assert days[4:14] == [
        ("iop", date(2027, 1, day)) for day in (18, 19, 20, 21, 22, 25, 26, 27, 28, 29)
    ]
    assert days[14:] == [("therapy", date(2027, 2, 1)), ("therapy", date(2027, 2, 15))]
    option = result.options["round"]
    assert option.hours_by_week == (2, 2, 15, 15, 1, 0, 1)
    assert [phase.hours_per_week for phase in option.phases] == [2, 15, 0.5]
    assert [phase.level.key for phase in option.phases] == ["outpatient", "iop", "outpatient"]


@pytest.mark.usefixtures("_own_weeks")
def test_a_week_of_its_own_is_billed_by_its_days():
    """Six sessions at $27. Ten days: seven in full ($1,785), $131.80, two at $51."""
    option = comparison(third_path="round").options["round"]
    assert option.patient_usd.likely == pytest.approx(6 * 27 + 1785 + 131.80 + 2 * 51)
    assert option.total_price_usd == pytest.approx(6 * 130.23 + 10 * 255)


@pytest.mark.usefixtures("_own_weeks")
def test_a_week_of_its_own_is_said_in_the_answer():
    assert words.answer(comparison(third_path="round"))["round"].startswith(
        "**A round** takes **2 hours a week** until January 13, 2027, then "
        "**15 hours a week** until January 29, 2027, then **30 minutes a week** until "
        "February 15, 2027"
    )


@pytest.mark.usefixtures("_own_weeks")
def test_no_slider_of_the_two_options_moves_a_week_of_its_own():
    moved = {"therapy_hours_per_week": 5, "iop_hours_per_week": 20, "iop_hours_per_day": 5}
    one, other = (comparison(third_path="round", **each) for each in ({}, moved))
    assert entries_of(one, "round") == entries_of(other, "round")


@pytest.mark.usefixtures("_own_weeks")
def test_each_draw_of_the_simulation_is_its_bill_with_weeks_of_its_own():
    each_draw_is_its_bill("02-01")


@pytest.mark.usefixtures("_own_weeks")
def test_the_visits_of_a_week_are_told_part_by_part():
    rows = picked_topics.rows(
        comparison(third_path="round", topics="support", iop_hours_per_week=12)
    )
    (visits,) = [row for row in rows if row[0] == say("topics.figure.visits_per_week")]
    assert visits[1:] == [
        "1 session",
        "3 days",
        "2 sessions, then 5 days, then 0.5 sessions",
    ]
