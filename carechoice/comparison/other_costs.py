"""What an option costs the person beside the bill: travel, unpaid hours, child care."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from carechoice.catalog.rounding import whole_parts
from carechoice.catalog.time_units import MINUTES_PER_HOUR
from carechoice.comparison.compare import Option
from carechoice.comparison.visits.course import is_online, travel_minutes, travel_usd
from carechoice.inputs.pathways import scenario_for


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
    costs = other_costs(option)
    bill, *others = whole_parts([option.patient_total_usd, *astuple(costs)])
    return bill, others


def others_usd(option: Option) -> int:
    """All other costs of an option, in whole dollars that add up with its bill."""
    _, others = whole_usd(option)
    return sum(others)


def other_costs(option: Option) -> OtherCosts:
    """Travel, lost pay and child care for the hours of care and of travel."""
    own = scenario_for(option.scenario, option.pathway)
    hours_away = option.total_hours + travel_hours(option)
    return OtherCosts(
        travel_usd=sum(each.visits * travel_usd(own, each.care) for each in option.phases),
        unpaid_usd=hours_away * own.beside.unpaid_usd_per_hour,
        child_care_usd=hours_away * own.beside.child_care_usd_per_hour,
    )


def is_all_online(option: Option) -> bool:
    """Whether there is no way to any visit of an option."""
    own = scenario_for(option.scenario, option.pathway)
    return all(is_online(own, each.care) for each in option.phases)


def travel_hours(option: Option) -> float:
    """The hours on the way to all visits of an option and back."""
    own = scenario_for(option.scenario, option.pathway)
    minutes = sum(each.visits * travel_minutes(own, each.care) for each in option.phases)
    return minutes / MINUTES_PER_HOUR
