"""The simulation of what is not known: the patient's cost in each of many draws, as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import isclose
from typing import Any

import numpy as np

from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.inputs import Role
from carechoice.catalog.rows import CARES, Pathway
from carechoice.catalog.tables import OWN_PLAN
from carechoice.comparison.draws.costs import any_scenario, billed_usd, patient_usd, visits_by_phase
from carechoice.comparison.draws.not_known import CACHED_SCENARIOS, Unknown, unknown
from carechoice.comparison.draws.plans import SEED, Places, drawn_plans, evenly, fitting
from carechoice.inputs.paid_by_law import is_paid_as_in_network
from carechoice.inputs.pathways import scenario_for
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.arrays import Amounts
from carechoice.language.formats import tries_beyond

# A result is a scenario and a few numbers; the draws it comes from are 40 kB, so fewer of these are
# kept: those that one page looks at several times.
CACHED_SIMULATIONS = 200
CACHED_DRAWS = 48


@dataclass(frozen=True, slots=True)
class Draws:
    """The values of every input in each draw: those drawn, and the scenario's own for the rest."""

    scenario: Scenario
    drawn: Mapping[str, Amounts]
    count: int

    def of(self, field: str) -> Amounts:
        """The values of an input: one a draw, or the one that all draws have."""
        own = self.drawn.get(field)
        return np.full(1, float(self.scenario.value(field))) if own is None else own


def draw(scenario: Scenario, open_: Unknown, count: int) -> Draws:
    """Those of ``count`` plans that the person's may be, and prices beside each.

    Prices are triangular, because low, likely and high are all that is known; likeliest where the
    scenario has them. The same call always draws the same, and what is drawn stays the same while
    an input that is known moves.
    """
    plans = drawn_plans(count)
    # A plan of which nothing is drawn may be any, so that prices are drawn evenly beside it.
    of_plan = {field: field for field in open_.terms}
    of_plan |= {field: catalog().inputs.followed[field] for field in open_.following}
    kept = fitting_places(open_.known, open_.plan, count) if of_plan else np.arange(count)
    drawn = {field: plans.values[term][kept] for field, term in of_plan.items()}
    for field, (low, high) in open_.prices:
        drawn[field] = _prices(field, low, scenario.value(field), high, count)[kept]
    return Draws(scenario, drawn, len(kept))


def at_the_ends(draws: Draws, open_: Unknown) -> Iterator[Draws]:
    """The same plans with each price at its low and at its high end, in every mix of these."""
    for ends in product(*(between for _, between in open_.prices)):
        prices = {
            field: np.full(draws.count, end)
            for (field, _), end in zip(open_.prices, ends, strict=True)
        }
        yield Draws(draws.scenario, {**draws.drawn, **prices}, draws.count)


def likely_usd(scenario: Scenario, pathway: Pathway) -> tuple[float, ...]:
    """What an option may cost, in dollars: the percentiles of the draws.

    What the option's bill does not depend on changes nothing, so while a slider of another option
    moves, the numbers of the last move are given again.
    """
    return _likely_usd(*own_part(scenario, pathway))


def plan_likely_usd(scenario: Scenario, pathway: Pathway) -> tuple[float, ...]:
    """What the plan may pay for an option, in dollars: the percentiles of the same draws."""
    return _plan_likely_usd(*own_part(scenario, pathway))


def total_likely_usd(scenario: Scenario, pathway: Pathway) -> tuple[float, ...]:
    """What plan and patient together may pay for an option: the percentiles of the same draws."""
    return _total_likely_usd(*own_part(scenario, pathway))


def least_and_most_usd(scenario: Scenario, pathway: Pathway) -> tuple[float, float]:
    """The least and the most of all draws, and of the same with prices at their ends, in dollars.

    A bill need not rise with a price: out of network a plan that allows less leaves more to pay. So
    they are looked for among all of them.
    """
    return _least_and_most_usd(*own_part(scenario, pathway))


def may_be_otherwise(scenario: Scenario, pathway: Pathway) -> bool:
    """Whether the patient's cost may be another by anything that is not known of plan and prices.

    A yes or no that nobody said is tried both ways, also where no drawn plan has it so: a plan with
    a copayment may still have its deductible first. So is a limit of the other network that nobody
    said, at both ends of what real plans have. What a plan that the law sets pays out of network
    is not known at all.
    """
    cares = (phase.care for phase in catalog().pathways[pathway].phases)
    if is_paid_as_in_network(scenario_for(scenario, pathway), *cares):
        return True
    return _may_be_otherwise(*own_part(scenario, pathway))


def may_plan_pay(scenario: Scenario, pathway: Pathway) -> bool:
    """Whether the plan may pay anything of an option, by what is not known of plan and prices."""
    return _may_plan_pay(*own_part(scenario, pathway))


@remembered(CACHED_SCENARIOS)
def own_part(scenario: Scenario, pathway: Pathway) -> tuple[Scenario, Pathway, Unknown]:
    """The scenario with those inputs alone that the option's bill depends on."""
    needed, counted = fields_needed(pathway), scenario_for(scenario, pathway)
    own = any_scenario().but(**{field: counted.value(field) for field in needed})
    return own, pathway, unknown(counted).of(needed)


@remembered()
def fields_needed(pathway: Pathway) -> frozenset[str]:
    """The inputs that can change an option's bill."""
    planned = catalog().pathways[pathway]
    needed = catalog().inputs.in_bill_of(*(phase.care for phase in planned.phases)) | {
        *planned.fields
    }
    # With its program picked the inputs are those of the pathway already; it may be closed on days.
    has_program = any(phase.care == "iop" for phase in planned.phases)
    # Whether the plan has limits for each network depends on what the person started from.
    needed |= {"filled_by"}
    return needed | {"program"} if has_program else needed


@remembered(CACHED_DRAWS)
def costs_in_draws(scenario: Scenario, pathway: Pathway, open_: Unknown) -> Amounts:
    """What the patient pays for an option in each draw, in dollars. Not to be written into."""
    return simulated_usd(pathway, draw(scenario, open_, drawn_count()))


def plans_drawn(known: tuple[tuple[str, float], ...], plan: str) -> dict[str, Amounts]:
    """The terms of the plans that are drawn where this is known, one value a draw."""
    kept = fitting_places(known, plan, drawn_count())
    return {field: values[kept] for field, values in drawn_plans(drawn_count()).values.items()}


@remembered(CACHED_DRAWS)
def fitting_places(known: tuple[tuple[str, float], ...], plan: str, count: int) -> Places:
    """Which of the drawn plans are of the kind that is known. Not to be written into.

    They stay while care or a price moves.
    """
    return fitting(drawn_plans(count), dict(known), plan)


@remembered(CACHED_SIMULATIONS)
def _likely_usd(scenario: Scenario, pathway: Pathway, open_: Unknown) -> tuple[float, ...]:
    return low_middle_high(costs_in_draws(scenario, pathway, open_))


def percentiles() -> tuple[int, int, int]:
    """Of 100 draws, so many lie below a range, its middle, and so many not above it."""
    beyond = tries_beyond()
    return beyond, 50, 100 - beyond


@remembered(CACHED_SIMULATIONS)
def _plan_likely_usd(scenario: Scenario, pathway: Pathway, open_: Unknown) -> tuple[float, ...]:
    billed = _billed_in_draws(scenario, pathway, open_)
    return low_middle_high(billed - costs_in_draws(scenario, pathway, open_))


@remembered(CACHED_SIMULATIONS)
def _total_likely_usd(scenario: Scenario, pathway: Pathway, open_: Unknown) -> tuple[float, ...]:
    return low_middle_high(_billed_in_draws(scenario, pathway, open_))


@remembered(CACHED_DRAWS)
def _billed_in_draws(scenario: Scenario, pathway: Pathway, open_: Unknown) -> Amounts:
    """What is billed for an option in each draw, in dollars. Not to be written into."""
    draws, phases = draw(scenario, open_, drawn_count()), visits_by_phase(scenario, pathway)
    return billed_usd(draws.of, scenario, phases)


def low_middle_high(amounts_usd: Amounts) -> tuple[float, ...]:
    """The ends and the middle of a range, in whole cents, as every amount is."""
    return tuple(round(float(each), 2) for each in np.percentile(amounts_usd, percentiles()))


@remembered(CACHED_SIMULATIONS)
def _least_and_most_usd(
    scenario: Scenario, pathway: Pathway, open_: Unknown
) -> tuple[float, float]:
    tried = (simulated_usd(pathway, each) for each in _at_all_ends(scenario, open_))
    costs = [costs_in_draws(scenario, pathway, open_), *tried]
    least, most = min(each.min() for each in costs), max(each.max() for each in costs)
    return round(float(least), 2), round(float(most), 2)


def _at_all_ends(scenario: Scenario, open_: Unknown) -> Iterator[Draws]:
    """The plans that are drawn, and those that none of them is like, at the ends of each price."""
    draws = draw(scenario, open_, drawn_count())
    for plans in (draws, *_with_a_deductible_before_a_copay(draws, open_)):
        yield from at_the_ends(plans, open_)


def _with_a_deductible_before_a_copay(draws: Draws, open_: Unknown) -> Iterator[Draws]:
    """The same plans with the deductible before each visit that has a known copayment, and not.

    No drawn plan has both, as no count tells how many do: that is no range, and may be the most.
    """
    roles: tuple[Role, Role] = ("copay", "deductible_applies")
    copays, firsts = map(catalog().inputs.by_care, roles)
    fields = [
        firsts[care]
        for care in CARES
        if firsts[care] in open_.terms
        and copays[care] not in open_.terms
        and draws.scenario.value(copays[care])
    ]
    for turned in product((0.0, 1.0), repeat=len(fields)) if fields else ():
        each = {field: np.full(draws.count, to) for field, to in zip(fields, turned, strict=True)}
        yield Draws(draws.scenario, {**draws.drawn, **each}, draws.count)


@remembered(CACHED_SIMULATIONS)
def _may_be_otherwise(scenario: Scenario, pathway: Pathway, open_: Unknown) -> bool:
    turned = _each_turned(scenario, open_)
    costs = [each for turn in turned for each in simulated_usd(pathway, turn)]
    costs += _least_and_most_usd(scenario, pathway, open_) if open_.fields else ()
    return bool(costs) and not isclose(min(costs), max(costs))


@remembered(CACHED_SIMULATIONS)
def _may_plan_pay(scenario: Scenario, pathway: Pathway, open_: Unknown) -> bool:
    """Of a price that is higher a plan pays no less: so its ends say for all prices between."""
    phases = visits_by_phase(scenario, pathway)
    tried = (*_each_turned(scenario, open_), *_at_all_ends(scenario, open_))
    return any(
        np.any(
            np.round(billed_usd(each.of, scenario, phases) - simulated_usd(pathway, each), 2) > 0
        )
        for each in tried
    )


def _each_turned(scenario: Scenario, open_: Unknown) -> Iterator[Draws]:
    """The scenario with each of these values in turn."""
    for field, values in _turned(scenario, open_):
        yield Draws(scenario, {field: np.array(values)}, len(values))


def _turned(scenario: Scenario, open_: Unknown) -> Iterator[tuple[str, Sequence[float]]]:
    """The values to try of what nobody said and no draw moves, the one on the page among them."""
    for field in (*open_.terms, *open_.taken_over):
        if catalog().parameters[field].kind == "yes_no":
            yield field, (0.0, 1.0)
    for field in open_.taken_over:
        if catalog().parameters[field].is_number:
            low, high = catalog().real.ends(catalog().inputs.followed[field])
            yield field, (low, float(scenario.value(field)), high)


def drawn_count() -> int:
    """How many plans are drawn."""
    return int(catalog().figures["simulation_draws"].value or 0)


def simulated_usd(pathway: Pathway, draws: Draws) -> Amounts:
    """The patient's cost of an option in each draw, in dollars."""
    phases = visits_by_phase(draws.scenario, pathway)
    found = patient_usd(draws.of, draws.scenario, phases)
    return found if len(found) == draws.count else np.full(draws.count, found)


def with_values(scenario: Scenario, values: Mapping[str, Any]) -> Scenario:
    """The scenario with these values, as the types its fields have."""
    rows = catalog().parameters
    kinds: dict[str, type] = {"count": int, "yes_no": bool}
    typed: dict[str, Any] = {
        field: kinds.get(rows[field].kind, lambda same: same)(value)
        for field, value in values.items()
    }
    return scenario.but(plan=OWN_PLAN, **typed)


@remembered()
def _uniform(count: int) -> dict[str, Amounts]:
    """Numbers between 0 and 1 for each price: always the same, and evenly spread."""
    random = np.random.default_rng(SEED)
    return {field: evenly(random, count) for field in catalog().inputs.drawn}


@remembered(CACHED_DRAWS)
def _prices(field: str, low: float, likely: float, high: float, count: int) -> Amounts:
    """Prices between two ends, in whole cents, that other inputs do not change."""
    return np.round(_triangular(_uniform(count)[field], low, likely, high), 2)


def _triangular(uniform: Amounts, low: float, likely: float, high: float) -> Amounts:
    rising = (likely - low) / (high - low)
    return np.where(
        uniform < rising,
        low + np.sqrt(uniform * (high - low) * (likely - low)),
        high - np.sqrt((1 - uniform) * (high - low) * (high - likely)),
    )
