"""Visits on days when providers are closed: moved to another day, added at the end, or left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice, takewhile, tee
from typing import NamedTuple

from carechoice.catalog.holiday import is_holiday
from carechoice.catalog.pathway_rows import WORKING_DAYS_PER_WEEK
from carechoice.catalog.rows import Care
from carechoice.inputs.centre_terms import closed_days
from carechoice.inputs.scenario import Scenario

# How parameters.csv calls it: on the next open day, at the end of the course, or not at all.
NEXT_DAY, AT_END, LEFT_OUT = "next_day", "at_end", "left_out"

ONE_DAY = timedelta(days=1)
IsClosed = Callable[[date], bool]


class Held(NamedTuple):
    """A visit on the day it is held. ``place`` counts the planned days from 0."""

    place: int
    date: date


def closing(scenario: Scenario, care: Care) -> IsClosed | None:
    """What tells whether a provider is closed on a day; None where it is open on all of them."""
    own = closed_days(scenario.centre.program) if care == "iop" else frozenset[date]()
    if not scenario.week.closed_on_holidays:
        return own.__contains__ if own else None
    return lambda day: day in own or is_holiday(day)


def held(
    planned: Iterable[date], number: int, *, when_closed: str, is_closed: IsClosed
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


def closed_among(
    planned: Iterable[date], number: int, *, when_closed: str, is_closed: IsClosed
) -> list[date]:
    """The closed days among the endless ``planned`` days, for a course of ``number`` visits."""
    days, counted = tee(planned)
    last = held(counted, number, when_closed=when_closed, is_closed=is_closed)[-1]
    tried = number if when_closed == LEFT_OUT else last.place + 1
    return [day for day in islice(days, tried) if is_closed(day)]


def runs(days: Sequence[date]) -> list[tuple[date, date]]:
    """Days in order, as the first and the last of those that follow each other."""
    found: list[tuple[date, date]] = []
    for day in days:
        goes_on = found and found[-1][1] + ONE_DAY == day
        first = found.pop()[0] if goes_on else day
        found.append((first, day))
    return found


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
