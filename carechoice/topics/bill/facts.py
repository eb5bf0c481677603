"""The bill of each option in detail: steps, months, milestones, break-even, other costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, groupby, pairwise
from typing import Literal

from carechoice.catalog.load import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison, Entry, Option, patient_usd_by_visit
from carechoice.comparison.course import (
    MINUTES_PER_HOUR,
    plan_year_start,
    travel_minutes,
    travel_usd,
)
from carechoice.inputs.coverage import has_deductible, has_maximum, has_plan
from carechoice.inputs.scenario import COPAY_OF, Scenario

Kind = Literal[
    "full",
    "crossing",
    "copay",
    "below_copay",
    "share",
    "reaches_max",
    "past_max",
    "free",
    "self_pay",
]
HALF_A_CENT = 0.005


@dataclass(frozen=True, slots=True)
class Step:
    """Visits in a row that are billed alike; ``first`` and ``last`` count those of a kind from 1.

    ``entry`` is the first of them; ``new_year`` is the day of a plan year that starts with them.
    """

    kind: Kind
    first: int
    last: int
    last_day: date
    entry: Entry
    new_year: date | None


@dataclass(frozen=True, slots=True)
class Restart:
    """A new plan year within an option, and what it costs the person that it starts again."""

    day: date
    deductible: bool
    maximum: bool


@dataclass(frozen=True, slots=True)
class Month:
    """What is paid for each option in a calendar month, in dollars."""

    first_day: date
    patient_usd: dict[Pathway, float]
    plan_usd: dict[Pathway, float]


@dataclass(frozen=True, slots=True)
class Milestones:
    """The first days on which an option reaches a limit; None where it does not."""

    deductible_met: date | None
    oop_max_reached: date | None


@dataclass(frozen=True, slots=True)
class BreakEven:
    """What the patient pays for 1, 2, 3 ... therapy sessions, beside the IOP's cost, in dollars.

    ``sessions`` is the first number that costs at least as much as the IOP; None if none does.
    """

    therapy_usd: tuple[float, ...]
    iop_usd: float
    sessions: int | None


@dataclass(frozen=True, slots=True)
class OtherCosts:
    """What the person entered beside the bill, for the whole course, in dollars."""

    travel_usd: float
    unpaid_usd: float
    child_care_usd: float

    @property
    def total_usd(self) -> float:
        """All of them together."""
        return self.travel_usd + self.unpaid_usd + self.child_care_usd


def entries_of(comparison: Comparison, pathway: Pathway) -> list[Entry]:
    """The ledger's lines of one option."""
    return [entry for entry in comparison.ledger if entry.pathway == pathway]


def steps(comparison: Comparison, pathway: Pathway) -> list[Step]:
    """The bill of an option as few steps of visits that are billed alike."""
    entries, scenario = entries_of(comparison, pathway), comparison.scenario
    cares = {entry.care for entry in entries}
    # Where nothing starts again, a new plan year is no step.
    starts_again = has_deductible(scenario, *cares) or has_maximum(scenario)
    days = [entry.date if starts_again else entries[0].date for entry in entries]
    starts = [plan_year_start(each, scenario.plan_year_start) for each in days]
    kinds = _kinds(entries, scenario)
    lines = list(zip(kinds, starts, entries, strict=True))
    found: list[Step] = []
    visits, year = Counter[str](), starts[0]
    for _, group in groupby(lines, key=lambda line: (line[0], line[1], _amounts(line[2]))):
        alike = list(group)
        kind, start, entry = alike[0]
        new_year = start if start != year else None
        first = visits[entry.care] + 1
        visits[entry.care] += len(alike)
        last_day = alike[-1][2].date
        found.append(Step(kind, first, visits[entry.care], last_day, entry, new_year))
        year = start
    return found


def restarts(comparison: Comparison, pathway: Pathway) -> list[Restart]:
    """The new plan years within an option that take something from the person.

    One takes the deductible paid where more goes to a deductible after it, and what was paid toward
    the maximum where the visits after it cost more than was left of that.
    """
    entries, begins = entries_of(comparison, pathway), comparison.scenario.plan_year_start
    by_year = [
        (start, list(group))
        for start, group in groupby(entries, key=lambda entry: plan_year_start(entry.date, begins))
    ]
    found = []
    for (_, before), (day, after) in pairwise(by_year):
        left_usd, shares_usd = before[-1].oop_left_usd, sum(map(_cost_share, after))
        restart = Restart(
            day,
            deductible=any(entry.deductible_usd for entry in after),
            maximum=left_usd is not None and shares_usd > left_usd + HALF_A_CENT,
        )
        found += [restart] if restart.deductible or restart.maximum else []
    return found


def costs_nothing(comparison: Comparison) -> bool:
    """Whether the person pays nothing for any option, at the listed prices as at low and high."""
    return not any(option.patient_usd.high for option in comparison.options.values())


def months(comparison: Comparison) -> list[Month]:
    """Both bills by calendar month, from the first visit to the last."""
    first = min(option.first_day for option in comparison.options.values())
    last = max(option.last_day for option in comparison.options.values())
    found = [
        Month(day, dict.fromkeys(comparison.options, 0.0), dict.fromkeys(comparison.options, 0.0))
        for day in _month_starts(first, last)
    ]
    for entry in comparison.ledger:
        month = found[12 * (entry.date.year - first.year) + entry.date.month - first.month]
        month.patient_usd[entry.pathway] += entry.patient_usd
        month.plan_usd[entry.pathway] += entry.plan_usd
    return found


def milestones(comparison: Comparison, pathway: Pathway) -> Milestones:
    """When an option first uses up what was left of the deductible and of the maximum."""
    entries = entries_of(comparison, pathway)
    met = (e.date for e in entries if e.deductible_usd and e.deductible_left_usd < HALF_A_CENT)
    reached = (
        e.date
        for e in entries
        if e.oop_left_usd is not None and e.oop_left_usd < HALF_A_CENT and _cost_share(e)
    )
    return Milestones(next(met, None), next(reached, None))


def running_usd(entries: Sequence[Entry]) -> list[float]:
    """What the patient has paid after each visit, in dollars."""
    return [round(paid, 2) for paid in accumulate(entry.patient_usd for entry in entries)]


def break_even(comparison: Comparison) -> BreakEven:
    """How many therapy sessions cost the patient as much as the IOP.

    Counted up to the most sessions the input takes, at the same pace and from the same first day.
    """
    _, most = catalog().parameters["therapy_sessions"].bounds
    longest = replace(comparison.scenario, therapy_sessions=int(most))
    by_visit = patient_usd_by_visit(longest, "therapy")
    therapy_usd = tuple(round(paid, 2) for paid in accumulate(by_visit))
    iop_usd = comparison.options["iop"].patient_usd.likely
    reached = (n for n, paid in enumerate(therapy_usd, start=1) if paid >= iop_usd - HALF_A_CENT)
    return BreakEven(therapy_usd, iop_usd, next(reached, None))


def other_costs(scenario: Scenario, option: Option) -> OtherCosts:
    """Travel, lost pay and child care for the hours of care and of travel."""
    travel_hours = option.visits * travel_minutes(scenario) / MINUTES_PER_HOUR
    hours_away = option.total_hours + travel_hours
    return OtherCosts(
        travel_usd=option.visits * travel_usd(scenario),
        unpaid_usd=hours_away * scenario.unpaid_usd_per_hour,
        child_care_usd=hours_away * scenario.child_care_usd_per_hour,
    )


def _kinds(entries: Sequence[Entry], scenario: Scenario) -> list[Kind]:
    """How each visit is billed."""
    if not has_plan(scenario):
        return ["self_pay"] * len(entries)
    return [_kind(entry, getattr(scenario, COPAY_OF[entry.care])) for entry in entries]


def _kind(entry: Entry, copay_usd: float) -> Kind:
    at_max = entry.oop_left_usd is not None and entry.oop_left_usd < HALF_A_CENT
    if not _cost_share(entry):
        return "past_max" if at_max else "free"
    if at_max:
        return "reaches_max"
    if entry.deductible_usd:
        return "crossing" if entry.plan_usd or entry.copay_usd or entry.coinsurance_usd else "full"
    if entry.copay_usd:
        return "below_copay" if entry.copay_usd < copay_usd - HALF_A_CENT else "copay"
    return "share"


def _cost_share(entry: Entry) -> float:
    return entry.deductible_usd + entry.copay_usd + entry.coinsurance_usd


def _amounts(entry: Entry) -> tuple[str | float, ...]:
    return (
        entry.care,
        entry.price_usd,
        entry.deductible_usd,
        entry.copay_usd,
        entry.coinsurance_usd,
        entry.patient_usd,
    )


def _month_starts(first: date, last: date) -> list[date]:
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    months = (first.month - 1 + n for n in range(count))
    return [date(first.year + month // 12, month % 12 + 1, 1) for month in months]
