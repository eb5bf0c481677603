"""The simulation of what is not known: the patient's cost in each of many draws, as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product
from typing import Any

import numpy as np
import numpy.typing as npt

from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.rows import Care, Pathway
from carechoice.catalog.tables import OWN_PLAN
from carechoice.comparison.course import phase_days, plan_year_starts
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.arrays import Amounts, Counts
from carechoice.topics.unknown.costs import PhaseVisits, any_scenario, patient_usd

SEED = 1
# How many simulations are kept for the next look: a scenario and a few numbers each.
REMEMBERED = 200

Numbers = npt.NDArray[np.int64]
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
        return np.full(self.count, float(self.scenario.value(field))) if own is None else own


def draw(scenario: Scenario, ranges: Ranges, count: int) -> Draws:
    """Draw ``count`` values for each unknown input, which lies between (low, high).

    Triangular, because low, likely and high are all that is known; likeliest where the scenario has
    it. The same call always draws the same, and an input the same whatever else is drawn.
    """
    uniform = _uniform(count)
    drawn = {}
    for field, (low, high) in ranges.items():
        values = _triangular(uniform[field], low, scenario.value(field), high)
        is_count = catalog().parameters[field].kind == "count"
        drawn[field] = np.round(values) if is_count else np.round(values, 2)
    return Draws(scenario, drawn, count)


def at_the_ends(scenario: Scenario, ranges: Ranges) -> Draws:
    """Each unknown input at its low and at its high end, in every combination of these."""
    combinations = list(product(*ranges.values()))
    drawn = dict(zip(ranges, map(np.array, zip(*combinations, strict=True)), strict=True))
    return Draws(scenario, drawn, len(combinations))


@dataclass(frozen=True, slots=True)
class Simulated:
    """What an option may cost, in dollars: percentiles of the draws, and the least and the most.

    A bill need not rise with an input: fewer weeks of a program can move the sessions after it into
    the old plan year. So the least and the most are looked for among all draws and all ends.
    """

    percentiles: tuple[float, ...]
    least: float
    most: float


def simulation(
    scenario: Scenario, pathway: Pathway, ranges: Ranges, percentiles: tuple[float, ...]
) -> Simulated:
    """What an option costs with the inputs anywhere in their ranges.

    What the option's bill does not depend on changes nothing, so while a slider of another option
    moves, the numbers of the last move are given again.
    """
    needed = fields_needed(pathway)
    own = any_scenario().but(**{field: scenario.value(field) for field in needed})
    own_ranges = tuple((field, ends) for field, ends in ranges.items() if field in needed)
    return _simulated(own, pathway, own_ranges, percentiles)


@remembered()
def fields_needed(pathway: Pathway) -> frozenset[str]:
    """The inputs that can change an option's bill."""
    row = catalog().paths[pathway]
    return catalog().inputs.in_bill_of(*(step.care for step in row.steps)) | {*row.fields}


@remembered(REMEMBERED)
def _simulated(
    scenario: Scenario,
    pathway: Pathway,
    ranges: tuple[tuple[str, tuple[float, float]], ...],
    percentiles: tuple[float, ...],
) -> Simulated:
    count = int(catalog().figures["simulation_draws"].value or 0)
    costs = simulated_usd(pathway, draw(scenario, dict(ranges), count))
    ends = simulated_usd(pathway, at_the_ends(scenario, dict(ranges)))
    return Simulated(
        tuple(map(float, np.percentile(costs, percentiles))),
        least=round(float(min(costs.min(), ends.min())), 2),
        most=round(float(max(costs.max(), ends.max())), 2),
    )


def simulated_usd(pathway: Pathway, draws: Draws) -> Amounts:
    """The patient's cost of an option in each draw, in dollars."""
    phases = list(_phases(pathway, draws))
    starts = _plan_year_starts(phases, draws.scenario)
    visits_of = [PhaseVisits(phase.care, phase.by_plan_year(starts)) for phase in phases]
    return patient_usd(draws.of, draws.scenario, visits_of)


@dataclass(frozen=True, slots=True)
class _Phase:
    """A phase in each draw: as many of the longest course's ``days`` as it has visits.

    ``days`` are ordinals of a phase that comes first; ``wait_days`` is how much later it begins.
    """

    care: Care
    days: Numbers
    visits: Counts
    wait_days: Numbers

    def by_plan_year(self, starts: Sequence[int]) -> list[Counts]:
        """How many visits lie between one ordinal and the next."""
        before = [np.searchsorted(self.days, start - self.wait_days) for start in starts]
        happen = [np.minimum(each, self.visits) for each in before]
        return [later - earlier for earlier, later in pairwise(happen)]

    @property
    def last_day(self) -> int:
        """The latest day on which a visit may be."""
        return int(self.days[-1] + self.wait_days.max())


def _phases(pathway: Pathway, draws: Draws) -> Iterator[_Phase]:
    weeks_before = np.zeros(1, dtype=np.int64)
    for step in catalog().paths[pathway].steps:
        amount = np.full(draws.count, step.long(draws.of))
        longest = phase_days(draws.scenario, step, draws.scenario.start_date, int(amount.max()))
        days = np.array([visit.date.toordinal() for visit in longest])
        weeks = np.array([visit.week for visit in longest])
        count = np.searchsorted(weeks, amount, side="right") if step.care == "iop" else amount
        yield _Phase(step.care, days, count, 7 * weeks_before)
        weeks_before = weeks_before + weeks[count.astype(np.int64) - 1]


def _plan_year_starts(phases: Sequence[_Phase], scenario: Scenario) -> list[int]:
    """Ordinals of the first days of the plan years of all draws, and of the one that follows.

    The first is the one in which the person paid something already.
    """
    last = date.fromordinal(phases[-1].last_day)
    starts = plan_year_starts(scenario.start_date, last, scenario.plan.year_start)
    return [day.toordinal() for day in starts]


def with_values(scenario: Scenario, values: Mapping[str, Any]) -> Scenario:
    """The scenario with these values, as the types its fields have."""
    rows = catalog().parameters
    typed: dict[str, Any] = {
        field: int(value) if rows[field].kind == "count" else value
        for field, value in values.items()
    }
    return scenario.but(plan=OWN_PLAN, **typed)


@remembered()
def _uniform(count: int) -> dict[str, Amounts]:
    """Numbers between 0 and 1 for each input: always the same, and evenly spread."""
    drawn = catalog().inputs.drawn
    random = np.random.default_rng(SEED)
    strata = np.tile(np.arange(count, dtype=np.float64), (len(drawn), 1))
    rows = (random.permuted(strata, axis=1) + random.random(strata.shape)) / count
    return dict(zip(drawn, rows, strict=True))


def _triangular(uniform: Amounts, low: float, likely: float, high: float) -> Amounts:
    rising = (likely - low) / (high - low)
    return np.where(
        uniform < rising,
        low + np.sqrt(uniform * (high - low) * (likely - low)),
        high - np.sqrt((1 - uniform) * (high - low) * (high - likely)),
    )
