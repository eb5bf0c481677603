"""What a visit costs, charged and allowed, and what is taken off without approval, in dollars."""

from __future__ import annotations

from carechoice.catalog.rows import Care
from carechoice.inputs.coverage import is_out_of_network
from carechoice.inputs.scenario import Scenario, field_of
from carechoice.inputs.standing import usual_range


def visit_price_usd(scenario: Scenario, care: Care) -> float:
    """What a visit costs plan and person together: what the plan allows, or the fee without one."""
    price: float = scenario.of("price", care)
    return price


def usual_price_usd(scenario: Scenario, care: Care) -> tuple[float, float] | None:
    """The least and the most that such a visit usually costs. None: its own price is known."""
    return usual_range(field_of("price", care), scenario)


def charge_usd(scenario: Scenario, care: Care) -> float | None:
    """What the provider bills for a visit where that can be above the plan's price, if known."""
    if not is_out_of_network(scenario, care):
        return None
    return scenario.of("charge", care) or None


def is_billed_known(scenario: Scenario, care: Care) -> bool:
    """Whether what is billed for a visit is known: the charge, or the plan's price."""
    return bool(charge_usd(scenario, care)) or usual_price_usd(scenario, care) is None


def allowed_usd(scenario: Scenario, care: Care) -> float:
    """What the plan allows for a visit: its price, or a charge that is less."""
    price = visit_price_usd(scenario, care)
    return min(price, charge_usd(scenario, care) or price)


def penalty_usd(scenario: Scenario, care: Care) -> float:
    """What the plan pays less for a visit without approval, and at most all that it allows.

    It is owed as far as the plan would pay so much.
    """
    allowed = allowed_usd(scenario, care)
    amount_usd: float = scenario.of("penalty", care)
    share_percent: float = scenario.of("penalty_share", care)
    return min(amount_usd + allowed * share_percent / 100, allowed)
