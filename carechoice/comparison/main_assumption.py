"""What the answer rests on most, in a sentence or two: whose terms the bill has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES, Care
from carechoice.catalog.tables import OWN_PLAN
from carechoice.comparison.centre_words import payer_assumption
from carechoice.comparison.compare import pathways, patient_total_usd
from carechoice.comparison.not_known import is_nothing_known, unknown
from carechoice.comparison.nothing_paid import nothing_paid_in_short
from carechoice.inputs.counting import example_behind, has_terms_of_its_own
from carechoice.inputs.coverage import has_plan, is_covered, is_out_of_network
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.language.formats import day_of_year
from carechoice.language.sentences import say

PLAN_YEAR = "plan_year_start"


def main_assumption(scenario: Scenario) -> str:
    """What the answer rests on most, and that nothing counts as paid so far where that is so."""
    if not has_plan(scenario):
        return say("assumption.none")
    out = [care for care in CARES if is_out_of_network(scenario, care)]
    if is_nothing_known(scenario) and not out:
        from carechoice.comparison.narrowing import over_all_plans

        return over_all_plans(scenario)
    assumed = _out_of_network(scenario, out) if out else _on_the_plan(scenario)
    on_top = _on_top_out_of_network(scenario, out) if out else ()
    return " ".join([assumed, *nothing_paid_in_short(scenario), *on_top])


def _out_of_network(scenario: Scenario, out: Sequence[Care]) -> str:
    """What rests on the plan where this care is out of its network."""
    if is_nothing_known(scenario):
        return say("assumption.oon.nothing_known")
    return say("assumption.oon" if len(out) == len(CARES) else "assumption.oon.some")


def _on_top_out_of_network(scenario: Scenario, out: Sequence[Care]) -> Iterator[str]:
    """What a person pays first, or pays more, where this care is out of the network."""
    yield say("assumption.oon.superbill")
    if not all(scenario.of("charge", care) for care in out):
        yield say("assumption.oon.no_charge")


def _on_the_plan(scenario: Scenario) -> str:
    """Whose terms the bill has: those a centre states, an example plan's, or the person's own."""
    if of_payer := payer_assumption(scenario):
        return of_payer
    if rest := _on_the_example(scenario):
        return rest
    if not all(is_covered(scenario, care) for care in CARES):
        return say("assumption.own.some")
    plan = example_behind(scenario)
    label = catalog().plans[plan].label
    specific = f"assumption.{plan}"
    return say(specific) if specific in catalog().words else say("assumption.plan", plan=label)


def _on_the_example(scenario: Scenario) -> str:
    """That the rest is like the example; "" where no term is the person's own, or no rest is left.

    Where only the start of the plan year is still open and changes a bill, it says that instead.
    """
    plan = example_behind(scenario)
    if plan == OWN_PLAN or not has_terms_of_its_own(scenario):
        return ""
    label = catalog().plans[plan].label
    return _plan_year(scenario) or say("assumption.plan.changed", plan=label)


def _plan_year(scenario: Scenario) -> str:
    """That it is our starting value, where nothing else that is open changes a bill; else ""."""
    if unknown(scenario).fields or standing(PLAN_YEAR, scenario) != "start":
        return ""
    others = (scenario.but(**{PLAN_YEAR: day}) for day in catalog().parameters[PLAN_YEAR].options)
    here_usd = _paid_usd(scenario)
    if all(_paid_usd(other) == here_usd for other in others):
        return ""
    return say("assumption.plan_year", day=day_of_year(scenario.plan.year_start))


def _paid_usd(scenario: Scenario) -> list[float]:
    return [patient_total_usd(scenario, pathway) for pathway in pathways(scenario)]
