"""The course of care on a calendar, worked by hand with a wall calendar of 2027."""

from datetime import date

import pytest
from scenarios import comparison, scenario

from carechoice.comparison.visits.course import program_week, visits
from carechoice.comparison.weeks.filled_hours import hours_by_service

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


@pytest.mark.parametrize(("minutes", "hours"), [(30, 0.5), (45, 0.75), (60, 1)])
def test_a_weekly_session_stays_weekly_however_long_it_is(minutes, hours):
    asked = {"therapy_session_minutes": minutes}
    assert therapy_dates(3, **asked) == [MONDAY, date(2027, 1, 11), date(2027, 1, 18)]
    assert comparison(**asked).options["therapy"].hours_per_week == hours


def test_the_number_of_sessions_is_the_number_asked_for():
    assert len(list(visits(scenario(therapy_sessions=7), "therapy"))) == 7


def test_nine_hours_are_three_days_spread_over_the_week():
    assert iop_dates(4) == [MONDAY, TUESDAY, THURSDAY, date(2027, 1, 11)]


def test_eight_weeks_of_three_days_are_24_days_and_end_on_thursday_february_25():
    days = list(visits(scenario(), "iop"))
    assert len(days) == 24
    assert days[-1].date == date(2027, 2, 25)
    assert days[-1].week == 8


@pytest.mark.parametrize(
    ("hours", "days", "minutes_a_day"),
    [
        (3, 1, 180), (4, 1, 240), (6, 2, 180), (7, 2, 210), (8, 2, 240), (9, 3, 180),
        (10, 3, 200), (11, 3, 220), (12, 3, 240), (13, 4, 195), (14, 4, 210), (15, 4, 225),
        (16, 4, 240), (17, 5, 204), (18, 5, 216), (19, 5, 228), (20, 5, 240),
    ],
)  # fmt: skip
def test_a_program_week_is_the_fewest_days_of_three_to_four_hours(hours, days, minutes_a_day):
    week = program_week(scenario(iop_hours_per_week=hours))
    assert week.hours_by_day == (minutes_a_day / 60,) * days
    assert week.days_fit


def test_ten_hours_a_week_cost_as_many_program_days_as_nine():
    """24 days at $255 are $6,120; a fourth day of one hour is not billed."""
    for hours in (9, 10, 11, 12):
        result = comparison(iop_hours_per_week=hours)
        assert result.options["iop"].total_price_usd == 6120
        assert result.options["iop"].total_hours == 8 * hours


def test_fifteen_hours_at_three_a_day_are_monday_to_friday():
    assert iop_dates(5, iop_hours_per_week=15, iop_hours_per_day=3) == [
        MONDAY,
        TUESDAY,
        WEDNESDAY,
        THURSDAY,
        FRIDAY,
    ]


def test_where_the_person_names_the_longest_day_whole_weeks_are_made_of_such_days():
    for longest, hours, days in ((3, 9, 3), (3, 12, 4), (5, 15, 3), (6, 18, 3), (4, 20, 5)):
        week = program_week(scenario(iop_hours_per_week=hours, iop_hours_per_day=longest))
        assert week.hours_by_day == (longest,) * days
        assert week.days_fit


@pytest.mark.parametrize(
    ("hours", "longest", "counted"),
    [
        # One day of 5 hours is too long, two of 2 h 30 min would be too short to be billed.
        (5, 4, (5,)),
        # Four days of 2 h 30 min would be too short.
        (10, 3, (200 / 60,) * 3),
        # Five days are the most there are.
        (21, 4, (4.2,) * 5),
        (30, 4, (6,) * 5),
        # A day of two hours is no program day.
        (8, 2, (4, 4)),
    ],
)
def test_where_days_do_not_fit_they_are_longer_and_never_too_short_to_be_billed(
    hours, longest, counted
):
    week = program_week(scenario(iop_hours_per_week=hours, iop_hours_per_day=longest))
    assert week.hours_by_day == counted
    assert not week.days_fit


def test_days_are_whole_minutes_that_add_up_to_the_week():
    """13 h 30 min are 810 minutes: two days of 203 and two of 202."""
    days = program_week(scenario(iop_hours_per_week=13.5)).hours_by_day
    assert [round(60 * hours) for hours in days] == [203, 203, 202, 202]


def test_hours_that_divide_evenly_make_no_extra_day_of_binary_dust():
    week = program_week(scenario(iop_hours_per_week=9.9, iop_hours_per_day=3.3))
    assert week.hours_by_day == (3.3,) * 3
    assert week.days_fit


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


@pytest.mark.parametrize("hours", [3, 5, 9, 10, 11, 13, 14, 16, 17, 19, 29])
def test_the_services_of_a_week_are_quarters_of_an_hour_that_add_up(hours):
    """13 hours: 8 2/3, 2 8/9 and 1 4/9 would be 8 3/4, 3 and 1 1/2, which is 13 1/4."""
    parts = hours_by_service("iop", hours).values()
    assert sum(parts) == hours
    assert all(part * 4 == int(part * 4) for part in parts)


def test_a_week_of_13_hours_is_split_so_that_every_sum_on_the_way_is_right():
    """8 2/3 are about 8 3/4; with 2 8/9 it is 11.56, about 11 1/2, so 2 3/4; 1 1/2 are left."""
    split = {"group": 8.75, "education": 2.75, "one_to_one": 1.5}
    assert hours_by_service("iop", 13) == split


def test_a_nine_hour_program_week_is_six_two_and_one():
    assert hours_by_service("iop", 9) == {"group": 6, "education": 2, "one_to_one": 1}
