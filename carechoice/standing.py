"""How sure an input's value is: our starting value, an example plan's, the person's, confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from carechoice.catalog import catalog
from carechoice.rows import Parameter, PlanTerm, Price
from carechoice.scenario import (
    COPAY_OF,
    DEDUCTIBLE_APPLIES_OF,
    PRICES,
    SELF_PAY,
    Scenario,
    listed_price,
    read_value,
)

Standing = Literal["start", "example", "yours", "confirmed"]
# What has no effect where the plan has no out-of-pocket maximum.
CAPPED = ("oop_max_usd", "oop_met_usd")
WHOLE_PERCENT = 100


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
    if row.key in PRICES:
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


def confirmable(scenario: Scenario) -> tuple[str, ...]:
    """The inputs a plan can confirm, as far as this plan has them; none without a plan."""
    if scenario.network == SELF_PAY:
        return ()
    fields = catalog().options("confirmed")
    return tuple(field for field in fields if scenario.oop_max_applies or field not in CAPPED)


def used(scenario: Scenario) -> tuple[str, ...]:
    """Those of them that the bill is worked out from, whatever they are set to."""
    unused = set(_without_effect(scenario))
    return tuple(field for field in confirmable(scenario) if field not in unused)


def _without_effect(scenario: Scenario) -> Iterator[str]:
    copays = [getattr(scenario, field) > 0 for field in COPAY_OF.values()]
    applies = any(getattr(scenario, field) for field in DEDUCTIBLE_APPLIES_OF.values())
    has_deductible = applies and scenario.deductible_usd > 0
    shares = not all(copays) and scenario.plan_pays_percent < WHOLE_PERCENT
    pays = has_deductible or any(copays) or shares
    if all(copays):
        yield "plan_pays_percent"
    if not applies:
        yield "deductible_usd"
    if not scenario.deductible_usd:
        yield from DEDUCTIBLE_APPLIES_OF.values()
    if not has_deductible:
        yield "deductible_met_usd"
    # Where nothing is owed there is nothing that could be capped.
    if not pays:
        yield from ("oop_max_applies", *CAPPED)
    if not has_deductible and not (pays and scenario.oop_max_applies):
        yield "plan_year_start"
