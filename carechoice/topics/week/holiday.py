"""Public holidays in a course of care: the federal holidays of the United States."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

import holidays

from carechoice.comparison.compare import Comparison


class Holiday(NamedTuple):
    """A day off, also one that stands in for a holiday on a weekend."""

    date: date
    name: str


def holidays_between(first: date, last: date) -> list[Holiday]:
    """The holidays from the first to the last day, both included."""
    found = [day for year in range(first.year, last.year + 1) for day in _of_year(year)]
    return [day for day in found if first <= day.date <= last]


def holidays_of(comparison: Comparison) -> list[Holiday]:
    """The holidays from the first visit of either option to the last."""
    options = list(comparison.options.values())
    first = min(option.first_day for option in options)
    return holidays_between(first, max(option.last_day for option in options))


@cache
def _of_year(year: int) -> tuple[Holiday, ...]:
    named = holidays.country_holidays("US", years=year, expand=False)
    return tuple(Holiday(day, name) for day, name in sorted(named.items()))
