"""compare(scenario) -> Comparison: the scenario and one tidy ledger, and what is read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from math import isclose
from typing import NamedTuple

from carechoice.catalog.rows import CARES, Care, Level, Pathway
from carechoice.comparison.draws.not_known import is_nothing_known
from carechoice.comparison.levels import level_of
from carechoice.comparison.visits.billed import bill_of, plan_of
from carechoice.comparison.visits.course import (
    Visit,
    full_weeks,
    new_plan_year_within,
    visits,
)
from carechoice.comparison.visits.prices import is_billed_known, usual_price_usd
from carechoice.inputs.coverage import is_covered
from carechoice.inputs.pathways import compared_pathways, is_program, scenario_for, words_key
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.engine import Adjudication

# The two options of the decision. Up to two further pathways may stand beside them.
PATHWAYS = CARES


class Entry(NamedTuple):
    """One line of the ledger: a visit and who pays what for it, in dollars.

    The patient pays the deductible, the copayment, the coinsurance and the three that follow.
    ``balance_usd`` is what is billed above the price the plan allows; ``not_covered_usd`` what is
    owed of a visit that no plan covers, and ``penalty_usd`` what the plan pays less for one
    without approval. ``..._left_usd`` is what is left to pay in the plan year after the visit,
    None without a maximum.
    """

    pathway: Pathway
    care: Care
    date: date
    week: int
    hours: float
    price_usd: float
    patient_usd: float
    deductible_usd: float
    copay_usd: float
    coinsurance_usd: float
    balance_usd: float
    plan_usd: float
    deductible_left_usd: float
    oop_left_usd: float | None
    not_covered_usd: float
    penalty_usd: float


@dataclass(frozen=True, slots=True)
class Range:
    """A low, likely and high amount in dollars; all equal when nothing is uncertain."""

    low: float
    likely: float
    high: float

    @property
    def is_known(self) -> bool:
        """Whether the amount is the same at both ends."""
        return isclose(self.low, self.high)


def _known(usd: float) -> Range:
    """The range of an amount that is known."""
    return Range(usd, usd, usd)


def _around(usd: float, percentiles: Sequence[float]) -> Range:
    """From low to high over what is not known, with the amount itself within it."""
    low, _, high = percentiles
    return Range(min(low, usd), usd, max(high, usd))


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of an option with one kind of care."""

    care: Care
    hours_per_week: float
    level: Level
    visits: int
    last_day: date


@dataclass(frozen=True)
class Option:
    """What one option asks for, read from its part of the ledger.

    ``price_usd`` is that of a visit, or of one of each kind. ``hours_per_week`` and ``level`` are
    those of the first phase; most options have one. ``patient_total_usd`` is what the patient pays
    with the numbers of the ``scenario``.

    Ranges come from the simulation, which is imported where one is asked for: it loads numpy, and
    whoever needs totals alone does without.
    """

    pathway: Pathway
    phases: tuple[Phase, ...]
    hours_per_week: float
    level: Level
    visits: int
    weeks: int
    first_day: date
    last_day: date
    total_hours: float
    price_usd: Range
    total_price_usd: float
    patient_total_usd: float
    plan_usd: float
    hours_by_week: tuple[float, ...]
    plan_year_restarts: date | None
    scenario: Scenario = field(repr=False, compare=False)

    @property
    def is_total_price_known(self) -> bool:
        """Whether what is billed is known for every visit."""
        own = scenario_for(self.scenario, self.pathway)
        return all(is_billed_known(own, phase.care) for phase in self.phases)

    @property
    def has_covered_care(self) -> bool:
        """Whether the plan pays for one of its phases at least."""
        own = scenario_for(self.scenario, self.pathway)
        return any(is_covered(own, phase.care) for phase in self.phases)

    @cached_property
    def patient_usd(self) -> Range:
        """What the patient pays, from low to high over what is not known: in 80 of 100 it is so.

        The numbers of the scenario are within it, also where few have them.
        """
        from carechoice.comparison.draws.simulation import likely_usd

        return _around(self.patient_total_usd, likely_usd(self.scenario, self.pathway))

    @cached_property
    def is_cost_known(self) -> bool:
        """Whether what is not known can change nothing of what the patient pays."""
        from carechoice.comparison.draws.simulation import may_be_otherwise

        return self.patient_usd.is_known and not may_be_otherwise(self.scenario, self.pathway)

    @cached_property
    def is_paid_by_no_plan(self) -> bool:
        """Whether no plan pays anything of it, whatever is not known."""
        from carechoice.comparison.draws.simulation import may_plan_pay

        is_nothing = not self.plan_usd
        return is_nothing and not may_plan_pay(self.scenario, self.pathway)

    @cached_property
    def plan_likely_usd(self) -> Range:
        """What the plan pays, from low to high over the same; known where both others are."""
        from carechoice.comparison.draws.simulation import plan_likely_usd

        if self.patient_usd.is_known and self.is_total_price_known:
            return _known(self.plan_usd)
        return _around(self.plan_usd, plan_likely_usd(self.scenario, self.pathway))

    @cached_property
    def total_likely_usd(self) -> Range:
        """What is billed, from low to high over the same; neither part is more at the same end."""
        from carechoice.comparison.draws.simulation import total_likely_usd

        if self.is_total_price_known:
            return _known(self.total_price_usd)
        return _around(self.total_price_usd, total_likely_usd(self.scenario, self.pathway))

    @cached_property
    def is_range_alone(self) -> bool:
        """Whether a range alone is told: under any plan no amount in it is a better guess."""
        return is_nothing_known(self.scenario) and not self.patient_usd.is_known

    @cached_property
    def words_key(self) -> str:
        """What stands for the option in the keys of its words (``inputs.pathways.words_key``)."""
        return words_key(self.scenario, self.pathway)

    @property
    def on_ladder(self) -> tuple[Phase, ...]:
        """Its phases where they stand on the ladder: those with the same level and hours once."""
        found = {(phase.level.key, phase.hours_per_week): phase for phase in self.phases}
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Comparison:
    """The scenario, one ledger of all its options (two to four), and each option's totals."""

    scenario: Scenario
    ledger: tuple[Entry, ...]
    options: Mapping[Pathway, Option]

    @property
    def both(self) -> dict[Care, Option]:
        """The two options of the decision, without any pathway beside them."""
        return {care: self.options[care] for care in PATHWAYS}

    @property
    def beside(self) -> list[Option]:
        """The further options that the person chose to see beside these two: two at most."""
        return [option for pathway, option in self.options.items() if pathway not in PATHWAYS]

    @property
    def programs(self) -> list[Option]:
        """The option that is a program, and the programs of its centre that stand beside it."""
        further = (each for each in self.beside if is_program(each.pathway))
        return [self.options["iop"], *further]


def compare(scenario: Scenario) -> Comparison:
    """Work out every option, each as if it were the only one taken."""
    plan = plan_of(scenario)
    ledger: list[Entry] = []
    options: dict[Pathway, Option] = {}
    for pathway in pathways(scenario):
        course, own = visits(scenario, pathway), scenario_for(scenario, pathway)
        prices = {care: _price_range(own, care) for care in {visit.care for visit in course}}
        bill = bill_of(own, plan, course)
        entries = _entries(course, bill)
        price_usd = _sum_of(prices.values())
        options[pathway] = _option(scenario, entries, price_usd)
        ledger += entries
    return Comparison(scenario, tuple(ledger), options)


def pathways(scenario: Scenario) -> tuple[Pathway, ...]:
    """The options of the decision, and the pathways beside them that the person chose."""
    return (*PATHWAYS, *compared_pathways(scenario))


def patient_usd_by_visit(scenario: Scenario, pathway: Pathway) -> list[float]:
    """What the patient pays for each visit: the bill alone, without the rest of a comparison."""
    return _bill(scenario, pathway).column("patient")


def patient_total_usd(scenario: Scenario, pathway: Pathway) -> float:
    """What the patient pays in all: the bill alone, without the rest of a comparison."""
    return _bill(scenario, pathway).patient


def _bill(scenario: Scenario, pathway: Pathway) -> Adjudication:
    own = scenario_for(scenario, pathway)
    return bill_of(own, plan_of(scenario), visits(scenario, pathway))


_SHARES = (
    "patient", "deductible", "copay", "coinsurance", "balance", "plan_paid", "deductible_left",
    "oop_left", "not_covered", "penalty",
)  # fmt: skip


def _entries(course: Sequence[Visit], bill: Adjudication) -> list[Entry]:
    shares = zip(*map(bill.column, _SHARES), strict=True)
    return [Entry(*visit, *share) for visit, share in zip(course, shares, strict=True)]


def _price_range(scenario: Scenario, care: Care) -> Range:
    """The price of a visit; one that was given is known, so low and high are the same."""
    likely: float = scenario.of("price", care)
    low, high = usual_price_usd(scenario, care) or (likely, likely)
    return Range(low, likely, high)


def _sum_of(ranges: Iterable[Range]) -> Range:
    low, likely, high = zip(*((each.low, each.likely, each.high) for each in ranges), strict=True)
    return Range(sum(low), sum(likely), sum(high))


def _option(scenario: Scenario, entries: Sequence[Entry], price_usd: Range) -> Option:
    phases = tuple(_phases(scenario, entries))
    return Option(
        pathway=entries[0].pathway,
        phases=phases,
        hours_per_week=phases[0].hours_per_week,
        level=phases[0].level,
        visits=len(entries),
        weeks=entries[-1].week - entries[0].week + 1,
        first_day=entries[0].date,
        last_day=entries[-1].date,
        total_hours=round(sum(entry.hours for entry in entries), 9),
        price_usd=price_usd,
        total_price_usd=_dollars(entry.price_usd for entry in entries),
        patient_total_usd=_dollars(entry.patient_usd for entry in entries),
        plan_usd=_dollars(entry.plan_usd for entry in entries),
        hours_by_week=_hours_by_week(entries),
        plan_year_restarts=new_plan_year_within(scenario, entries[0].date, entries[-1].date),
        scenario=scenario,
    )


def _phases(scenario: Scenario, entries: Sequence[Entry]) -> Iterator[Phase]:
    full = full_weeks(scenario, entries[0].pathway)
    by_care = groupby(entries, key=lambda entry: entry.care)
    for asked, (care, group) in zip(full, by_care, strict=True):
        of_phase = list(group)
        hours = _hours_per_week(asked, of_phase)
        yield Phase(care, hours, level_of(hours), len(of_phase), of_phase[-1].date)


def _hours_per_week(asked: float, of_phase: Sequence[Entry]) -> float:
    """Hours a week as asked for; of sessions too few to fill them, those of their fullest week.

    Sessions that all lie in one week are as many hours as they have, also where one comes every
    other week. A program is the same program where a closed day makes each of its weeks shorter.
    """
    if of_phase[0].care == "iop":
        return asked
    by_week: dict[int, float] = {}
    for entry in of_phase:
        by_week[entry.week] = by_week.get(entry.week, 0) + entry.hours
    fullest = round(max(by_week.values()), 9)
    return fullest if len(by_week) == 1 else min(asked, fullest)


def _hours_by_week(entries: Sequence[Entry]) -> tuple[float, ...]:
    hours = [0.0] * entries[-1].week
    for entry in entries:
        hours[entry.week - 1] += entry.hours
    return tuple(hours)


def _dollars(amounts: Iterable[float]) -> float:
    """The sum of dollar amounts, without the dust binary fractions leave."""
    return round(sum(amounts), 2)
