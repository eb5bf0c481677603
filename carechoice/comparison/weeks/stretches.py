"""Hours a week as a drawing shows them: week by week, or therapy of years in its mean hours.

In a drawing of years a week is narrower than a line, and a session every other week would be a
hatch in which nothing is told apart. A program keeps its weeks: each has the hours of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from carechoice.catalog.rows import Care
from carechoice.comparison.compare import Comparison, Entry, Option

# With more weeks than these a drawing is one of years.
MOST_WEEKS_APART = 60
# Whole numbers of sessions come in so many weeks, whatever part of a session a week has.
WEEKS_OF_A_MEAN = 4


class Stretch(NamedTuple):
    """Weeks one after the other that are drawn alike, from week ``first``, counted from 0."""

    first: int
    weeks: int
    hours_per_week: float


def is_of_years(comparison: Comparison) -> bool:
    """Whether the longest option has too many weeks to be drawn week by week."""
    weeks = (len(option.hours_by_week) for option in comparison.options.values())
    return max(weeks) > MOST_WEEKS_APART


def stretches(comparison: Comparison, option: Option) -> list[Stretch]:
    """All weeks of an option, in stretches of one week or of so many as a mean is taken over.

    Their hours are those of the option: weeks times hours a week, added up, are its total.
    """
    if is_of_years(comparison):
        return list(_over_years(comparison.ledger, option))
    return [Stretch(week, 1, hours) for week, hours in enumerate(option.hours_by_week)]


def has_means(comparison: Comparison) -> bool:
    """Whether a drawing shows for some week the mean of its own hours and those beside it."""
    return is_of_years(comparison) and any(
        hours != stretch.hours_per_week
        for option in comparison.options.values()
        for stretch in stretches(comparison, option)
        for hours in _own(option, stretch.first, stretch.weeks)
    )


def _over_years(ledger: Sequence[Entry], option: Option) -> Iterator[Stretch]:
    first = 0
    for care, group in groupby(_care_by_week(ledger, option)):
        weeks = len(list(group))
        for length in _lengths(weeks) if care == "therapy" else [1] * weeks:
            yield Stretch(first, length, sum(_own(option, first, length)) / length)
            first += length


def _own(option: Option, first: int, weeks: int) -> Sequence[float]:
    return option.hours_by_week[first : first + weeks]


def _lengths(weeks: int) -> list[int]:
    """Stretches that so many weeks make; the last takes what is too short for one."""
    whole, rest = divmod(weeks, WEEKS_OF_A_MEAN)
    return [*[WEEKS_OF_A_MEAN] * (whole - 1), WEEKS_OF_A_MEAN + rest] if whole else [rest]


def _care_by_week(ledger: Sequence[Entry], option: Option) -> list[Care | None]:
    """The care of each week: of one with both the program, of one with none that before it."""
    found: dict[int, Care] = {}
    for entry in ledger:
        if entry.pathway == option.pathway and found.get(entry.week) != "iop":
            found[entry.week] = entry.care
    cares: list[Care | None] = []
    for week in range(1, len(option.hours_by_week) + 1):
        cares.append(found.get(week, cares[-1] if cares else None))
    return cares
