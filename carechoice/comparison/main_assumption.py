"""What the answer rests on most, in a sentence or two."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.tables import OWN_PLAN
from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.not_known import is_nothing_known
from carechoice.inputs.coverage import (
    example_behind,
    has_plan,
    has_terms_of_its_own,
    is_covered,
    is_out_of_network,
)
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say


def main_assumption(scenario: Scenario) -> str:
    """What the answer rests on most."""
    if not has_plan(scenario):
        return say("assumption.none")
    out = [care for care in PATHWAYS if is_out_of_network(scenario, care)]
    if out:
        has_charges = all(scenario.of("charge", care) for care in out)
        told = say("assumption.oon" if len(out) == len(PATHWAYS) else "assumption.oon.some")
        return " ".join([told, *([] if has_charges else [say("assumption.oon.no_charge")])])
    plan = example_behind(scenario)
    label = catalog().plans[plan].label
    if is_nothing_known(scenario):
        from carechoice.comparison.narrowing import narrows_most, question

        asked = question(narrows_most(scenario), scenario)
        return say("assumption.nothing_known", question=asked)
    if plan != OWN_PLAN and has_terms_of_its_own(scenario):
        return say("assumption.plan.changed", plan=label)
    if not all(is_covered(scenario, care) for care in PATHWAYS):
        return say("assumption.own.some")
    specific = f"assumption.{plan}"
    return say(specific) if specific in catalog().words else say("assumption.plan", plan=label)
