"""What an option costs the person beside the bill: travel, unpaid hours, child care."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from carechoice.catalog.rounding import whole_parts
from carechoice.comparison.compare import Option
from carechoice.comparison.course import MINUTES_PER_HOUR, travel_minutes, travel_usd
from carechoice.inputs.scenario import Scenario


@dataclass(frozen=True, slots=True)
class OtherCosts:
    """What the person entered beside the bill, for the whole course, in dollars."""

    travel_usd: float
    unpaid_usd: float
    child_care_usd: float

    @property
    def total_usd(self) -> float:
        """All of them together."""
        return self.travel_usd + self.unpaid_usd + self.child_care_usd


def whole_usd(option: Option) -> tuple[int, list[int]]:
    """The bill of an option and its other costs in order, in whole dollars that add up."""
    costs = other_costs(option.scenario, option)
    bill, *others = whole_parts([option.patient_total_usd, *astuple(costs)])
    return bill, others


def other_costs(scenario: Scenario, option: Option) -> OtherCosts:
    """Travel, lost pay and child care for the hours of care and of travel."""
    travel_hours = option.visits * travel_minutes(scenario) / MINUTES_PER_HOUR
    hours_away = option.total_hours + travel_hours
    return OtherCosts(
        travel_usd=option.visits * travel_usd(scenario),
        unpaid_usd=hours_away * scenario.beside.unpaid_usd_per_hour,
        child_care_usd=hours_away * scenario.beside.child_care_usd_per_hour,
    )
