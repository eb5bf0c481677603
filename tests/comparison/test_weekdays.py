"""Care on named days of the week, by hand with the wall calendars of 2026 and 2027."""

from datetime import date

import pytest
from costs_at_once import costs_usd
from scenarios import TODAY, comparison, scenario, warnings

from carechoice.catalog.in_use import catalog
from carechoice.comparison.draws.simulation import Draws, simulated_usd
from carechoice.comparison.ledger import entries_of, restarts
from carechoice.comparison.plan.words import plan_share
from carechoice.comparison.visits.care_days import week_starts
from carechoice.comparison.visits.course import visits
from carechoice.inputs.scenario import Scenario
from carechoice.language.choices import choice_label
from carechoice.topics.dashboard.time import time_chart

# Thursday, January 7, 2027.
THURSDAY = {"start_date": "2027-01-07"}
THREE_DAYS = {"iop_weekdays": "mon_wed_fri"}


def dates(pathway, **query):
    return [visit.date for visit in visits(scenario(**query), pathway)]


def january(*days):
    return [date(2027, 1, day) for day in days]


def test_a_program_on_monday_wednesday_and_friday_that_begins_on_a_thursday():
    """Its first day is the Friday after; 24 days from there end on Wednesday, March 3."""
    days = dates("iop", **THURSDAY | THREE_DAYS)
    assert days[:5] == january(8, 11, 13, 15, 18)
    assert len(days) == 24
    assert days[-1] == date(2027, 3, 3)


def test_a_weekly_session_on_a_wednesday_begins_on_the_first_one_from_the_first_day_on():
    assert dates("therapy", **THURSDAY, therapy_weekdays="wed")[:3] == january(13, 20, 27)
    assert dates("therapy", **THURSDAY, therapy_weekdays="thu")[:2] == january(7, 14)


def test_a_first_day_on_a_weekend_waits_for_the_first_of_the_named_days():
    days = dates("iop", start_date="2027-01-09", **THREE_DAYS)
    assert days[:3] == january(11, 13, 15)


def test_two_sessions_a_week_are_on_both_named_days():
    asked = {"therapy_hours_per_week": 2, "therapy_weekdays": "tue_fri"}
    assert dates("therapy", **THURSDAY | asked)[:4] == january(8, 12, 15, 19)


def test_every_other_week_stays_on_its_day():
    asked = {"therapy_hours_per_week": 0.5, "therapy_weekdays": "tue"}
    assert dates("therapy", **asked)[:3] == [*january(5, 19), date(2027, 2, 2)]


def test_a_pace_of_four_sessions_in_three_weeks_has_two_of_them_in_every_third_week():
    """45 minutes at 1 hour a week: in the first week on both days, in the two after it on one."""
    asked = {"therapy_session_minutes": 45, "therapy_hours_per_week": 1}
    days = dates("therapy", **asked, therapy_weekdays="tue_thu")
    assert days[:6] == [*january(5, 7, 12, 19, 26, 28)]


def test_the_person_says_on_how_many_days_their_program_is_where_that_makes_program_days():
    """12 hours on four days are 3 hours a day and 32 billed days, not 24 of 4 hours."""
    result = comparison(iop_hours_per_week=12, iop_weekdays="mon_tue_wed_thu")
    assert {entry.hours for entry in entries_of(result, "iop")} == {3}
    assert result.options["iop"].visits == 32
    assert warnings(result, TODAY) == []


@pytest.mark.parametrize(
    ("named", "counted", "told"),
    [
        # Two days would have 4 h 30 min, longer than the longest day of 4 hours.
        ("mon_wed", january(4, 5, 6), "With 9 hours a week it is 3 days, not 2. "
         "We count Monday to Wednesday."),
        # Five days would have 1 h 48 min, which no program bills.
        ("mon_tue_wed_thu_fri", january(4, 5, 7), "With 9 hours a week it is 3 days, not 5. "
         "We count Monday, Tuesday and Thursday."),
        ("fri", january(4, 5, 8), "With 9 hours a week it is 3 days, not 1. "
         "We count Monday, Tuesday and Friday."),
    ],
)  # fmt: skip
def test_too_few_or_too_many_days_are_said_with_what_is_counted(named, counted, told):
    result = comparison(iop_weekdays=named)
    assert [entry.date for entry in entries_of(result, "iop")][:3] == counted
    assert result.options["iop"].visits == 24
    assert warnings(result, TODAY) == [told]


def test_two_days_of_four_and_a_half_hours_are_counted_where_the_day_may_be_so_long():
    result = comparison(iop_weekdays="mon_wed", iop_hours_per_day=4.5)
    assert result.options["iop"].visits == 16


def test_days_of_therapy_that_are_more_than_its_sessions_are_said():
    result = comparison(**THURSDAY, therapy_weekdays="mon_thu")
    assert [entry.date for entry in entries_of(result, "therapy")][:2] == january(7, 14)
    assert warnings(result, TODAY) == ["With 1 hour a week it is 1 day, not 2. We count Thursday."]


def test_a_third_way_has_the_days_of_both_its_parts_and_never_goes_back():
    """Eight weeks on Mondays, Wednesdays and Fridays end on March 3; then Tuesdays."""
    asked = THURSDAY | THREE_DAYS | {"therapy_weekdays": "tue", "third_path": "step_down"}
    days = dates("step_down", **asked)
    assert days[23:26] == [date(2027, 3, 3), date(2027, 3, 9), date(2027, 3, 16)]
    assert days == sorted(days)


def test_all_options_count_their_weeks_from_the_same_day():
    """From Monday, January 4: a session on Thursday and program days from Tuesday on."""
    result = comparison(therapy_weekdays="thu", iop_weekdays="tue_thu_fri")
    assert week_starts(result.scenario.start_date, 2) == january(4, 11)
    assert time_chart(result).table.shown()[0][:2] == ["1", "January 4, 2027"]
    assert [option.hours_by_week[0] for option in result.options.values()] == [1, 9]


# Wednesday, December 30, 2026; the plan year turns on Friday.
ACROSS = {
    "start_date": "2026-12-30",
    "therapy_weekdays": "thu",
    "iop_weekdays": "mon_tue_fri",
    "deductible_met_usd": 1886,
    "oop_met_usd": 1886,
}


def test_what_was_paid_counts_for_the_option_that_begins_before_the_plan_year_turns():
    """Therapy begins on December 31, the IOP on January 1: 1,886 + 20% of 4,234 = $2,732.80."""
    result = comparison(**ACROSS)
    first = {pathway: option.first_day for pathway, option in result.options.items()}
    assert first == {"therapy": date(2026, 12, 31), "iop": date(2027, 1, 1)}
    assert result.options["iop"].patient_usd.likely == 2732.80
    assert costs_usd([result.scenario], "iop") == [2732.80]
    assert warnings(result, TODAY) == [
        "A new plan year starts before the first visit for the IOP. There nothing counts as paid."
    ]
    assert not restarts(result, "iop")


def test_what_a_first_visit_costs_is_told_by_the_plan_year_it_falls_in():
    before, after = (
        plan_share(scenario(**ACROSS | {"iop_weekdays": days}))[1]
        for days in ("mon_wed_thu", "mon_tue_fri")
    )
    assert "until your deductible is met" not in before
    assert "until your deductible is met" in after


def test_the_simulation_counts_the_same_days():
    result = comparison(**ACROSS, third_path="step_down")
    for pathway, option in result.options.items():
        costs = simulated_usd(pathway, Draws(result.scenario, {}, 2))
        assert costs.tolist() == [option.patient_usd.likely] * 2


def test_any_working_days_can_be_picked_and_for_a_program_three_of_them_stand_first():
    assert catalog().options("iop_weekdays")[:3] == ("any", "mon_wed_fri", "mon_tue_thu")
    for field in ("therapy_weekdays", "iop_weekdays"):
        assert len({*catalog().options(field)}) == 32
        assert choice_label(field, "any") == "Not known yet"
    assert choice_label("iop_weekdays", "mon_wed_fri") == "Monday, Wednesday and Friday"
    assert choice_label("iop_weekdays", "mon_tue_wed_thu") == "Monday to Thursday"


@pytest.mark.parametrize("text", ["wed_mon", "mon_mon", "sat", "", "monday"])
def test_days_that_are_no_choice_are_named_and_not_used(text):
    reading = Scenario.from_query({"iop_weekdays": text}, today=TODAY)
    assert [problem.field for problem in reading.problems] == ["iop_weekdays"]
    assert "mon_wed_fri" in reading.problems[0].reason
