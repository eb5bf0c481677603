"""Public holidays: the federal holidays of the United States (5 U.S.C. 6103)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple


class Holiday(NamedTuple):
    """A day off, also one that stands in for a holiday on a weekend."""

    date: date
    name: str


def holidays_between(first: date, last: date) -> list[Holiday]:
    """The holidays from the first to the last day, both included."""
    found = [day for year in range(first.year, last.year + 1) for day in _of_year(year)]
    return [day for day in found if first <= day.date <= last]


def is_holiday(day: date) -> bool:
    """Whether the day is a holiday, or stands in for one."""
    return day in _days_of_year(day.year)


@cache
def _of_year(year: int) -> tuple[Holiday, ...]:
    # It takes a tenth of the time in which the whole model is imported, and few ask for it.
    from holidays import country_holidays  # noqa: PLC0415

    named = country_holidays("US", years=year, expand=False)
    # They write straight apostrophes, beside which ours would look like another kind.
    return tuple(Holiday(day, name.replace("'", "’")) for day, name in sorted(named.items()))


@cache
def _days_of_year(year: int) -> frozenset[date]:
    return frozenset(holiday.date for holiday in _of_year(year))
