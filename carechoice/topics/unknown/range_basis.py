"""What the ranges assume for what is not known of a plan, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.catalog.in_use import catalog
from carechoice.comparison.not_known import unknown
from carechoice.comparison.nothing_paid import nothing_paid_in_short
from carechoice.inputs.counting import is_in_use
from carechoice.inputs.coverage import is_claimed_back
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import is_given
from carechoice.language.formats import in_a_row
from carechoice.language.sentences import say


def range_basis(scenario: Scenario) -> Iterator[str]:
    """Where the terms of a plan were taken from, and which amounts are the same in all tries.

    We know of no terms out of network.
    """
    if unknown(scenario).terms:
        yield say(f"unknown.terms{'.oon' if is_claimed_back(scenario) else ''}")
    yield from _of_the_other_network(scenario)
    yield from nothing_paid_in_short(scenario)


def _of_the_other_network(scenario: Scenario) -> Iterator[str]:
    """Which limits of the other network are taken from the first; by their names if not all are."""
    limits = [field for field in catalog().inputs.followed if is_in_use(field, scenario)]
    open_ = [field for field in limits if not is_given(field, scenario)]
    if open_ == limits and limits:
        yield say("unknown.other_network")
    elif open_:
        rows = catalog().parameters
        fields = (say("unknown.fields.input", label=rows[field].label) for field in open_)
        yield say("unknown.other_network.some", fields=in_a_row(fields))
