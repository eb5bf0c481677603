"""The bill of each option in detail: steps, months, milestones, break-even, other costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby
from typing import Literal

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Care, Pathway
from carechoice.comparison.compare import Comparison, Entry, patient_usd_by_visit
from carechoice.comparison.draws.simulation import own_part
from carechoice.comparison.ledger import HALF_A_CENT, cost_share, entries_of
from carechoice.inputs.coverage import (
    counts_visits,
    has_deductible,
    has_first_visits,
    has_maximum,
    has_plan,
)
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.plan_year import first_day_of, month_number, plan_year_start
from carechoice.topics.bill.break_even_range import Between, break_even_range, most_sessions

# A limit of a plan by the end of a key of a sentence, and what the day hangs on that the first one
# is met.
Limit = Literal["deductible", "max"]
OF_A_DEDUCTIBLE = ("price", "deductible", "other_deductible", "deductible_applies")

Kind = Literal[
    "full",
    "crossing",
    "copay",
    "below_copay",
    "copay_and_share",
    "below_both",
    "share",
    "reaches_max",
    "past_max",
    "free",
    "penalty",
    "not_covered",
    "self_pay",
]


@dataclass(frozen=True, slots=True)
class BillStep:
    """Visits in a row that are billed alike; ``first`` and ``last`` count those of a kind from 1.

    ``entry`` is the first of them; ``new_year`` is the day of a plan year that starts with them,
    and ``counts_anew`` says that in it the plan counts visits from the first one again.
    """

    kind: Kind
    first: int
    last: int
    last_day: date
    entry: Entry
    new_year: date | None
    counts_anew: bool


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
    ``in_tries`` is where it lies in most tries of what is not known; None where it is one number.
    """

    therapy_usd: tuple[float, ...]
    iop_usd: float
    sessions: int | None
    in_tries: Between | None


def steps(comparison: Comparison, pathway: Pathway) -> list[BillStep]:
    """The bill of an option as few steps of visits that are billed alike."""
    entries, scenario = entries_of(comparison, pathway), comparison.scenario
    cares = {entry.care for entry in entries}
    # If no limit starts again, a new plan year is no step.
    counted = {care for care in cares if counts_visits(scenario, care)}
    limits = has_deductible(scenario, *cares) or has_maximum(scenario, *cares)
    days = [entry.date if limits or counted else entries[0].date for entry in entries]
    starts = [plan_year_start(each, scenario.plan.year_start) for each in days]
    kinds = _kinds(entries, scenario)
    lines = list(zip(kinds, starts, entries, strict=True))
    found: list[BillStep] = []
    visits, year = Counter[str](), starts[0]
    for _, group in groupby(lines, key=lambda line: (line[0], line[1], _amounts(line[2]))):
        alike = list(group)
        kind, start, entry = alike[0]
        new_year = start if start != year else None
        first = visits[entry.care] + 1
        visits[entry.care] += len(alike)
        last_day = alike[-1][2].date
        is_anew = bool(new_year and counted & _there_before_and_after(entries, new_year))
        found.append(BillStep(kind, first, visits[entry.care], last_day, entry, new_year, is_anew))
        year = start
    return found


def _there_before_and_after(entries: Sequence[Entry], day: date) -> set[Care]:
    """The kinds of care that an option has visits of before a day and from it on."""
    before = {entry.care for entry in entries if entry.date < day}
    return before & {entry.care for entry in entries if entry.date >= day}


def costs_nothing(comparison: Comparison) -> bool:
    """Whether the person pays nothing for any option, whatever is not known."""
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
        month = found[month_number(entry.date) - month_number(first)]
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
        if e.oop_left_usd is not None and e.oop_left_usd < HALF_A_CENT and cost_share(e)
    )
    return Milestones(next(met, None), next(reached, None))


def may_be_another_day(
    comparison: Comparison, pathway: Pathway, limit: Limit, reached: date
) -> bool:
    """Whether a limit may be reached on another day by what is not known up to that one.

    What is paid toward a maximum hangs on every term; what goes to a deductible, on its own.
    """
    *_, open_ = own_part(comparison.scenario, pathway)
    cares = {each.care for each in entries_of(comparison, pathway) if each.date <= reached}
    rows = [catalog().parameters[field] for field in (*open_.fields, *open_.taken_over)]
    return any(
        (not row.care or row.care in cares) and (limit == "max" or row.role in OF_A_DEDUCTIBLE)
        for row in rows
    )


def longest_therapy(scenario: Scenario) -> Scenario:
    """The same care with the most therapy sessions that the input takes."""
    return scenario.but(therapy_sessions=most_sessions())


def break_even(comparison: Comparison) -> BreakEven:
    """How many therapy sessions cost the patient as much as the IOP.

    Counted up to the most sessions the input takes, at the same pace and from the same first day.
    """
    by_visit = patient_usd_by_visit(longest_therapy(comparison.scenario), "therapy")
    therapy_usd = tuple(round(paid, 2) for paid in accumulate(by_visit))
    iop_usd = comparison.options["iop"].patient_total_usd
    reached = (n for n, paid in enumerate(therapy_usd, start=1) if paid >= iop_usd - HALF_A_CENT)
    sessions = next(reached, None)
    in_tries = break_even_range(comparison.scenario, sessions)
    return BreakEven(therapy_usd, iop_usd, sessions, in_tries)


def _kinds(entries: Sequence[Entry], scenario: Scenario) -> list[Kind]:
    """How each visit is billed."""
    cares = {entry.care for entry in entries}
    highest_usd = {
        care: _highest_copay_usd(scenario, care) for care in cares if has_plan(scenario, care)
    }
    return [
        _kind(entry, highest_usd[entry.care]) if entry.care in highest_usd else "self_pay"
        for entry in entries
    ]


def _highest_copay_usd(scenario: Scenario, care: Care) -> float:
    """The copayment of a visit, or that of the first ones of a plan year."""
    copay_usd: float = scenario.of("copay", care)
    first_usd: float = scenario.of("first_copay", care)
    return max(copay_usd, first_usd) if has_first_visits(scenario, care) else copay_usd


def _kind(entry: Entry, copay_usd: float) -> Kind:
    at_max = entry.oop_left_usd is not None and entry.oop_left_usd < HALF_A_CENT
    if not cost_share(entry):
        return _kind_beside_the_terms(entry, at_max=at_max)
    if at_max:
        return "reaches_max"
    # What a plan would pay of a visit with approval.
    plan_usd = entry.plan_usd + entry.penalty_usd
    if entry.deductible_usd:
        return "crossing" if plan_usd or entry.copay_usd or entry.coinsurance_usd else "full"
    if entry.copay_usd and entry.coinsurance_usd:
        return "copay_and_share" if plan_usd >= HALF_A_CENT else "below_both"
    if entry.copay_usd:
        is_all = plan_usd < HALF_A_CENT and entry.copay_usd < copay_usd - HALF_A_CENT
        return "below_copay" if is_all else "copay"
    return "share"


def _kind_beside_the_terms(entry: Entry, *, at_max: bool) -> Kind:
    """How a visit is billed of which the plan's terms leave nothing to the person."""
    if entry.not_covered_usd:
        return "not_covered"
    if entry.penalty_usd:
        return "penalty"
    return "past_max" if at_max else "free"


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
    return [first_day_of(number) for number in range(month_number(first), month_number(last) + 1)]
