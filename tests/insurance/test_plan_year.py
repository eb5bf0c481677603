"""Plan years and months of the calendar, as one counts them on a calendar on the wall."""

from datetime import date

import pytest

from carechoice.insurance.plan_year import (
    first_day_of,
    month_number,
    months_later,
    new_plan_year,
    plan_year_start,
    plan_year_starts,
    plan_years_later,
)


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


def test_a_new_plan_year_is_one_that_begins_within_the_course():
    assert new_plan_year(date(2026, 11, 30), date(2026, 12, 31), "01-01") is None
    assert new_plan_year(date(2026, 11, 30), date(2027, 1, 1), "01-01") == date(2027, 1, 1)


def test_a_course_that_begins_with_a_plan_year_sees_no_new_one_until_the_next():
    assert new_plan_year(date(2026, 7, 1), date(2027, 6, 30), "07-01") is None


def test_days_are_apart_by_plan_years_and_not_by_calendar_years():
    assert plan_years_later(date(2026, 12, 31), date(2027, 1, 1), "07-01") == 0
    assert plan_years_later(date(2026, 6, 30), date(2026, 7, 1), "07-01") == 1


def test_three_months_before_a_new_year_is_the_first_of_october():
    assert months_later(date(2027, 1, 1), -3) == date(2026, 10, 1)


def test_the_same_day_of_a_shorter_month_is_its_last():
    assert months_later(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert months_later(date(2026, 3, 31), -1) == date(2026, 2, 28)


def test_january_comes_after_december():
    december = month_number(date(2026, 12, 31))
    assert first_day_of(december) == date(2026, 12, 1)
    assert first_day_of(december + 1) == date(2027, 1, 1)
