"""The inputs that are not known, each with the values it is moved over to see what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES
from carechoice.comparison.draws.costs import may_be_highest_between
from carechoice.comparison.draws.moved import Move, PartOf, move
from carechoice.comparison.draws.not_known import unknown
from carechoice.comparison.draws.simulation import fields_needed
from carechoice.comparison.draws.term_ends import ends_of
from carechoice.comparison.visits.prices import charge_usd
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import is_known

# What few plans have counts once somebody says so. Until then it is asked of any plan, by words of
# its own, and is no range.
SAID_ONLY = (
    "own_share", "not_covered", "visit_limit", "stops_after", "first_visits",
    "penalty", "penalty_share", "carry_over",
    "family_deductible", "family_oop_max",
)  # fmt: skip
# The number of parts that a range is divided into where its ends alone do not tell enough.
PARTS = 8


def swung(scenario: Scenario) -> Iterator[list[Move]]:
    """Every input that is not known and that a bill needs, at the values it may have.

    What the person decides on, as the first day and the way of paying, has no range.
    """
    needed = {field for care in CARES for field in fields_needed(care)}
    for field, row in catalog().parameters.items():
        if field in needed and row.role not in SAID_ONLY and not is_known(field, scenario):
            values = _may_be(field, scenario)
            if values:
                yield [move(scenario, field, value) for value in values]


def _may_be(field: str, scenario: Scenario) -> Sequence[Any]:
    """The values that an input may have, from low to high; none where its range is not known."""
    row = catalog().parameters[field]
    if field in catalog().lengths_with_a_price and row.care and charge_usd(scenario, row.care):
        # What the provider would charge for another length is not known.
        return ()
    if row.kind == "yes_no":
        return False, True
    if row.kind == "day_of_year":
        # The days that its row lists first; any other is rare.
        return row.options
    if row.up_to and row.up_to in unknown(scenario).fields:
        return [PartOf(row.up_to, part) for part in _spread(0, 1, scenario=scenario)]
    between = _between(field, scenario)
    if not between or not between[0] < between[1]:
        return ()
    return _spread(*between, scenario=scenario) if row.unit == "usd" else between


def _between(field: str, scenario: Scenario) -> tuple[float, float] | None:
    """The ends of an input, of which the low one of a part of another is nothing."""
    row = catalog().parameters[field]
    return (0, scenario.value(row.up_to)) if row.up_to else ends_of(field, scenario)


def _spread(low: float, high: float, *, scenario: Scenario) -> Sequence[float]:
    """Both ends of a range of dollars, with amounts between them where these tell more."""
    return _evenly(low, high) if may_be_highest_between(scenario) else (low, high)


def _evenly(low: float, high: float) -> Sequence[float]:
    """Both ends and amounts between them."""
    return [round(low + (high - low) * part / PARTS, 2) for part in range(PARTS + 1)]
