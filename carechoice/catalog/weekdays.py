"""The weekdays that care can be on, as a choice names them: mon_wed_fri, or any."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from carechoice.catalog.fixed_hours import DAYS
from carechoice.catalog.pathway_rows import WORKING_DAYS_PER_WEEK

ANY_DAY = "any"
_APART = "_"

# The days that can be chosen, 0 for Monday.
WORKING_DAYS = tuple(range(WORKING_DAYS_PER_WEEK))


def write_weekdays(days: Iterable[int]) -> str:
    """The choice that names these days, 0 for Monday, in any order; without days, any will do."""
    return _APART.join(DAYS[day] for day in sorted(days)) or ANY_DAY


def read_weekdays(key: str) -> tuple[int, ...]:
    """The days of a choice, 0 for Monday, in order; none where any day will do."""
    return () if key == ANY_DAY else tuple(DAYS.index(day) for day in key.split(_APART))


# Every choice of working days, the fewest first.
CHOICES = tuple(
    write_weekdays(days)
    for count in range(len(WORKING_DAYS) + 1)
    for days in combinations(WORKING_DAYS, count)
)
