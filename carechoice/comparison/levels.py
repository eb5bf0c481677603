"""Level of care from hours a week.

The thresholds are facts of data/levels.csv (9 and 20 hours a week). They name what a number of
hours is called; they say nothing about what anyone needs.
"""

from __future__ import annotations

from typing import Literal

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Level

Inclusion = Literal["part", "some", "none"]


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


def treatment_levels() -> list[Level]:
    """The levels from outpatient to inpatient care, without prevention."""
    return [level for level in catalog().levels.values() if level.is_treatment]


def inclusion(level: Level, service: str) -> Inclusion:
    """Whether a service is a part of a level, is there in some places only, or is not named."""
    if service in level.includes:
        return "part"
    return "some" if service in level.may_include else "none"


def services_of(level: Level, how: Inclusion) -> list[str]:
    """The services a level includes in this way, in the order of services.csv."""
    return [key for key in catalog().services if inclusion(level, key) == how]
