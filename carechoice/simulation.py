"""The simulation of what is not known: the patient's cost in each of many draws, as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from carechoice.catalog import catalog
from carechoice.course import charge_usd, plan_year_start, visits
from carechoice.many_bills import Amounts, ManyTerms, patient_total_usd
from carechoice.rows import Care, Pathway
from carechoice.scenario import (
    CHARGE_OF,
    COPAY_OF,
    DEDUCTIBLE_APPLIES_OF,
    HOURS_OF,
    LENGTH_OF,
    OWN_PLAN,
    PRICE_OF,
    SELF_PAY,
    VISIT_LENGTH_OF,
    Scenario,
)

# What is drawn: visits, prices and the plan's terms, not the hours a person chooses.
DRAWN = (
    "therapy_sessions",
    "therapy_price_usd",
    "iop_weeks",
    "iop_price_per_day_usd",
    "plan_pays_percent",
    "deductible_usd",
    "oop_max_usd",
    "therapy_copay_usd",
)
SEED = 1
# What every bill depends on; a care's own inputs come on top.
NEEDED = (
    "start_date",
    "network",
    "plan_pays_percent",
    "deductible_usd",
    "deductible_met_usd",
    "oop_max_applies",
    "oop_max_usd",
    "oop_met_usd",
    "plan_year_start",
)
NEEDED_BY_CARE = (HOURS_OF, VISIT_LENGTH_OF, PRICE_OF, CHARGE_OF, COPAY_OF, DEDUCTIBLE_APPLIES_OF)
# How many simulations are kept for the next look: a scenario and a few numbers each.
REMEMBERED = 200

Ranges = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Draws:
    """The values of every input in each draw: those drawn, and the scenario's own for the rest."""

    scenario: Scenario
    drawn: Mapping[str, Amounts]
    count: int

    def of(self, field: str) -> Amounts:
        """The values of an input, one a draw."""
        own = self.drawn.get(field)
        return np.full(self.count, float(getattr(self.scenario, field))) if own is None else own


def draw(scenario: Scenario, ranges: Ranges, count: int) -> Draws:
    """Draw ``count`` values for each unknown input, which lies between (low, high).

    Triangular, because low, likely and high are all that is known; likeliest where the scenario has
    it. The same call always draws the same, and an input the same whatever else is drawn.
    """
    uniform = _uniform(count)
    drawn = {}
    for field, (low, high) in ranges.items():
        values = _triangular(uniform[field], low, getattr(scenario, field), high)
        is_count = catalog().parameters[field].kind == "count"
        drawn[field] = np.round(values) if is_count else np.round(values, 2)
    return Draws(scenario, drawn, count)


def simulated_percentiles(
    scenario: Scenario, pathway: Pathway, ranges: Ranges, percentiles: tuple[float, ...]
) -> tuple[float, ...]:
    """These percentiles of an option's cost in dollars, with the inputs anywhere in their ranges.

    What the option's bill does not depend on changes nothing, so while a slider of another option
    moves, the numbers of the last move are given again.
    """
    needed = fields_needed(pathway)
    own = replace(_any(), **{field: getattr(scenario, field) for field in needed})
    own_ranges = tuple((field, ends) for field, ends in ranges.items() if field in needed)
    return _percentiles(own, pathway, own_ranges, percentiles)


@cache
def fields_needed(pathway: Pathway) -> frozenset[str]:
    """The inputs that can change an option's bill."""
    steps = catalog().paths[pathway].steps
    own = {field_of[care] for care, _ in steps for field_of in NEEDED_BY_CARE}
    return frozenset(NEEDED) | {field for _, field in steps} | own


@lru_cache(maxsize=REMEMBERED)
def _percentiles(
    scenario: Scenario,
    pathway: Pathway,
    ranges: tuple[tuple[str, tuple[float, float]], ...],
    percentiles: tuple[float, ...],
) -> tuple[float, ...]:
    count = int(catalog().figures["simulation_draws"].value or 0)
    costs = simulated_usd(pathway, draw(scenario, dict(ranges), count))
    return tuple(map(float, np.percentile(costs, percentiles)))


@cache
def _any() -> Scenario:
    return Scenario.default(date.min)


def simulated_usd(pathway: Pathway, draws: Draws) -> Amounts:
    """The patient's cost of an option in each draw, in dollars."""
    phases = list(_phases(pathway, draws))
    allowed_usd = _side_by_side([phase.allowed_usd for phase in phases])
    above_usd = sum(phase.above_usd for phase in phases)
    if draws.scenario.network == SELF_PAY:
        return np.asarray(allowed_usd.sum(axis=1) + above_usd)
    years = _plan_years(_side_by_side([phase.days for phase in phases]), draws.scenario)
    years = np.broadcast_to(years, allowed_usd.shape)
    return np.asarray(patient_total_usd(_terms(phases, draws), allowed_usd, years) + above_usd)


@dataclass(frozen=True, slots=True)
class _Phase:
    """A phase in each draw: a row a draw, a column a visit, 0 dollars for visits that are not.

    ``days`` are ordinals, in one row for all draws where they are the same in all; ``above_usd`` is
    what is billed above the plan's price in all.
    """

    care: Care
    allowed_usd: Amounts
    days: npt.NDArray[np.int64]
    above_usd: Amounts


def _phases(pathway: Pathway, draws: Draws) -> Iterator[_Phase]:
    weeks_before = np.zeros(1)
    for care, field in catalog().paths[pathway].steps:
        amount = draws.of(field)
        longest = visits(with_values(draws.scenario, {LENGTH_OF[care]: amount.max()}), care)
        days = np.array([visit.date.toordinal() for visit in longest], dtype=np.int64)
        weeks = np.array([visit.week for visit in longest])
        count = np.searchsorted(weeks, amount, side="right") if care == "iop" else amount
        happens = np.arange(len(days)) < count[:, None]
        charge, price_usd = charge_usd(draws.scenario, care), draws.of(PRICE_OF[care])
        billed_usd = np.full(draws.count, charge) if charge else price_usd
        allowed_usd = np.minimum(price_usd, billed_usd)
        yield _Phase(
            care,
            np.where(happens, allowed_usd[:, None], 0),
            days[None, :] + 7 * weeks_before[:, None].astype(np.int64),
            (billed_usd - allowed_usd) * count,
        )
        weeks_before = weeks_before + weeks[count.astype(np.int64) - 1]


def _side_by_side(phases: Sequence[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    """The columns of all phases; without a copy where there is one."""
    if len(phases) == 1:
        return phases[0]
    rows = max(len(phase) for phase in phases)
    return np.hstack([np.broadcast_to(phase, (rows, phase.shape[1])) for phase in phases])


def _plan_years(days: npt.NDArray[np.int64], scenario: Scenario) -> npt.NDArray[np.int64]:
    """The plan year of each day, counted from 0 at the first visit."""
    first, last = (date.fromordinal(int(day)) for day in (days.min(), days.max()))
    begins = plan_year_start(first, scenario.plan_year_start)
    years = range(begins.year + 1, last.year + 1)
    restarts = [begins.replace(year=year).toordinal() for year in years]
    return np.searchsorted(np.array(restarts), days, side="right")


def _terms(phases: Sequence[_Phase], draws: Draws) -> ManyTerms:
    scenario = draws.scenario
    share = 1 - draws.of("plan_pays_percent") / 100
    copays = [draws.of(COPAY_OF[phase.care]) for phase in phases]
    applies = [getattr(scenario, DEDUCTIBLE_APPLIES_OF[phase.care]) for phase in phases]
    widths = [phase.days.shape[1] for phase in phases]
    # A copayment takes the place of the share, as in comparison.plan_of.
    shares = [np.where(copay > 0, 0, share) for copay in copays]
    return ManyTerms(
        deductible_usd=draws.of("deductible_usd"),
        deductible_met_usd=draws.of("deductible_met_usd"),
        oop_max_usd=(
            draws.of("oop_max_usd") if scenario.oop_max_applies else np.full(draws.count, np.inf)
        ),
        oop_met_usd=draws.of("oop_met_usd"),
        copay_usd=_by_claim(copays, widths),
        coinsurance=_by_claim(shares, widths),
        deductible_applies=_by_claim([np.full(draws.count, each) for each in applies], widths),
    )


def _by_claim(columns: Sequence[npt.NDArray[Any]], widths: Sequence[int]) -> npt.NDArray[Any]:
    """A value a phase as one a claim; just the column where there is one phase."""
    if len(columns) == 1:
        return columns[0]
    return np.hstack(
        [
            np.repeat(column[:, None], width, axis=1)
            for column, width in zip(columns, widths, strict=True)
        ]
    )


def with_values(scenario: Scenario, values: Mapping[str, Any]) -> Scenario:
    """The scenario with these values, as the types its fields have."""
    rows = catalog().parameters
    typed: dict[str, Any] = {
        field: int(value) if rows[field].kind == "count" else value
        for field, value in values.items()
    }
    return replace(scenario, plan=OWN_PLAN, **typed)


@cache
def _uniform(count: int) -> dict[str, Amounts]:
    """Numbers between 0 and 1 for each input: always the same, and evenly spread."""
    random = np.random.default_rng(SEED)
    strata = np.tile(np.arange(count, dtype=np.float64), (len(DRAWN), 1))
    rows = (random.permuted(strata, axis=1) + random.random(strata.shape)) / count
    return dict(zip(DRAWN, rows, strict=True))


def _triangular(uniform: Amounts, low: float, likely: float, high: float) -> Amounts:
    rising = (likely - low) / (high - low)
    return np.where(
        uniform < rising,
        low + np.sqrt(uniform * (high - low) * (likely - low)),
        high - np.sqrt((1 - uniform) * (high - low) * (high - likely)),
    )
