"""What becomes of visits on days on which providers are closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import islice, takewhile
from typing import NamedTuple

from carechoice.catalog.pathway_rows import WORKING_DAYS_PER_WEEK
from carechoice.comparison.holiday import is_holiday

# How parameters.csv calls it: on the next open day, at the end of the course, or not at all.
NEXT_DAY, AT_END, LEFT_OUT = "next_day", "at_end", "left_out"

ONE_DAY = timedelta(days=1)
IsClosed = Callable[[date], bool]


class Held(NamedTuple):
    """A visit on the day it is held. ``place`` counts the planned days from 0."""

    place: int
    date: date


def held(
    planned: Iterable[date], number: int, *, when_closed: str, is_closed: IsClosed = is_holiday
) -> list[Held]:
    """The visits that are held of the first ``number`` planned days, which have no end.

    A shorter course begins as a longer one does. Where each day of a course would be left out, it
    has one visit on the first open day after.
    """
    if when_closed == NEXT_DAY:
        return list(_moved(islice(planned, number), is_closed))
    open_days = (Held(*each) for each in enumerate(planned) if not is_closed(each[1]))
    if when_closed == AT_END:
        return list(islice(open_days, number))
    first = next(open_days)
    return [first, *takewhile(lambda each: each.place < number, open_days)]


def closed_among(planned: Iterable[date], number: int, *, when_closed: str) -> list[date]:
    """The public holidays among the planned days of a course of ``number`` visits."""
    days = list(islice(planned, 2 * number + WORKING_DAYS_PER_WEEK))
    last = held(iter(days), number, when_closed=when_closed)[-1]
    tried = number if when_closed == LEFT_OUT else last.place + 1
    return [day for day in days[:tried] if is_holiday(day)]


def _moved(planned: Iterable[date], is_closed: IsClosed) -> Iterator[Held]:
    """Each on its day, or the first open working day from it on that is after the visit before.

    Visits that share a day stay together.
    """
    planned_before = held_before = None
    for place, day in enumerate(planned):
        if day == planned_before and held_before:
            yield Held(place, held_before)
            continue
        on = max(day, held_before + ONE_DAY) if held_before else day
        while is_closed(on) or on.weekday() >= WORKING_DAYS_PER_WEEK:
            on += ONE_DAY
        planned_before, held_before = day, on
        yield Held(place, on)
