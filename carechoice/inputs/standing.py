"""How sure an input's value is: our starting value, an example plan's, the person's, confirmed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter, PlanTerm, Price
from carechoice.inputs.scenario import Scenario, listed_price, read_value

Standing = Literal["start", "example", "yours", "confirmed"]


def standing(field: str, scenario: Scenario) -> Standing:
    """Where the value of the input comes from."""
    if field in dict(scenario.confirmed):
        return "confirmed"
    row = catalog().parameters[field]
    stated = stated_by(row, scenario)
    # Which day the first Monday was is not known here.
    if stated is None and row.kind != "date":
        return "yours"
    return "example" if isinstance(stated, PlanTerm) else "start"


def stated_by(row: Parameter, scenario: Scenario) -> Parameter | Price | PlanTerm | None:
    """The row that states the value the input holds; None when the person or the plan gave it."""
    if row.key in scenario.given:
        return None
    value = getattr(scenario, row.key)
    if row.role == "price":
        return listed_price(row.key, value, scenario.therapy_session_minutes)
    for term in catalog().plan_terms:
        if (term.plan, term.field) == (scenario.plan, row.key):
            return term
    default = read_value(row.key, row.default, today=date.min)
    return row if value == default or row.key == "plan" else None


def usual_range(field: str, scenario: Scenario) -> tuple[float, float] | None:
    """The range the value may lie in: (low, high); None where it is known or no range is stated.

    What the person changed or the plan confirmed counts as known.
    """
    stated = stated_by(catalog().parameters[field], scenario)
    if not isinstance(stated, Parameter | Price) or stated.low is None or stated.high is None:
        return None
    return stated.low, stated.high
