"""Plan years: in which one a day lies, and when the last months of one begin."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS_IN_A_YEAR = 12


def plan_year(day: date, start: tuple[int, int]) -> int:
    """The calendar year in which the plan year of ``day`` began; ``start`` is its month and day."""
    return day.year - ((day.month, day.day) < start)


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months before, or the last one of a shorter month."""
    year, month = divmod(day.year * MONTHS_IN_A_YEAR + day.month - 1 - months, MONTHS_IN_A_YEAR)
    _, last = monthrange(year, month + 1)
    return date(year, month + 1, min(day.day, last))
