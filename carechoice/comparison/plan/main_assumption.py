"""What the answer rests on most, in a sentence or two: whose terms the bill has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES, Care
from carechoice.comparison.draws.not_known import is_nothing_known, unknown
from carechoice.comparison.plan.centre import payer_assumption
from carechoice.comparison.plan.nothing_paid import nothing_paid_in_short
from carechoice.comparison.plan.rest_of_example import rest_of_example
from carechoice.comparison.plan.words import example_plan
from carechoice.inputs.coverage import has_cost_share, is_claimed_back, is_covered
from carechoice.inputs.paid_by_law import is_paid_as_in_network
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import example_behind
from carechoice.language.sentences import say


def main_assumption(scenario: Scenario) -> str:
    """What the answer rests on most, and that nothing counts as paid so far where that is so."""
    if not any(is_covered(scenario, care) for care in CARES):
        return say("assumption.none")
    out = [care for care in CARES if is_claimed_back(scenario, care)]
    if is_nothing_known(scenario) and not out:
        from carechoice.comparison.plan.narrowing import over_all_plans

        return over_all_plans(scenario)
    assumed = _out_of_network(scenario, out) if out else _on_the_plan(scenario)
    on_top = _on_top_out_of_network(scenario, out) if out else ()
    return " ".join([assumed, *nothing_paid_in_short(scenario), *on_top])


def _out_of_network(scenario: Scenario, out: Sequence[Care]) -> str:
    """What rests on the plan where this care is out of its network."""
    if is_nothing_known(scenario):
        return say("assumption.oon.nothing_known")
    if is_paid_as_in_network(scenario):
        return " ".join(_paid_by_law(scenario, out))
    return say("assumption.oon" if len(out) == len(CARES) else "assumption.oon.some")


def _paid_by_law(scenario: Scenario, out: Sequence[Care]) -> Iterator[str]:
    """What is taken where no source says what the plan pays, and that no range goes beyond it."""
    yield say("assumption.oon.by_law", plan=example_plan(scenario))
    is_any_owed = has_cost_share(scenario) or any(scenario.of("charge", care) for care in out)
    care_of = catalog().inputs.care_of_price
    if is_any_owed and any(care_of[price] in out for price, _ in unknown(scenario).prices):
        yield say("assumption.oon.by_law.range")


def _on_top_out_of_network(scenario: Scenario, out: Sequence[Care]) -> Iterator[str]:
    """What a person pays first, or pays more, where this care is out of the network."""
    if not is_paid_as_in_network(scenario):
        yield say("assumption.oon.superbill")
    if not all(scenario.of("charge", care) for care in out):
        yield say("assumption.oon.no_charge")


def _on_the_plan(scenario: Scenario) -> str:
    """Whose terms the bill has: those a centre states, an example plan's, or the person's own."""
    if of_payer := payer_assumption(scenario):
        return of_payer
    if rest := rest_of_example(scenario):
        return rest
    if not all(is_covered(scenario, care) for care in CARES):
        return say("assumption.own.some")
    plan = example_behind(scenario)
    label = catalog().plans[plan].label
    specific = f"assumption.{plan}"
    return say(specific) if specific in catalog().words else say("assumption.plan", plan=label)
