"""Level of care from hours a week.

The thresholds are facts of data/levels.csv (9 and 20 hours a week). They name what a number of
hours is called; they say nothing about what anyone needs.
"""

from __future__ import annotations

from carechoice.catalog import catalog
from carechoice.rows import Level


def level_of(hours_per_week: float) -> Level:
    """The level whose weekly hours hold ``hours_per_week``.

    Raises ValueError below zero hours. Care around the clock has no weekly hours and is never
    the answer.
    """
    levels = [level for level in catalog().levels.values() if not level.around_the_clock]
    fitting = [
        level
        for level in levels
        if level.minimum_hours_per_week is not None
        and level.minimum_hours_per_week <= hours_per_week
    ]
    if not fitting:
        raise ValueError(f"Hours a week must be zero or more, not {hours_per_week}.")
    return fitting[-1]
