"""The course of care on a calendar: Scenario -> visits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from math import ceil, floor, inf
from typing import NamedTuple

from carechoice.catalog.in_use import catalog
from carechoice.catalog.pathway_rows import WORKING_DAYS_PER_WEEK, PlannedPhase, Rhythm
from carechoice.catalog.rows import Care, Pathway
from carechoice.catalog.time_units import DAYS_PER_WEEK, MINUTES_PER_HOUR
from carechoice.catalog.weekdays import read_weekdays
from carechoice.comparison.visits.care_days import (
    days_needed,
    exact,
    first_working_day,
    program_days,
    session_days,
)
from carechoice.comparison.visits.closed_days import closed_among, closing, held
from carechoice.comparison.visits.prices import charge_usd, visit_price_usd
from carechoice.inputs.pathways import begins_on, scenario_for
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.plan_year import new_plan_year


class Visit(NamedTuple):
    """One visit: a therapy session, or one day of a program. ``week`` counts from 1.

    ``price_usd`` is all that plan and patient pay together.
    """

    pathway: Pathway
    care: Care
    date: date
    week: int
    hours: float
    price_usd: float


class PhaseDay(NamedTuple):
    """A visit within its phase. ``week`` counts from 1."""

    date: date
    week: int
    hours: float
    price_usd: float


@dataclass(frozen=True, slots=True)
class ProgramWeek:
    """How the IOP's weekly hours fall into days; ``hours_by_day`` has one entry a day.

    ``days_fit`` says whether each day is as long as programs have them: ``least_hours`` at least,
    or as long as the centre says of its own, and no longer than the longest day.
    """

    hours_by_day: tuple[float, ...]
    least_hours: float
    days_fit: bool


def visits(scenario: Scenario, pathway: Pathway) -> list[Visit]:
    """All visits of a pathway; each phase starts in the week after the one before."""
    found: list[Visit] = []
    waited = weeks_waited(scenario, pathway)
    for phase, _, days in _phases(scenario_for(scenario, pathway), pathway):
        weeks = found[-1].week if found else waited
        found += [Visit(pathway, phase.care, day, weeks + week, *rest) for day, week, *rest in days]
    return found


def _phases(
    scenario: Scenario, pathway: Pathway
) -> Iterator[tuple[PlannedPhase, date, list[PhaseDay]]]:
    """The phases of a pathway, each with the day it starts from and its visits."""
    start = begins_on(scenario, pathway)
    for phase in catalog().pathways[pathway].phases:
        days = phase_days(scenario, phase, start, phase.long(scenario.value))
        yield phase, start, days
        start += timedelta(weeks=days[-1].week)


def weeks_waited(scenario: Scenario, pathway: Pathway) -> int:
    """How many weeks later than the first day an option begins."""
    first, begins = map(first_working_day, (scenario.start_date, begins_on(scenario, pathway)))
    return round((begins - first).days / DAYS_PER_WEEK)


def phase_days(scenario: Scenario, phase: PlannedPhase, start: date, length: int) -> list[PhaseDay]:
    """The visits of a phase that begins on ``start`` and is ``length`` sessions or weeks long."""
    return list(_SCHEDULE[phase.care](scenario, phase.rhythm, start, length))


def full_weeks(scenario: Scenario, pathway: Pathway) -> list[float]:
    """The hours of a full week of each phase of a pathway."""
    own = scenario_for(scenario, pathway)
    return [hours_per_week(own, phase) for phase in catalog().pathways[pathway].phases]


def hours_per_week(scenario: Scenario, phase: PlannedPhase) -> float:
    """The hours of a full week of a phase: as asked for, or those of a week of its own."""
    if phase.rhythm is None:
        asked: float = scenario.of("hours_per_week", phase.care)
        return asked
    return phase.rhythm.visits_per_week * (phase.rhythm.hours_per_visit or session_hours(scenario))


def _sessions(
    scenario: Scenario, rhythm: Rhythm | None, start: date, sessions: int
) -> Iterator[PhaseDay]:
    """Therapy sessions, spread evenly over the weeks or on the weekdays that are named."""
    hours = session_hours(scenario)
    billed_usd = charge_usd(scenario, "therapy") or visit_price_usd(scenario, "therapy")
    week_of = _weeks_from(start)
    planned = _planned(scenario, PlannedPhase("therapy", sessions, rhythm), start)
    for _, day in _held(scenario, "therapy", planned, sessions):
        yield PhaseDay(day, week_of(day), hours, billed_usd)


def _program_days(
    scenario: Scenario, rhythm: Rhythm | None, start: date, weeks: int
) -> Iterator[PhaseDay]:
    """Program days, spread over the working days of each week or on the weekdays that are named."""
    hours_by_day = _hours_by_day(scenario, rhythm)
    billed_usd = charge_usd(scenario, "iop") or visit_price_usd(scenario, "iop")
    week_of, per_week = _weeks_from(start), len(hours_by_day)
    planned = _planned(scenario, PlannedPhase("iop", weeks, rhythm), start)
    for place, day in _held(scenario, "iop", planned, per_week * weeks):
        yield PhaseDay(day, week_of(day), hours_by_day[place % per_week], billed_usd)


def _planned(scenario: Scenario, phase: PlannedPhase, start: date) -> Iterator[date]:
    """An endless iterator over the days of a phase, as if no day were closed."""
    named = named_weekdays(scenario, phase.care)
    if phase.care == "iop":
        return program_days(start, days_per_week(scenario, phase), named)
    return session_days(start, _sessions_per_week(scenario, phase.rhythm), named)


def _held(
    scenario: Scenario, care: Care, planned: Iterator[date], number: int
) -> Iterable[tuple[int, date]]:
    """The days of ``number`` visits, each with its place among those planned, counted from 0."""
    is_closed = closing(scenario, care)
    if is_closed is None:
        return enumerate(islice(planned, number))
    when_closed = scenario.of("when_closed", care)
    return held(planned, number, when_closed=when_closed, is_closed=is_closed)


def is_closed_on_holidays(scenario: Scenario, pathway: Pathway) -> bool:
    """Whether the provider of an option is closed on holidays; each program states its own."""
    return scenario_for(scenario, pathway).week.closed_on_holidays


def days_closed(scenario: Scenario, pathway: Pathway) -> list[tuple[Care, date]]:
    """The days of a pathway on which its provider is closed."""
    own = scenario_for(scenario, pathway)
    return [
        (phase.care, day)
        for phase, start, _ in _phases(own, pathway)
        for day in _closed_within(own, phase, start)
    ]


def _closed_within(scenario: Scenario, phase: PlannedPhase, start: date) -> list[date]:
    """The planned days of a phase on which its provider is closed."""
    is_closed = closing(scenario, phase.care)
    if is_closed is None:
        return []
    return closed_among(
        _planned(scenario, phase, start),
        _number_planned(scenario, phase),
        when_closed=scenario.of("when_closed", phase.care),
        is_closed=is_closed,
    )


def visits_left_out(scenario: Scenario, pathway: Pathway) -> int:
    """How many visits an option has less than if no day was closed."""
    own = scenario_for(scenario, pathway)
    return sum(_number_planned(own, phase) - len(days) for phase, _, days in _phases(own, pathway))


def weeks_by_closed_days(scenario: Scenario, pathway: Pathway) -> int:
    """How many weeks longer an option lasts than if no day were closed; negative if shorter.

    One whose first week is closed begins a week later, and is no longer for that.
    """
    own = scenario_for(scenario, pathway)
    phases = list(_phases(own, pathway))
    _, _, first = phases[0]
    longer = sum(days[-1].week - _weeks_planned(own, phase, start) for phase, start, days in phases)
    return longer - (first[0].week - 1)


def _weeks_planned(scenario: Scenario, phase: PlannedPhase, start: date) -> int:
    """How many weeks a phase would last if no day were closed."""
    *_, last = islice(_planned(scenario, phase, start), _number_planned(scenario, phase))
    return _weeks_from(start)(last)


def _number_planned(scenario: Scenario, phase: PlannedPhase) -> int:
    """How many visits a phase would have if no day were left out."""
    per_unit = days_per_week(scenario, phase) if phase.care == "iop" else 1
    return per_unit * int(phase.long(scenario.value))


def _weeks_from(start: date) -> Callable[[date], int]:
    """The week that a day is in, counted from 1 at the first working day."""
    first = first_working_day(start).toordinal()
    return lambda day: (day.toordinal() - first) // DAYS_PER_WEEK + 1


def named_weekdays(scenario: Scenario, care: Care) -> tuple[int, ...]:
    """The weekdays that the person said this kind of care is on; none where they said none."""
    return read_weekdays(scenario.of("weekdays", care))


def program_days_per_week(scenario: Scenario, pathway: Pathway) -> list[int]:
    """On how many days of a week the program is, phase by phase; none in a phase of therapy."""
    own = scenario_for(scenario, pathway)
    return [
        days_per_week(own, phase) if phase.care == "iop" else 0
        for phase in catalog().pathways[pathway].phases
    ]


def days_per_week(scenario: Scenario, phase: PlannedPhase) -> int:
    """On how many days of a week a phase is, in the week with the most."""
    if phase.care == "iop":
        return len(_hours_by_day(scenario, phase.rhythm))
    return days_needed(_sessions_per_week(scenario, phase.rhythm))


def _sessions_per_week(scenario: Scenario, rhythm: Rhythm | None) -> float:
    return rhythm.visits_per_week if rhythm else sessions_per_week(scenario)


def _hours_by_day(scenario: Scenario, rhythm: Rhythm | None) -> tuple[float, ...]:
    return _own_days(rhythm) if rhythm else program_week(scenario).hours_by_day


def _own_days(rhythm: Rhythm) -> tuple[float, ...]:
    return (rhythm.hours_per_visit or 0,) * int(rhythm.visits_per_week)


_SCHEDULE = {"therapy": _sessions, "iop": _program_days}


def is_online(scenario: Scenario, care: Care) -> bool:
    """Whether visits of a kind of care are online: all are, or the program that is picked is."""
    picked = catalog().own.programs.get(scenario.centre.program)
    is_program_online = care == "iop" and picked is not None and picked.place == "online"
    return scenario.beside.visits_online or is_program_online


def travel_minutes(scenario: Scenario, care: Care) -> int:
    """The way to a visit and back, in whole minutes; none where it is online."""
    return 0 if is_online(scenario, care) else round(scenario.beside.travel_minutes_per_visit)


def travel_usd(scenario: Scenario, care: Care) -> float:
    """What the way to a visit and back costs; nothing where it is online."""
    return 0 if is_online(scenario, care) else scenario.beside.travel_usd_per_visit


def session_hours(scenario: Scenario) -> float:
    """How long a therapy session is."""
    return scenario.therapy.session_minutes / MINUTES_PER_HOUR


def sessions_per_week(scenario: Scenario) -> float:
    """Therapy sessions a week; 0.5 is one every other week."""
    return scenario.therapy.hours_per_week * MINUTES_PER_HOUR / scenario.therapy.session_minutes


def program_week(scenario: Scenario) -> ProgramWeek:
    """The days of one IOP week, all equally long.

    As many as there are named weekdays, if that makes days as long as programs have them; else as
    few as the longest day allows. A day has a least length, and a week a greatest number of days
    (figures.csv, iop_least_day_hours and iop_days_per_week); a program of the centre is on the days
    that it states, also where these are shorter. If the hours fit in no other way, days
    are longer than the longest.
    """
    figures = catalog().figures
    usual = figures["iop_least_day_hours"].value or 0
    least = min(usual, _stated_day_hours(scenario))
    most_days = int(figures["iop_days_per_week"].high or WORKING_DAYS_PER_WEEK)
    hours, longest = scenario.iop.hours_per_week, max(scenario.iop.hours_per_day, least)
    billed_days = max(1, floor(exact(hours / least)))
    by_hours = min(ceil(exact(hours / longest)), billed_days, most_days)
    named = len(named_weekdays(scenario, "iop"))
    days = named if named and least <= exact(hours / named) <= longest else by_hours
    return ProgramWeek(
        hours_by_day=_equal_parts(hours, days),
        least_hours=usual,
        days_fit=least <= exact(hours / days) <= longest,
    )


def _stated_day_hours(scenario: Scenario) -> float:
    """How long a day of the picked program is, as long as the person did not change it."""
    program = catalog().own.programs.get(scenario.centre.program)
    hours = scenario.iop.hours_per_day
    return hours if program and program.hours_per_day == hours else inf


def _equal_parts(hours: float, count: int) -> tuple[float, ...]:
    """The hours in ``count`` parts of whole minutes, which differ by a minute at most."""
    minutes, longer = divmod(round(hours * MINUTES_PER_HOUR), count)
    parts = (minutes + (place < longer) for place in range(count))
    return tuple(part / MINUTES_PER_HOUR for part in parts)


def new_plan_year_within(scenario: Scenario, first: date, last: date) -> date | None:
    """The day after ``first``, and no later than ``last``, on which a new plan year begins."""
    return new_plan_year(first, last, scenario.plan.year_start)


def first_visit(scenario: Scenario, care: Care) -> date:
    """The day of the first visit of an option that begins with this kind of care."""
    return phase_days(scenario, PlannedPhase(care, 1, None), scenario.start_date, 1)[0].date
