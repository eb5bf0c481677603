"""What moves the answer: each unknown input over its range, and the dollars it moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.costs import costs_usd, may_be_highest_between
from carechoice.comparison.simulation import fields_needed, with_values
from carechoice.comparison.visit_prices import charge_usd
from carechoice.inputs.counting import is_set_by_law
from carechoice.inputs.ours import HANGS_ON, moved_along
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import usual_range
from carechoice.topics.unknown.swing import Swing

# What few plans have counts once somebody says so. Until then it is asked of any plan, by words of
# its own, and is no range.
SAID_ONLY = (
    "own_share", "not_covered", "visit_limit", "stops_after", "first_visits",
    "penalty", "penalty_share", "carry_over",
    "family_deductible", "family_oop_max",
)  # fmt: skip
# Into so many parts a range is divided where its ends do not tell all.
PARTS = 8
# The costs of the options, in the order of PATHWAYS, by an input and its value.
_CostsOf = Mapping[tuple[str, Any], tuple[float, ...]]


def swings(scenario: Scenario) -> list[Swing]:
    """What moves the answer: every unknown input over its range, the most dollars first."""
    swung = list(_swung(scenario))
    tried = [(field, value) for field, values in swung for value in values]
    costs_of = _costs_of(scenario, tried)
    found = [_swing(field, values, costs_of) for field, values in swung]
    moving = [swing for swing in found if swing.stake_usd]
    return sorted(moving, key=lambda swing: -swing.moves_usd)


def _costs_of(scenario: Scenario, tried: Sequence[tuple[str, Any]]) -> _CostsOf:
    """What each option costs with each input at each value that is tried."""
    moved = [_moved(scenario, field, value) for field, value in tried]
    by_care = [costs_usd(moved, care) for care in PATHWAYS] if moved else []
    return dict(zip(tried, zip(*by_care, strict=True), strict=True))


def _swing(field: str, values: Sequence[Any], costs_of: _CostsOf) -> Swing:
    low, high = values[0], values[-1]
    if catalog().parameters[field].kind == "day_of_year":
        # Days have no low and no high: the starts at which the options lie closest and widest.
        gap_usd = {value: _gap_and_sum(costs_of[field, value]) for value in values}
        low, high = min(values, key=gap_usd.__getitem__), max(values, key=gap_usd.__getitem__)
    ends = zip(costs_of[field, low], costs_of[field, high], strict=True)
    by_option = zip(*(costs_of[field, value] for value in values), strict=True)
    reach = ((min(costs), max(costs)) for costs in by_option)
    return Swing(
        field,
        low,
        high,
        patient_usd=dict(zip(PATHWAYS, ends, strict=True)),
        reach_usd=dict(zip(PATHWAYS, reach, strict=True)),
    )


def _gap_and_sum(costs_usd: tuple[float, ...]) -> tuple[float, float]:
    """How much more the IOP costs than therapy; and both together, where gaps are the same."""
    therapy_usd, iop_usd = costs_usd
    return round(iop_usd - therapy_usd, 2), therapy_usd + iop_usd


def _swung(scenario: Scenario) -> Iterator[tuple[str, Sequence[Any]]]:
    """Every input that is not known and that a bill needs, with the values it may have.

    What the person decides on, as the first day and the way of paying, has no range.
    """
    needed = {field for care in PATHWAYS for field in fields_needed(care)}
    for field, row in catalog().parameters.items():
        if field in needed and row.role not in SAID_ONLY and not _is_known(field, scenario):
            values = _may_be(field, scenario)
            if values:
                yield field, values


def _may_be(field: str, scenario: Scenario) -> Sequence[Any]:
    """The values that an input may have, from low to high; none where nobody knows between what."""
    row = catalog().parameters[field]
    if field in catalog().lengths_with_a_price and row.care and charge_usd(scenario, row.care):
        # What the provider would charge for another length is not known.
        return ()
    if row.kind == "yes_no":
        return False, True
    if row.kind == "day_of_year":
        # The days that its row lists first; any other is rare.
        return row.options
    between = (0, scenario.value(row.up_to)) if row.up_to else usual_range(field, scenario)
    if not between or not between[0] < between[1]:
        return ()
    bends = row.unit == "usd" and may_be_highest_between(scenario)
    return _evenly(*between) if bends else between


def _evenly(low: float, high: float) -> Sequence[float]:
    """Both ends and amounts between them."""
    return [round(low + (high - low) * part / PARTS, 2) for part in range(PARTS + 1)]


def _is_known(field: str, scenario: Scenario) -> bool:
    """Whether the person or the plan gave the value, or the law sets it."""
    return field in scenario.given or is_set_by_law(field, scenario)


def _moved(scenario: Scenario, field: str, value: Any) -> Scenario:
    """The scenario with one input moved, and what follows it (a session's length, its price)."""
    values = {field: value}
    if catalog().parameters[field].role == "deductible_met":
        # What went to the deductible also went toward the maximum.
        values["oop_met_usd"] = max(value, scenario.met.oop_usd)
    moved = with_values(scenario, values)
    return moved.but(**moved_along(moved.to_values())) if field in HANGS_ON else moved
