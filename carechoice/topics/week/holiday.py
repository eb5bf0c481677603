"""Public holidays in a course of care."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.comparison.holiday import Holiday, holidays_between


def holidays_of(comparison: Comparison) -> list[Holiday]:
    """The holidays from the first visit of any option to the last."""
    options = list(comparison.options.values())
    first = min(option.first_day for option in options)
    return holidays_between(first, max(option.last_day for option in options))
