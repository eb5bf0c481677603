"""What is not known, and how much it matters: ranges, a simulation, what moves the answer.

What the person changed or the plan confirmed counts as known. The rest may lie anywhere in the
range its row states.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from carechoice.catalog import catalog
from carechoice.changes import after_change
from carechoice.comparison import PATHWAYS, Comparison, Range, patient_usd_by_visit
from carechoice.course import charge_usd
from carechoice.rows import Pathway
from carechoice.scenario import PRICES, SELF_PAY, Scenario
from carechoice.simulation import draw, simulated_usd, with_values
from carechoice.standing import standing, usual_range

# What the simulation draws: visits, prices and the plan's terms, not the hours a person chooses.
DRAWN = (
    "therapy_sessions",
    "therapy_price_usd",
    "iop_weeks",
    "iop_price_per_day_usd",
    "plan_pays_percent",
    "deductible_usd",
    "oop_max_usd",
    "therapy_copay_usd",
)
# A higher value of these costs the patient less.
CHEAPER_WHEN_HIGH = ("plan_pays_percent", "deductible_met_usd", "oop_met_usd")
# Inputs without a range of their own that may still be anything up to another input.
UP_TO = {"deductible_met_usd": "deductible_usd", "oop_met_usd": "oop_max_usd"}
NOT_SWUNG = ("start_date", "plan", "network", "confirmed", "topics", "mode")
# Of 100 draws, 10 lie below the low end and 10 above the high end.
PERCENTILES = (10, 50, 90)


@dataclass(frozen=True, slots=True)
class Spread:
    """What the patient may pay, in dollars.

    ``drawn`` are the 10th, 50th and 90th percentile of the simulation. ``extremes`` has everything
    unknown at its cheapest and at its dearest end, and the answer on the page between them.
    """

    drawn: Range
    extremes: Range


@dataclass(frozen=True, slots=True)
class Swing:
    """What an input does to each option's cost when it goes from ``low`` to ``high``.

    ``patient_usd`` has the cost (at low, at high) by option, in dollars.
    """

    field: str
    low: Any
    high: Any
    patient_usd: Mapping[Pathway, tuple[float, float]]

    def dollars(self, pathway: Pathway) -> float:
        """By how much it moves the cost of an option."""
        low, high = self.patient_usd[pathway]
        return abs(high - low)

    @property
    def difference_usd(self) -> tuple[float, float]:
        """(at low, at high): how much more the IOP costs than therapy."""
        (therapy_low, therapy_high), (iop_low, iop_high) = (
            self.patient_usd[pathway] for pathway in PATHWAYS
        )
        return iop_low - therapy_low, iop_high - therapy_high

    @property
    def moves_usd(self) -> float:
        """By how much it moves the difference between the options."""
        low, high = self.difference_usd
        return abs(high - low)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is not known about a comparison, and how much it matters."""

    spreads: Mapping[Pathway, Spread]
    swings: tuple[Swing, ...]


def outlook(comparison: Comparison) -> Outlook:
    """Look at everything that is not known."""
    return Outlook(spreads(comparison), tuple(swings(comparison.scenario)))


def spreads(comparison: Comparison) -> dict[Pathway, Spread]:
    """What each option may cost the patient, given what is not known."""
    scenario = comparison.scenario
    ranges = _ranges(scenario)
    count = int(catalog().figures["simulation_draws"].value or 0)
    draws = draw(scenario, ranges, count)
    ends = [_at_end(scenario, ranges, dearest=dearest) for dearest in (False, True)]
    found: dict[Pathway, Spread] = {}
    for pathway in comparison.options:
        likely = comparison.options[pathway].patient_usd.likely
        cheap, dear = (round(sum(patient_usd_by_visit(end, pathway)), 2) for end in ends)
        costs = simulated_usd(pathway, draws)
        found[pathway] = Spread(
            Range(*map(float, np.percentile(costs, PERCENTILES))), Range(cheap, likely, dear)
        )
    return found


def swings(scenario: Scenario) -> list[Swing]:
    """What moves the answer: every unknown input over its range, the most dollars first."""
    found = [
        Swing(field, low, high, _costs_between(scenario, field, low, high))
        for field, low, high in _swung(scenario)
    ]
    moving = [swing for swing in found if any(swing.dollars(pathway) for pathway in PATHWAYS)]
    return sorted(moving, key=lambda swing: -swing.moves_usd)


def unknown_fields(scenario: Scenario) -> tuple[str, ...]:
    """The inputs the simulation draws for this scenario."""
    return tuple(_ranges(scenario))


def _ranges(scenario: Scenario) -> dict[str, tuple[float, float]]:
    found = {}
    for field in DRAWN:
        between = usual_range(field, scenario)
        if between and between[0] < between[1] and _is_used(field, scenario):
            found[field] = between
    return found


def _is_used(field: str, scenario: Scenario) -> bool:
    """Whether a bill can depend on the input, with this way of paying."""
    if catalog().parameters[field].section == "insurance" and scenario.network == SELF_PAY:
        return False
    if field == "plan_pays_percent":
        return not (scenario.therapy_copay_usd and scenario.iop_copay_per_day_usd)
    return field != "oop_max_usd" or scenario.oop_max_applies


def _at_end(
    scenario: Scenario, ranges: Mapping[str, tuple[float, float]], *, dearest: bool
) -> Scenario:
    """Everything unknown at its cheapest or its dearest end."""
    values = {
        field: high if dearest != _is_cheaper_when_high(field, scenario) else low
        for field, (low, high) in ranges.items()
    }
    return with_values(scenario, values)


def _is_cheaper_when_high(field: str, scenario: Scenario) -> bool:
    """Out of network, the more the plan allows of a charge, the less is left for the patient."""
    care = PRICES.get(field)
    return field in CHEAPER_WHEN_HIGH or bool(care and charge_usd(scenario, care))


def _swung(scenario: Scenario) -> Iterator[tuple[str, Any, Any]]:
    """(field, low, high) of every input that is not known."""
    for field, row in catalog().parameters.items():
        if field in NOT_SWUNG or standing(field, scenario) in ("yours", "confirmed"):
            continue
        if field == "therapy_session_minutes" and charge_usd(scenario, "therapy"):
            # What the provider would charge for another length is not known.
            continue
        if row.kind == "yes_no":
            yield field, False, True
            continue
        if field == "plan_year_start":
            yield field, *_cheapest_and_dearest_plan_year(scenario)
            continue
        between = usual_range(field, scenario)
        if field in UP_TO:
            between = 0, getattr(scenario, UP_TO[field])
        if between and between[0] < between[1]:
            yield field, *between


def _cheapest_and_dearest_plan_year(scenario: Scenario) -> tuple[str, str]:
    """The plan year's starts that cost the least and the most, both options together."""

    def cost_usd(start: str) -> float:
        moved = replace(scenario, plan_year_start=start)
        return sum(sum(patient_usd_by_visit(moved, pathway)) for pathway in PATHWAYS)

    costs = {start: cost_usd(start) for start in catalog().options("plan_year_start")}
    return min(costs, key=costs.__getitem__), max(costs, key=costs.__getitem__)


def _costs_between(
    scenario: Scenario, field: str, low: Any, high: Any
) -> dict[Pathway, tuple[float, float]]:
    """Each option's cost with the input at its low and its high end, the rest as it is."""
    ends = [_moved(scenario, field, value) for value in (low, high)]
    return {
        pathway: (
            round(sum(patient_usd_by_visit(ends[0], pathway)), 2),
            round(sum(patient_usd_by_visit(ends[1], pathway)), 2),
        )
        for pathway in PATHWAYS
    }


def _moved(scenario: Scenario, field: str, value: Any) -> Scenario:
    """The scenario with one input moved, and what follows it (a session's length, its price)."""
    values = {field: value}
    if field == "deductible_met_usd":
        # What went to the deductible also went toward the maximum.
        values["oop_met_usd"] = max(value, scenario.oop_met_usd)
    moved = with_values(scenario, values)
    return Scenario(**after_change(moved.to_values(), field))
