"""How sure an input's value is: our starting value, an example plan's, the person's, confirmed."""

from __future__ import annotations

from typing import Literal

from carechoice.catalog.rows import Parameter, PlanTerm, Price
from carechoice.inputs.ours import HANGS_ON, stating_row
from carechoice.inputs.scenario import Scenario

Standing = Literal["start", "example", "yours", "confirmed"]


def standing(field: str, scenario: Scenario) -> Standing:
    """Where the value of the input comes from."""
    if field in dict(scenario.origins.confirmed):
        return "confirmed"
    row = stating(field, scenario)
    if row is None:
        return "yours"
    return "example" if isinstance(row, PlanTerm) else "start"


def stating(field: str, scenario: Scenario) -> Parameter | Price | PlanTerm | None:
    """The row that states the value the input holds; None when the person or the plan gave it."""
    if field in scenario.given:
        return None
    return stating_row(field, {name: scenario.value(name) for name in HANGS_ON})


def usual_range(field: str, scenario: Scenario) -> tuple[float, float] | None:
    """The range the value may lie in: (low, high); None where it is known or no range is stated.

    What the person gave or the plan confirmed counts as known.
    """
    row = stating(field, scenario)
    if not isinstance(row, Parameter | Price) or row.low is None or row.high is None:
        return None
    return row.low, row.high
