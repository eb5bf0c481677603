"""Whose terms the bill has, in a sentence: a centre's, an example plan's, or one's own."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES
from carechoice.catalog.tables import OWN_PLAN
from carechoice.comparison.centre_words import payer_assumption
from carechoice.inputs.counting import example_behind, has_terms_of_its_own
from carechoice.inputs.coverage import is_covered
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say


def plan_assumption(scenario: Scenario) -> str:
    """That the terms are those that a centre states, those of an example plan, or one's own."""
    if of_payer := payer_assumption(scenario):
        return of_payer
    plan = example_behind(scenario)
    label = catalog().plans[plan].label
    if plan != OWN_PLAN and has_terms_of_its_own(scenario):
        return say("assumption.plan.changed", plan=label)
    if not all(is_covered(scenario, care) for care in CARES):
        return say("assumption.own.some")
    specific = f"assumption.{plan}"
    return say(specific) if specific in catalog().words else say("assumption.plan", plan=label)
