"""The course of care on a calendar, worked by hand with a wall calendar of 2027."""

from datetime import date

import pytest
from scenarios import scenario

from carechoice.course import (
    hours_by_service,
    plan_year_start,
    plan_year_starts,
    program_week,
    visits,
)

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2027, 1, day) for day in range(4, 9))


def therapy_dates(count, **query):
    return [visit.date for visit in visits(scenario(**query), "therapy")][:count]


def iop_dates(count, **query):
    return [visit.date for visit in visits(scenario(**query), "iop")][:count]


def test_one_hour_a_week_is_one_60_minute_session_every_monday():
    assert therapy_dates(3) == [MONDAY, date(2027, 1, 11), date(2027, 1, 18)]


def test_18_weekly_sessions_from_january_4_end_on_may_3():
    assert [visit.date for visit in visits(scenario(), "therapy")][-1] == date(2027, 5, 3)


def test_two_hours_a_week_are_two_sessions_on_monday_and_wednesday():
    dates = therapy_dates(4, therapy_hours_per_week=2)
    assert dates == [MONDAY, WEDNESDAY, date(2027, 1, 11), date(2027, 1, 13)]


def test_half_an_hour_a_week_in_60_minute_sessions_is_every_other_week():
    assert therapy_dates(2, therapy_hours_per_week=0.5) == [MONDAY, date(2027, 1, 18)]


def test_45_minutes_a_week_in_45_minute_sessions_is_weekly():
    dates = therapy_dates(2, therapy_hours_per_week=0.75, therapy_session_minutes=45)
    assert dates == [MONDAY, date(2027, 1, 11)]


def test_the_number_of_sessions_is_the_number_asked_for():
    assert len(list(visits(scenario(therapy_sessions=7), "therapy"))) == 7


def test_nine_hours_at_three_a_day_are_three_days_spread_over_the_week():
    assert iop_dates(4) == [MONDAY, TUESDAY, THURSDAY, date(2027, 1, 11)]


def test_eight_weeks_of_three_days_are_24_days_and_end_on_thursday_february_25():
    days = list(visits(scenario(), "iop"))
    assert len(days) == 24
    assert days[-1].date == date(2027, 2, 25)
    assert days[-1].week == 8


def test_a_part_filled_day_is_a_day():
    assert program_week(scenario(iop_hours_per_week=10)).hours_by_day == (3, 3, 3, 1)


def test_fifteen_hours_at_three_a_day_are_monday_to_friday():
    assert iop_dates(5, iop_hours_per_week=15) == [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]


def test_a_week_that_needs_more_than_five_days_gets_longer_days_instead():
    week = program_week(scenario(iop_hours_per_week=20))
    assert week.hours_by_day == (4, 4, 4, 4, 4)
    assert week.days_are_longer_than_asked


def test_a_day_longer_than_the_week_is_one_day_of_the_weeks_hours():
    week = program_week(scenario(iop_hours_per_week=3, iop_hours_per_day=6))
    assert week.hours_by_day == (3,)


def test_hours_that_divide_evenly_make_no_extra_day_of_binary_dust():
    assert (
        len(program_week(scenario(iop_hours_per_week=6.6, iop_hours_per_day=2.2)).hours_by_day) == 3
    )


@pytest.mark.parametrize("weekend_day", ["2027-01-02", "2027-01-03"])
def test_a_start_on_a_weekend_waits_for_monday(weekend_day):
    assert therapy_dates(1, start_date=weekend_day) == [MONDAY]


def test_a_course_that_starts_on_thursday_goes_on_over_the_weekend():
    dates = iop_dates(4, start_date="2027-01-07")
    assert dates == [THURSDAY, FRIDAY, date(2027, 1, 12), date(2027, 1, 14)]
    assert all(day.weekday() < 5 for day in dates)


def test_weeks_count_from_the_first_day_not_from_monday():
    weeks = [visit.week for visit in visits(scenario(start_date="2027-01-07"), "iop")]
    assert weeks[:4] == [1, 1, 1, 2]


def test_a_course_across_new_year_has_real_dates():
    days = [visit.date for visit in visits(scenario(start_date="2026-12-28"), "therapy")]
    assert days[:2] == [date(2026, 12, 28), MONDAY]


@pytest.mark.parametrize(("pathway", "hours"), [("therapy", 1.5), ("iop", 12), ("iop", 3)])
def test_the_services_of_a_week_add_up_to_its_hours(pathway, hours):
    assert sum(hours_by_service(pathway, hours).values()) == pytest.approx(hours)


def test_a_nine_hour_program_week_is_six_two_and_one():
    assert hours_by_service("iop", 9) == {"group": 6, "education": 2, "one_to_one": 1}


@pytest.mark.parametrize(
    ("day", "month_day", "start"),
    [
        (date(2027, 1, 4), "01-01", date(2027, 1, 1)),
        (date(2026, 12, 31), "01-01", date(2026, 1, 1)),
        (date(2027, 6, 30), "07-01", date(2026, 7, 1)),
        (date(2027, 7, 1), "07-01", date(2027, 7, 1)),
    ],
)
def test_a_day_lies_in_the_plan_year_that_began_last(day, month_day, start):
    assert plan_year_start(day, month_day) == start


@pytest.mark.parametrize(
    ("last", "starts"),
    [
        (date(2027, 6, 30), [date(2026, 7, 1), date(2027, 7, 1)]),
        (date(2027, 7, 1), [date(2026, 7, 1), date(2027, 7, 1), date(2028, 7, 1)]),
    ],
)
def test_the_plan_years_of_a_course_end_where_the_next_would_begin(last, starts):
    assert plan_year_starts(date(2027, 2, 1), last, "07-01") == starts
