"""The course of care on a calendar: Scenario -> visits.

Visits fall on working days. A week is seven days from the first day of the course, so the hours
of a week never depend on the weekday it starts on. Holidays are not left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor
from typing import NamedTuple

from carechoice.catalog.in_use import catalog
from carechoice.catalog.pathway_rows import WORKING_DAYS_PER_WEEK, Rhythm, Step
from carechoice.catalog.rounding import whole_parts
from carechoice.catalog.rows import Care, Pathway
from carechoice.inputs.coverage import is_out_of_network
from carechoice.inputs.scenario import Scenario

MINUTES_PER_HOUR = 60
QUARTERS_PER_HOUR = 4


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
    and no longer than the longest day.
    """

    hours_by_day: tuple[float, ...]
    least_hours: float
    most_days: int
    days_fit: bool


def visits(scenario: Scenario, pathway: Pathway) -> list[Visit]:
    """All visits of a way through care; each phase starts in the week after the one before."""
    found: list[Visit] = []
    for step in catalog().paths[pathway].steps:
        weeks = found[-1].week if found else 0
        start = scenario.start_date + timedelta(weeks=weeks)
        days = phase_days(scenario, step, start, step.long(scenario.value))
        found += [Visit(pathway, step.care, day, weeks + week, *rest) for day, week, *rest in days]
    return found


def phase_days(scenario: Scenario, step: Step, start: date, length: int) -> list[PhaseDay]:
    """The visits of a phase that begins on ``start`` and has so many sessions or weeks."""
    return list(_SCHEDULE[step.care](scenario, step.rhythm, start, length))


def hours_per_week(scenario: Scenario, step: Step) -> float:
    """The hours of a full week of a phase: as asked for, or those of a week of its own."""
    if step.rhythm is None:
        asked: float = scenario.of("hours_per_week", step.care)
        return asked
    return step.rhythm.visits_per_week * (step.rhythm.hours_per_visit or session_hours(scenario))


def _sessions(
    scenario: Scenario, rhythm: Rhythm | None, start: date, sessions: int
) -> Iterator[PhaseDay]:
    """Therapy sessions, spread evenly over the weeks."""
    per_week = rhythm.visits_per_week if rhythm else sessions_per_week(scenario)
    days_apart = WORKING_DAYS_PER_WEEK / per_week
    hours = session_hours(scenario)
    billed_usd = charge_usd(scenario, "therapy") or visit_price_usd(scenario, "therapy")
    calendar = _Calendar(start)
    for session in range(sessions):
        week, day = divmod(floor(_exact(session * days_apart)), WORKING_DAYS_PER_WEEK)
        yield PhaseDay(calendar.day(week, day), week + 1, hours, billed_usd)


def _program_days(
    scenario: Scenario, rhythm: Rhythm | None, start: date, weeks: int
) -> Iterator[PhaseDay]:
    """Program days, spread over the working days of each week."""
    hours_by_day = _hours_by_day(scenario, rhythm)
    billed_usd = charge_usd(scenario, "iop") or visit_price_usd(scenario, "iop")
    calendar = _Calendar(start)
    for week in range(weeks):
        for position, hours in enumerate(hours_by_day):
            day = position * WORKING_DAYS_PER_WEEK // len(hours_by_day)
            yield PhaseDay(calendar.day(week, day), week + 1, hours, billed_usd)


def program_days_per_week(scenario: Scenario, pathway: Pathway) -> list[int]:
    """On how many days of a week the program is, phase by phase; none in a phase of therapy."""
    return [
        len(_hours_by_day(scenario, step.rhythm)) if step.care == "iop" else 0
        for step in catalog().paths[pathway].steps
    ]


def _hours_by_day(scenario: Scenario, rhythm: Rhythm | None) -> tuple[float, ...]:
    return _own_days(rhythm) if rhythm else program_week(scenario).hours_by_day


def _own_days(rhythm: Rhythm) -> tuple[float, ...]:
    return (rhythm.hours_per_visit or 0,) * int(rhythm.visits_per_week)


_SCHEDULE = {"therapy": _sessions, "iop": _program_days}


def travel_minutes(scenario: Scenario) -> int:
    """The way to a visit and back, in whole minutes; none where visits are online."""
    return 0 if scenario.beside.visits_online else round(scenario.beside.travel_minutes_per_visit)


def travel_usd(scenario: Scenario) -> float:
    """What the way to a visit and back costs; nothing where visits are online."""
    return 0 if scenario.beside.visits_online else scenario.beside.travel_usd_per_visit


def visit_price_usd(scenario: Scenario, care: Care, *, listed_usd: float | None = None) -> float:
    """What a visit costs plan and person together: what the plan allows, or the fee without one.

    With ``listed_usd`` what it costs if the price of the list is that one.
    """
    price: float = scenario.of("price", care) if listed_usd is None else listed_usd
    return price


def charge_usd(scenario: Scenario, care: Care) -> float | None:
    """What the provider bills for a visit where that can be above the plan's price, if known."""
    if not is_out_of_network(scenario, care):
        return None
    return scenario.of("charge", care) or None


def session_hours(scenario: Scenario) -> float:
    """How long a therapy session is."""
    return scenario.therapy.session_minutes / MINUTES_PER_HOUR


def sessions_per_week(scenario: Scenario) -> float:
    """Therapy sessions a week; 0.5 is one every other week."""
    return scenario.therapy.hours_per_week * MINUTES_PER_HOUR / scenario.therapy.session_minutes


def program_week(scenario: Scenario) -> ProgramWeek:
    """The days of one IOP week: as few as the longest day allows, and all equally long.

    A shorter day than programs bill is none, and programs run on so many days at most
    (figures.csv, iop_least_day_hours and iop_days_per_week). Where that leaves too little room,
    days are longer than the longest.
    """
    figures = catalog().figures
    least = figures["iop_least_day_hours"].value or 0
    most_days = int(figures["iop_days_per_week"].high or WORKING_DAYS_PER_WEEK)
    hours, longest = scenario.iop.hours_per_week, max(scenario.iop.hours_per_day, least)
    billed_days = max(1, floor(_exact(hours / least)))
    days = min(ceil(_exact(hours / longest)), billed_days, most_days)
    return ProgramWeek(
        hours_by_day=_equal_parts(hours, days),
        least_hours=least,
        most_days=most_days,
        days_fit=least <= _exact(hours / days) <= longest,
    )


def _equal_parts(hours: float, count: int) -> tuple[float, ...]:
    """Hours as parts of whole minutes that differ by a minute at most."""
    minutes, longer = divmod(round(hours * MINUTES_PER_HOUR), count)
    parts = (minutes + (place < longer) for place in range(count))
    return tuple(part / MINUTES_PER_HOUR for part in parts)


def _exact(ratio: float) -> float:
    """The ratio without the last digits of binary arithmetic, so that 2.1 / 0.7 is 3, not 3 + e."""
    return round(ratio, 9)


def hours_by_service(care: Care, hours_per_week: float) -> dict[str, float]:
    """Hours a week by key of services.csv, in the parts it gives, largest first.

    Our split is no more exact than a quarter of an hour; a week that is no whole number of quarters
    is split to the minute. The parts add up to the week.
    """
    parts = {
        row.key: row.therapy_parts if care == "therapy" else row.iop_parts
        for row in catalog().services.values()
    }
    whole = sum(parts.values())
    in_quarters = _exact(hours_per_week * QUARTERS_PER_HOUR) % 1 == 0
    per_hour = QUARTERS_PER_HOUR if in_quarters else MINUTES_PER_HOUR
    filling = sorted(((part, key) for key, part in parts.items() if part), reverse=True)
    counted = whole_parts(hours_per_week * per_hour * part / whole for part, _ in filling)
    return {key: number / per_hour for number, (_, key) in zip(counted, filling, strict=True)}


def plan_year_start(day: date, month_day: str) -> date:
    """The first day of the plan year ``day`` falls in; ``month_day`` is its start."""
    this_year = date.fromisoformat(f"{day.year}-{month_day}")
    return this_year if this_year <= day else this_year.replace(year=day.year - 1)


def plan_year_starts(first: date, last: date, month_day: str) -> list[date]:
    """The first days of the plan years from ``first`` to ``last``, and of the one that follows."""
    begins, ends = (plan_year_start(day, month_day) for day in (first, last))
    return [begins.replace(year=year) for year in range(begins.year, ends.year + 2)]


def first_visit(scenario: Scenario) -> date:
    """The day of the first visit of every option: the first day, or the Monday after it."""
    return _Calendar(scenario.start_date).day(0, 0)


def counts_what_was_paid(scenario: Scenario) -> bool:
    """Whether the first visit is still in the plan year of the first day.

    What was paid toward the plan's limits belongs to that year.
    """
    paid_in, visited_in = (
        plan_year_start(day, scenario.plan.year_start)
        for day in (scenario.start_date, first_visit(scenario))
    )
    return paid_in == visited_in


class _Calendar:
    """The working days of a course, from its first working day on."""

    def __init__(self, start: date) -> None:
        weekday = start.weekday()
        weekend_wait = 7 - weekday if weekday >= WORKING_DAYS_PER_WEEK else 0
        self._first = start.toordinal() + weekend_wait
        self._days_to_weekend = WORKING_DAYS_PER_WEEK - (weekday if not weekend_wait else 0)

    def day(self, week: int, working_day: int) -> date:
        """The date of working day 0 to 4 in a week of the course, both counted from 0."""
        # A course that starts in mid-week runs over the weekend between its working days.
        weekend = 2 if working_day >= self._days_to_weekend else 0
        return date.fromordinal(self._first + 7 * week + working_day + weekend)
