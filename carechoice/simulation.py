"""The simulation of what is not known: the patient's cost in each of many draws, as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from carechoice.catalog import catalog
from carechoice.course import charge_usd, plan_year_start, visits
from carechoice.many_bills import Amounts, ManyTerms, patient_usd
from carechoice.rows import Care, Pathway
from carechoice.scenario import (
    COPAY_OF,
    DEDUCTIBLE_APPLIES_OF,
    LENGTH_OF,
    OWN_PLAN,
    PRICE_OF,
    SELF_PAY,
    Scenario,
)

SEED = 1


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


def draw(scenario: Scenario, ranges: Mapping[str, tuple[float, float]], count: int) -> Draws:
    """Draw ``count`` values for each unknown input, which lies between (low, high).

    Triangular, because low, likely and high are all that is known; likeliest where the scenario has
    it. The same call always draws the same.
    """
    uniform = _uniform(len(ranges), count)
    drawn = {}
    for column, (field, (low, high)) in enumerate(ranges.items()):
        values = _triangular(uniform[column], low, getattr(scenario, field), high)
        is_count = catalog().parameters[field].kind == "count"
        drawn[field] = np.round(values) if is_count else np.round(values, 2)
    return Draws(scenario, drawn, count)


def simulated_usd(pathway: Pathway, draws: Draws) -> Amounts:
    """The patient's cost of an option in each draw, in dollars."""
    phases = list(_phases(pathway, draws))
    allowed_usd = np.hstack([phase.allowed_usd for phase in phases])
    above_usd = sum(phase.above_usd for phase in phases)
    if draws.scenario.network == SELF_PAY:
        return np.asarray(allowed_usd.sum(axis=1) + above_usd)
    paid_usd = patient_usd(
        _terms(phases, draws),
        allowed_usd,
        _plan_years(np.hstack([phase.days for phase in phases]), draws.scenario),
    )
    return np.asarray(paid_usd.sum(axis=1) + above_usd)


@dataclass(frozen=True, slots=True)
class _Phase:
    """A phase in each draw: a row a draw, a column a visit, 0 dollars for visits that are not.

    ``days`` are ordinals; ``above_usd`` is what is billed above the plan's price in all.
    """

    care: Care
    allowed_usd: Amounts
    days: npt.NDArray[np.int64]
    above_usd: Amounts


def _phases(pathway: Pathway, draws: Draws) -> Iterator[_Phase]:
    weeks_before = np.zeros(draws.count)
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
def _uniform(inputs: int, draws: int) -> Amounts:
    """Numbers between 0 and 1, a row an input: always the same, and evenly spread in each row."""
    random = np.random.default_rng(SEED)
    strata = np.tile(np.arange(draws, dtype=np.float64), (inputs, 1))
    return (random.permuted(strata, axis=1) + random.random((inputs, draws))) / draws


def _triangular(uniform: Amounts, low: float, likely: float, high: float) -> Amounts:
    rising = (likely - low) / (high - low)
    return np.where(
        uniform < rising,
        low + np.sqrt(uniform * (high - low) * (likely - low)),
        high - np.sqrt((1 - uniform) * (high - low) * (high - likely)),
    )
