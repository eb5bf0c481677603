"""By when a good faith estimate is due: worked by hand, and counted day by day in another way."""

import random
from datetime import date, timedelta

import pytest
from holidays_by_law import by_law

from carechoice.files.estimate.due import due_when_asked, due_when_booked

MONDAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("booked", "first_visit", "due"),
    [
        # Monday to Thursday are three business days: due on Tuesday.
        (date(2026, 11, 2), date(2026, 11, 5), date(2026, 11, 3)),
        # Monday to Wednesday are two: nothing is due by itself.
        (date(2026, 11, 2), date(2026, 11, 4), None),
        # Veterans Day is Wednesday, November 11: from Monday to Thursday are two.
        (date(2026, 11, 9), date(2026, 11, 12), None),
        (date(2026, 11, 9), date(2026, 11, 13), date(2026, 11, 10)),
        # Two full weeks are ten business days: due on the third, Thursday.
        (date(2026, 11, 30), date(2026, 12, 14), date(2026, 12, 3)),
        (date(2026, 11, 30), date(2026, 12, 11), date(2026, 12, 1)),
        # Over Thanksgiving: the day after booking on a Wednesday is Friday.
        (date(2026, 11, 25), date(2026, 12, 1), date(2026, 11, 27)),
        # Booked on a Saturday: the first business day after it is Monday.
        (date(2026, 11, 7), date(2026, 11, 12), date(2026, 11, 9)),
        # A visit before the day of booking, or on it, is due nothing.
        (date(2026, 11, 2), date(2026, 11, 2), None),
        (date(2026, 11, 2), date(2026, 10, 2), None),
    ],
)
def test_an_estimate_is_due_by_how_far_ahead_a_visit_is_booked(booked, first_visit, due):
    assert due_when_booked(booked, first_visit) == due


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 11, 2), date(2026, 11, 5)),
        (date(2026, 11, 5), date(2026, 11, 10)),
        (date(2026, 12, 23), date(2026, 12, 29)),
        # Independence Day 2026 is a Saturday, so Friday the 3rd is off.
        (date(2026, 7, 1), date(2026, 7, 7)),
    ],
)
def test_one_that_is_asked_for_is_due_within_three_business_days(asked, due):
    assert due_when_asked(asked) == due


def test_ten_thousand_pairs_of_days_agree_with_counting_them_one_by_one():
    off = {day for year in range(2024, 2036) for day in by_law(year)}

    def open_days(first, last):
        """All business days of a span, found in a list of all its days."""
        days = [first + timedelta(days=at) for at in range(1, (last - first).days + 1)]
        return [day for day in days if day.strftime("%a") not in ("Sat", "Sun") and day not in off]

    drawn = random.Random(149610)
    for _ in range(10_000):
        booked = date(2025, 1, 1) + timedelta(days=drawn.randrange(3_600))
        first_visit = booked + timedelta(days=drawn.randrange(-3, 40))
        ahead = len(open_days(booked, first_visit))
        after = open_days(booked, booked + timedelta(days=20))
        expected = after[2] if ahead >= 10 else after[0] if ahead >= 3 else None
        assert due_when_booked(booked, first_visit) == expected, (booked, first_visit)
        assert due_when_asked(booked) == after[2]
