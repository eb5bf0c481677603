"""The working days on which federal offices are closed, by the words of 5 U.S.C. 6103."""

from datetime import date, timedelta
from functools import cache

# Month and day; or month, weekday from 0 for Monday, and which of the month it is.
FIXED = ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))
MOVING = ((1, 0, 3), (2, 0, 3), (5, 0, -1), (9, 0, 1), (10, 0, 2), (11, 3, 4))
# A holiday on a Saturday is observed on the day before it, one on a Sunday on the day after.
OBSERVED = {5: -1, 6: 1}


@cache
def by_law(year: int) -> frozenset[date]:
    """The holidays of a year from Monday to Friday, and the days that stand in for others."""
    on_dates = (date(of, month, day) for of in (year, year + 1) for month, day in FIXED)
    fixed = {day + timedelta(days=OBSERVED.get(day.weekday(), 0)) for day in on_dates}
    moving = {_nth(year, month, weekday, which) for month, weekday, which in MOVING}
    return frozenset(day for day in fixed | moving if day.year == year)


def is_holiday(day: date) -> bool:
    return day in by_law(day.year)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    days = (date(year, month, 1) + timedelta(days=each) for each in range(31))
    fitting = [day for day in days if day.month == month and day.weekday() == weekday]
    return fitting[which - 1 if which > 0 else which]
