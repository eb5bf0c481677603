"""What the inputs become after a change, an answer of the plan, or under another plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from carechoice.catalog import catalog
from carechoice.said import said
from carechoice.scenario import (
    OTHER_TERMS,
    OWN_PLAN,
    PRICES,
    SAME_PLAN,
    Scenario,
    listed_price,
    other_terms,
    plan_values,
    price_list_of,
    read_value,
    settled,
)


def after_change(values: Mapping[str, Any], changed: str) -> dict[str, Any]:
    """What the inputs become once the person has changed the field ``changed``.

    A new plan fills its terms and prices. A new session length or way of paying moves a listed
    price along its list, or to the list of the new way; a price the person typed stays. What the
    plan confirmed counts no longer once the value is another.
    """
    if changed == "plan":
        moved = plan_values(values) if values["plan"] != OWN_PLAN else {}
    elif changed == "other_plan":
        moved = other_terms(values)
    elif changed in ("therapy_session_minutes", "network"):
        moved = _moved_prices(values)
    else:
        moved = {}
    gone = {changed} | {field for field, value in moved.items() if values[field] != value}
    kept = tuple(answer for answer in values["confirmed"] if answer[0] not in gone)
    after = settled({**values, **moved, "confirmed": kept})
    # The first field is what the person gave now, the moved ones have our values again.
    return {**after, "said": said({changed, *values["said"]} - set(moved), after, PRICES)}


def after_answer(values: Mapping[str, Any], answered: str, day: date) -> dict[str, Any]:
    """What the inputs become once the plan itself gave the value of the field ``answered``."""
    after = after_change(values, answered)
    fields = catalog().options("confirmed")
    days = {**dict(after["confirmed"]), answered: day}
    confirmed = tuple((field, days[field]) for field in fields if field in days)
    answers = {**after, "confirmed": confirmed}
    return {**answers, "said": said(after["said"], answers, PRICES)}


def without_answer(values: Mapping[str, Any], field: str) -> dict[str, Any]:
    """What the inputs become once the plan's answer for a field is taken back.

    The field has the value again that it starts with, or that the example plan gives.
    """
    start = read_value(field, catalog().parameters[field].default, today=date.min)
    kept = tuple(answer for answer in values["confirmed"] if answer[0] != field)
    ours = {field: plan_values(values).get(field, start)}
    return {**values, **ours, "confirmed": kept}


def under_other_plan(scenario: Scenario) -> Scenario | None:
    """The same care under the plan to compare with; None where no such plan was chosen.

    What its numbers do not say follows the example plan. A listed price moves to that plan's list,
    a price of the person's own stays. Nothing is paid toward its limits yet.
    """
    if scenario.other_plan == SAME_PLAN:
        return None
    values = scenario.to_values()
    terms = plan_values({**values, "plan": scenario.other_plan})
    stated = {term: values[field] for field, term in OTHER_TERMS.items()}
    met = {"deductible_met_usd": 0.0, "oop_met_usd": 0.0, "confirmed": ()}
    minutes = scenario.therapy_session_minutes
    prices = {
        field: values[field]
        for field in PRICES
        if field in scenario.given or listed_price(field, values[field], minutes) is None
    }
    own = {"said": tuple(prices), "plan": OWN_PLAN}
    return Scenario(**{**values, **terms, **stated, **prices, **met, **own})


def _moved_prices(values: Mapping[str, Any]) -> dict[str, float]:
    moved = {}
    given = {*values["said"], *dict(values["confirmed"])}
    for field, service in PRICES.items():
        if field in given:
            continue
        for row in catalog().prices.values():
            if row.service == service and row.typical == values[field]:
                price_list = price_list_of(row.price_list, values["network"])
                minutes = values["therapy_session_minutes"]
                moved[field] = catalog().price(price_list, service, minutes).typical
                break
    return moved
