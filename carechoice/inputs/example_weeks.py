"""The fixed hours of the example weeks."""

from __future__ import annotations

from carechoice.catalog.fixed_hours import read_fixed_hours, write_fixed_hours
from carechoice.catalog.in_use import catalog

# The input that an example week fills in.
FIELD = "fixed_hours"


def hours_of_example(key: str) -> str:
    """The fixed hours of the example week under this key."""
    return write_fixed_hours(read_fixed_hours(catalog().weeks[key].fixed_hours))


def example_with(fixed_hours: str) -> str | None:
    """The key of the example week that has these fixed hours; None where there is none."""
    return next((key for key in catalog().weeks if hours_of_example(key) == fixed_hours), None)


def hours_of_named_example(label: str) -> str | None:
    """The fixed hours of the example week with this label; None where there is none."""
    return next(
        (hours_of_example(key) for key, row in catalog().weeks.items() if row.label == label), None
    )
