"""What the ranges assume for what is not known of a plan, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.catalog.in_use import catalog
from carechoice.comparison.not_known import unknown
from carechoice.comparison.nothing_paid import nothing_paid_in_short
from carechoice.inputs.counting import is_in_use
from carechoice.inputs.coverage import is_out_of_network
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say


def range_basis(scenario: Scenario) -> Iterator[str]:
    """Where the terms of a plan were taken from, and which amounts are the same in all tries.

    We know of no terms out of network.
    """
    if unknown(scenario).terms:
        yield say(f"unknown.terms{'.oon' if is_out_of_network(scenario) else ''}")
    limits = catalog().inputs.followed
    if any(is_in_use(f, scenario) and f not in scenario.given for f in limits):
        yield say("unknown.other_network")
    yield from nothing_paid_in_short(scenario)
