"""Plan years and months of the calendar: which one a day is in, and when each of them begins.

A plan's plan years all begin on one day of the year, which is written month-day: "07-01".
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS_PER_YEAR = 12


def month_and_day(month_day: str) -> tuple[int, int]:
    """The two numbers of a day of the year."""
    month, day = map(int, month_day.split("-"))
    return month, day


def plan_year(day: date, start: tuple[int, int]) -> int:
    """The calendar year in which the plan year of ``day`` began; ``start`` is its month and day."""
    return day.year - ((day.month, day.day) < start)


def plan_year_start(day: date, month_day: str) -> date:
    """The first day of the plan year that ``day`` is in."""
    start = month_and_day(month_day)
    return date(plan_year(day, start), *start)


def plan_year_starts(first: date, last: date, month_day: str) -> list[date]:
    """The first days of the plan years from ``first`` to ``last``, and of the one that follows."""
    begins, ends = (plan_year_start(day, month_day) for day in (first, last))
    return [begins.replace(year=year) for year in range(begins.year, ends.year + 2)]


def new_plan_year(first: date, last: date, month_day: str) -> date | None:
    """The first day of a new plan year after ``first``, if it comes no later than ``last``."""
    _, begins, *_ = plan_year_starts(first, last, month_day)
    return begins if begins <= last else None


def plan_years_later(first: date, last: date, month_day: str) -> int:
    """By how many plan years that of the ``last`` day comes later than that of the ``first``."""
    start = month_and_day(month_day)
    return plan_year(last, start) - plan_year(first, start)


def month_number(day: date) -> int:
    """The month that a day is in, counted through the years: January 2027 follows December 2026."""
    return day.year * MONTHS_PER_YEAR + day.month - 1


def first_day_of(number: int) -> date:
    """The first day of the month with this ``month_number``."""
    year, month = divmod(number, MONTHS_PER_YEAR)
    return date(year, month + 1, 1)


def is_within_a_month(day: date, today: date) -> bool:
    """Whether a day is a month ago at most, or yet to come."""
    return today <= months_later(day, 1)


def months_later(day: date, months: int) -> date:
    """The same day of the month, ``months`` later, or the last day of a shorter month.

    A negative number goes back.
    """
    first = first_day_of(month_number(day) + months)
    _, last = monthrange(first.year, first.month)
    return first.replace(day=min(day.day, last))
