"""Public holidays in a course of care, and the other days on which programs are closed."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.holiday import Holiday, holidays_between, is_holiday
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.course import days_closed


def holidays_of(comparison: Comparison) -> list[Holiday]:
    """The holidays from the first visit of any option to the last."""
    return holidays_between(*from_to(comparison))


def closed_beside_holidays(comparison: Comparison) -> list[tuple[Pathway, date]]:
    """The other days, from the first visit of any option to the last, that each finds closed."""
    first, last = from_to(comparison)
    return [
        (pathway, day)
        for pathway in comparison.options
        for _, day in days_closed(comparison.scenario, pathway)
        if first <= day <= last and not is_holiday(day)
    ]


def from_to(comparison: Comparison) -> tuple[date, date]:
    """The first visit of any option, and the last."""
    options = comparison.options.values()
    return min(each.first_day for each in options), max(each.last_day for each in options)
