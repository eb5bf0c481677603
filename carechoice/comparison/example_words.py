"""Which example plan the terms of a bill come from, in words."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.comparison.not_known import is_nothing_known
from carechoice.inputs.counting import example_behind
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say


def example_plan(scenario: Scenario) -> str:
    """The name of the example plan that terms of the bill come from, or of the person's own."""
    return catalog().plans[example_behind(scenario)].label


def example_taken(scenario: Scenario, key: str = "bill.example") -> str:
    """Whose terms a bill has while nothing is known of the plan; "" once something is."""
    if not is_nothing_known(scenario):
        return ""
    return say(key, plan=example_plan(scenario))
