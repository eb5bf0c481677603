"""Days of the week that care can be on, as a choice names them: mon_wed_fri, or any."""

from __future__ import annotations

from itertools import combinations

from carechoice.catalog.fixed_hours import DAYS
from carechoice.catalog.pathway_rows import WORKING_DAYS_PER_WEEK

ANY_DAY = "any"
_APART = "_"

# Every choice of working days, the fewest first.
CHOICES = (
    ANY_DAY,
    *(
        _APART.join(days)
        for count in range(1, WORKING_DAYS_PER_WEEK + 1)
        for days in combinations(DAYS[:WORKING_DAYS_PER_WEEK], count)
    ),
)


def read_weekdays(key: str) -> tuple[int, ...]:
    """The days of a choice, 0 for Monday, in order; none where any day will do."""
    return () if key == ANY_DAY else tuple(DAYS.index(day) for day in key.split(_APART))
