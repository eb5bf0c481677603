"""One real week: visits, travel, conflicts with fixed hours, and the hours left free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, groupby, product
from typing import Any, NamedTuple

from carechoice.catalog.fixed_hours import DAYS, read_fixed_hours, spans_of_day
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Care, Pathway
from carechoice.catalog.time_units import MINUTES_PER_DAY, MINUTES_PER_HOUR
from carechoice.comparison.compare import Comparison, Entry
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.visits.course import travel_minutes
from carechoice.inputs.centre_terms import NO_PROGRAM, program_starts_at
from carechoice.inputs.pathways import is_program, scenario_for, words_key
from carechoice.inputs.scenario import Scenario

TIMES_OF_DAY = ("morning", "afternoon", "evening")


class Appointment(NamedTuple):
    """A visit with its time of day, as a clock on the wall shows it."""

    pathway: Pathway
    care: Care
    week: int
    start: datetime
    end: datetime


class Block(NamedTuple):
    """Part of a day: 0 is Monday, times in minutes after midnight, the end at most 24 hours."""

    day: int
    start_minutes: int
    end_minutes: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end_minutes - self.start_minutes


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """A week of one phase of an option on the person's own week; blocks in order of time.

    Weeks are those of the option's course, counted from 1. ``number`` is the fullest week of the
    phase; ``is_like_others`` says whether all its weeks but the last have as many hours.
    ``words_key`` is what stands for the option in the keys of its words, ``called`` for what its
    visits are: a kind of care, or a program that has its name.
    """

    pathway: Pathway
    words_key: str
    care: Care
    called: str
    number: int
    first_week: int
    last_week: int
    is_like_others: bool
    fixed: tuple[Block, ...]
    visits: tuple[Block, ...]
    travel: tuple[Block, ...]
    clashes: tuple[Block, ...]
    free_minutes: int


def appointments(scenario: Scenario, entries: Sequence[Entry]) -> list[Appointment]:
    """The visits of an option with their times; several on a day follow each other."""
    found: list[Appointment] = []
    for entry in entries:
        start = _first_start(scenario, entry.care, entry.date)
        if found and found[-1].start.date() == entry.date:
            start = found[-1].end + timedelta(minutes=travel_minutes(scenario, entry.care))
        end = start + timedelta(minutes=round(entry.hours * MINUTES_PER_HOUR))
        found.append(Appointment(entry.pathway, entry.care, entry.week, start, end))
    return found


def appointments_of(comparison: Comparison, pathway: Pathway) -> list[Appointment]:
    """The visits of one option of a comparison with their times."""
    own = scenario_for(comparison.scenario, pathway)
    return appointments(own, entries_of(comparison, pathway))


def planned_week(scenario: Scenario, entries: Sequence[Entry]) -> PlannedWeek:
    """The fullest week of a phase, with the way there and what it clashes with.

    Of several it is one with the usual days: a public holiday may move visits to others.
    """
    hours, days = _hours_by_week(entries), _days_by_week(entries)
    usual = Counter(days.values())
    number = max(days, key=lambda week: (hours[week], usual[days[week]], -week))
    visits = appointments(scenario, [entry for entry in entries if entry.week == number])
    care, travel = _care(visits), _travel(scenario, visits)
    fixed = fixed_blocks(scenario)
    busy = merged([*care, *travel])
    pathway, kind = entries[0].pathway, entries[0].care
    return PlannedWeek(
        pathway=pathway,
        words_key=words_key(scenario, pathway),
        care=kind,
        called=words_key(scenario, pathway if is_program(pathway) else kind),
        number=number,
        first_week=entries[0].week,
        last_week=entries[-1].week,
        is_like_others=len({round(hours[week], 6) for week in list(hours)[:-1]}) <= 1,
        fixed=fixed,
        visits=merged(care),
        travel=tuple(sorted(travel)),
        clashes=_overlaps(busy, fixed),
        free_minutes=_free_minutes(fixed, busy),
    )


def planned_weeks(comparison: Comparison) -> dict[Pathway, tuple[PlannedWeek, ...]]:
    """The week of each phase of each option; most options have one phase."""
    return {
        pathway: tuple(
            planned_week(scenario_for(comparison.scenario, pathway), phase)
            for phase in phases_of(comparison, pathway)
        )
        for pathway in comparison.options
    }


def phases_of(comparison: Comparison, pathway: Pathway) -> list[list[Entry]]:
    """The ledger's lines of an option, phase by phase."""
    by_care = groupby(entries_of(comparison, pathway), key=lambda entry: entry.care)
    return [list(phase) for _, phase in by_care]


def clashes_of_visits(scenario: Scenario, entries: Sequence[Entry]) -> tuple[Block, ...]:
    """What visits within one week, with the way there and back, clash with."""
    return _overlaps(_busy(scenario, entries), fixed_blocks(scenario))


def clash_minutes_by_time_of_day(comparison: Comparison, week: PlannedWeek) -> dict[str, int]:
    """The minutes of clash in the week if its visits were at each time of day they can be at.

    Those of a program of the centre can be at none but their own.
    """
    entries, scenario = _entries(comparison, week), scenario_for(comparison.scenario, week.pathway)
    if has_own_time(scenario, week.care):
        return {}
    return {
        time: minutes(planned_week(at_time(scenario, week.care, time), entries).clashes)
        for time in times_of_day(scenario, entries)
    }


def clash_minutes_online(comparison: Comparison, week: PlannedWeek) -> int:
    """The minutes of clash in the week if visits were online."""
    online = scenario_for(comparison.scenario, week.pathway).but(visits_online=True)
    return minutes(planned_week(online, _entries(comparison, week)).clashes)


def days_that_fit(comparison: Comparison, week: PlannedWeek, *, days: Iterable[int]) -> list[int]:
    """Of the ``days``, 0 for Monday, those on which the longest visit clashes with nothing."""
    scenario = scenario_for(comparison.scenario, week.pathway)
    longest = max(_entries(comparison, week), key=lambda entry: entry.hours)
    monday = longest.date - timedelta(days=longest.date.weekday())
    on = {day: longest._replace(date=monday + timedelta(days=day)) for day in days}
    return [day for day, visit in on.items() if not clashes_of_visits(scenario, [visit])]


def at_time(scenario: Scenario, care: Care, time_of_day: str) -> Scenario:
    """The scenario with the visits of a kind of care at one of ``TIMES_OF_DAY``."""
    changed: dict[str, Any] = {f"{care}_time_of_day": time_of_day}
    return scenario.but(**changed)


def times_of_day(scenario: Scenario, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Those of ``TIMES_OF_DAY`` from which visits of one kind of care end on the day they begin.

    No place is open past midnight, so the others are no times to offer.
    """
    care = entries[0].care

    def ends_in_time(time_of_day: str) -> bool:
        held = appointments(at_time(scenario, care, time_of_day), entries)
        midnight = timedelta(minutes=MINUTES_PER_DAY)
        return all(
            visit.end <= datetime.combine(visit.start, datetime.min.time()) + midnight
            for visit in held
        )

    return tuple(filter(ends_in_time, TIMES_OF_DAY))


def has_own_time(scenario: Scenario, care: Care) -> bool:
    """Whether visits are when a program of the centre is, and not at any time of day."""
    return _own_start(scenario, care) is not None


def start_minutes(time_of_day: str) -> int:
    """When a visit at this time of day starts, in minutes after midnight."""
    return round((catalog().figures[f"{time_of_day}_start"].value or 0) * MINUTES_PER_HOUR)


def is_fixed_at_night(scenario: Scenario) -> bool:
    """Whether a person has fixed hours when most people sleep."""
    night_end = (catalog().figures["night_end"].value or 0) * MINUTES_PER_HOUR
    return any(block.start_minutes < night_end for block in fixed_blocks(scenario))


def fixed_blocks(scenario: Scenario) -> tuple[Block, ...]:
    """The fixed hours of the week."""
    hours = read_fixed_hours(scenario.week.fixed_hours)
    return tuple(
        Block(day, start * MINUTES_PER_HOUR, end * MINUTES_PER_HOUR)
        for day in range(len(DAYS))
        for start, end in spans_of_day(hours, day)
    )


def minutes(blocks: Iterable[Block]) -> int:
    """How long the blocks are together."""
    return sum(block.minutes for block in blocks)


def merged(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same time as blocks that neither touch nor overlap, in order."""
    found: list[Block] = []
    for block in sorted(blocks):
        last = found[-1] if found else None
        if last and last.day == block.day and block.start_minutes <= last.end_minutes:
            found[-1] = last._replace(end_minutes=max(last.end_minutes, block.end_minutes))
        else:
            found.append(block)
    return tuple(found)


def _entries(comparison: Comparison, week: PlannedWeek) -> list[Entry]:
    """The ledger's lines of the week's phase."""
    return [
        entry
        for entry in entries_of(comparison, week.pathway)
        if week.first_week <= entry.week <= week.last_week
    ]


def _first_start(scenario: Scenario, care: Care, day: date) -> datetime:
    start = _own_start(scenario, care)
    if start is None:
        start = start_minutes(scenario.value(f"{care}_time_of_day"))
    return datetime.combine(day, datetime.min.time()) + timedelta(minutes=start)


def _own_start(scenario: Scenario, care: Care) -> int | None:
    """When a day of the centre's program begins, in minutes after midnight; else None."""
    program = scenario.centre.program if care == "iop" else NO_PROGRAM
    return program_starts_at(program, time_of_day=scenario.value(f"{care}_time_of_day"))


def _hours_by_week(entries: Sequence[Entry]) -> dict[int, float]:
    hours = dict.fromkeys(range(entries[0].week, entries[-1].week + 1), 0.0)
    for entry in entries:
        hours[entry.week] += entry.hours
    return hours


def _days_by_week(entries: Sequence[Entry]) -> dict[int, tuple[int, ...]]:
    """The days of the week with visits, in each week that has some."""
    by_week = groupby(entries, key=lambda entry: entry.week)
    return {week: tuple(each.date.weekday() for each in visits) for week, visits in by_week}


def _trips(visit: Appointment, there_and_back: int) -> list[Block]:
    """The way there before a visit and the way back after it, which takes an odd minute more."""
    there = timedelta(minutes=there_and_back // 2)
    back = timedelta(minutes=there_and_back) - there
    trips = [_on_week(visit.start - there, visit.start), _on_week(visit.end, visit.end + back)]
    return [trip for trip in trips if trip.minutes]


def _care(visits: Sequence[Appointment]) -> list[Block]:
    return _split(_on_week(visit.start, visit.end) for visit in visits)


def _travel(scenario: Scenario, visits: Sequence[Appointment]) -> list[Block]:
    trips = (_trips(visit, travel_minutes(scenario, visit.care)) for visit in visits)
    return _split(chain.from_iterable(trips))


def _busy(scenario: Scenario, entries: Sequence[Entry]) -> tuple[Block, ...]:
    """Visits with the way there and back."""
    visits = appointments(scenario, entries)
    return merged([*_care(visits), *_travel(scenario, visits)])


def _on_week(start: datetime, end: datetime) -> Block:
    """A time as a block of the day it starts on; it may end after midnight."""
    first = start.hour * MINUTES_PER_HOUR + start.minute
    return Block(start.weekday(), first, first + int((end - start).total_seconds()) // 60)


def _split(blocks: Iterable[Block]) -> list[Block]:
    """Blocks that end after midnight as one block a day."""
    found: list[Block] = []
    for block in blocks:
        day, start, end = block
        while end > MINUTES_PER_DAY:
            found.append(Block(day, start, MINUTES_PER_DAY))
            day, start, end = (day + 1) % len(DAYS), 0, end - MINUTES_PER_DAY
        found.append(Block(day, start, end))
    return found


def _overlaps(one: Iterable[Block], other: Iterable[Block]) -> tuple[Block, ...]:
    """The time that is in both."""
    shared = (
        Block(a.day, max(a.start_minutes, b.start_minutes), min(a.end_minutes, b.end_minutes))
        for a, b in product(one, other)
        if a.day == b.day
    )
    return tuple(block for block in shared if block.minutes > 0)


def _free_minutes(fixed: Iterable[Block], busy: Iterable[Block]) -> int:
    """Waking time of the week that is left after fixed hours and after care with its travel.

    No hour holds both, so what clashes is taken off for both: it has to move somewhere.
    """
    awake = catalog().figures["waking_hours_per_day"].value or 0
    taken = minutes(merged(fixed)) + minutes(merged(busy))
    return max(0, round(len(DAYS) * awake * MINUTES_PER_HOUR) - taken)
