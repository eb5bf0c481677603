"""The hours of a week that are fixed, as text: mon-fri:09-17|sat:10-12,14-16.

A week is the set of its fixed hours, counted from Monday's first hour, 0, to Sunday's last, 167.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from carechoice.catalog.time_units import HOURS_PER_DAY

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOURS_PER_WEEK = len(DAYS) * HOURS_PER_DAY

Span = tuple[int, int]
_SPAN = re.compile(r"([0-9]{2})-([0-9]{2})")
_DAYS = re.compile(r"([a-z]+)(?:-([a-z]+))?")


class Group(NamedTuple):
    """Days next to each other with the same fixed hours; days count from 0, Monday."""

    first_day: int
    last_day: int
    spans: tuple[Span, ...]


def read_fixed_hours(text: str) -> frozenset[int]:
    """The fixed hours written as ``text``; a span that ends before it begins ends the next day.

    No text is no fixed hours. Raises ValueError.
    """
    hours: set[int] = set()
    for part in text.split("|") if text else ():
        days, _, spans = part.partition(":")
        for start, end in map(_span, spans.split(",")):
            hours |= hours_of_week(_days(days), start, end)
    return frozenset(hours)


def write_fixed_hours(hours: Iterable[int]) -> str:
    """The one shortest text that ``read_fixed_hours`` reads as ``hours``."""
    return "|".join(map(_written, groups(hours)))


def hours_of_week(days: Iterable[int], start: int, end: int) -> frozenset[int]:
    """The hours of the week from ``start`` to ``end`` o'clock on each of ``days``."""
    long = (end - start) % HOURS_PER_DAY or HOURS_PER_DAY
    return frozenset(
        (day * HOURS_PER_DAY + hour) % HOURS_PER_WEEK
        for day in days
        for hour in range(start, start + long)
    )


def spans_of_day(hours: Iterable[int], day: int) -> tuple[Span, ...]:
    """The fixed hours of a day as spans from hour to hour, 24 for its end."""
    found: list[Span] = []
    for hour in sorted(hour % HOURS_PER_DAY for hour in hours if hour // HOURS_PER_DAY == day):
        if found and found[-1][1] == hour:
            found[-1] = (found[-1][0], hour + 1)
        else:
            found.append((hour, hour + 1))
    return tuple(found)


def groups(hours: Iterable[int]) -> Iterator[Group]:
    """The days with fixed hours, those next to each other with the same hours as one."""
    fixed = frozenset(hours)
    for spans, days in groupby(range(len(DAYS)), lambda day: spans_of_day(fixed, day)):
        alike = list(days)
        if spans:
            yield Group(alike[0], alike[-1], spans)


def _written(group: Group) -> str:
    first, last = DAYS[group.first_day], DAYS[group.last_day]
    days = first if first == last else f"{first}-{last}"
    return f"{days}:{','.join(f'{start:02}-{end:02}' for start, end in group.spans)}"


def _days(text: str) -> range:
    found = _DAYS.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} names no days")
    first, last = found.groups()
    start, end = DAYS.index(first), DAYS.index(last or first)
    if end < start:
        raise ValueError(f"{text!r} runs backwards")
    return range(start, end + 1)


def _span(text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a span of hours")
    start, end = map(int, found.groups())
    if start >= HOURS_PER_DAY or end > HOURS_PER_DAY or start == end:
        raise ValueError(f"{text!r} lies outside a day")
    return start, end
