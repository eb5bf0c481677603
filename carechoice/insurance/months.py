"""Months of the calendar, counted through the years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS_PER_YEAR = 12


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
