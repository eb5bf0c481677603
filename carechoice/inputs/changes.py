"""What the inputs become after a change, an answer of the plan, or under another plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.tables import OWN_PLAN
from carechoice.inputs.ours import (
    SAME_PLAN,
    SELF_PAY,
    other_terms,
    plan_values,
    said,
    settled,
    stated,
    way_of_paying,
)
from carechoice.inputs.scenario import OUT_OF_NETWORK, Scenario

# What is paid toward a plan's limits in a plan year that has yet to begin.
NOTHING_PAID = {
    "deductible_met_usd": 0.0,
    "oop_met_usd": 0.0,
    "other_net_deductible_met_usd": 0.0,
    "other_net_oop_met_usd": 0.0,
    "family_deductible_met_usd": 0.0,
    "family_oop_met_usd": 0.0,
    "therapy_visits_used": 0,
    "iop_days_used": 0,
}
# What moves beside the prices, where nobody gave it.
MOVE_WITH: Mapping[str, tuple[str, ...]] = {
    "therapy_session_minutes": ("therapy_hours_per_week",),
    "network": (),
    "therapy_network": (),
    "iop_network": (),
}
# What a plan answers for a session of one length it has not answered for another.
ANSWERED_FOR = {"therapy_session_minutes": ("therapy_price_usd",)}


def after_change(values: Mapping[str, Any], changed: str) -> dict[str, Any]:
    """What the inputs become once the person has changed the field ``changed``.

    A new plan fills its terms and prices. A new session length or way of paying moves a listed
    price along its list, or to the list of the new way; a price the person typed stays. With a new
    length the hours a week that nobody gave move along, so that a weekly session stays weekly. What
    the plan confirmed counts no longer once the value is another, or is one for something else; it
    is then what the person said.
    """
    if changed == "plan" and values["plan"] == OWN_PLAN:
        # All numbers stay, and no example stands behind them any more.
        values, moved = {**values, "filled_by": OWN_PLAN}, {}
    elif changed == "plan":
        moved = plan_values(values)
    elif changed == "other_plan":
        moved = other_terms(values)
    elif changed in MOVE_WITH:
        moved = _moved(values, changed)
    else:
        moved = {}
    differing = {field for field, value in moved.items() if values[field] != value}
    gone = {changed, *differing, *ANSWERED_FOR.get(changed, ())}
    kept = tuple(answer for answer in values["confirmed"] if answer[0] not in gone)
    after = settled({**values, **moved, "confirmed": kept})
    # The first field is what the person gave now, the moved ones have our values again.
    own = {changed, *values["said"], *dict(values["confirmed"])} - set(moved)
    return {**after, "said": said(own, after)}


def own_numbers(values: Mapping[str, Any]) -> dict[str, Any]:
    """What makes the plan one's own: its terms and prices, and where each of them comes from."""
    fields = _of_the_plan()
    return {
        **{field: values[field] for field in (*fields, "filled_by")},
        "said": tuple(field for field in values["said"] if field in fields),
        "confirmed": tuple(answer for answer in values["confirmed"] if answer[0] in fields),
    }


def with_own_numbers(values: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The inputs with one's ``own_numbers`` of before in place of an example plan's."""
    fields = _of_the_plan()
    confirmed = tuple(answer for answer in values["confirmed"] if answer[0] not in fields)
    days = dict((*confirmed, *own["confirmed"]))
    in_order = tuple(
        (field, days[field]) for field in catalog().options("confirmed") if field in days
    )
    given = {"plan", *own["said"], *(field for field in values["said"] if field not in fields)}
    back = {**values, **own, "plan": OWN_PLAN, "confirmed": in_order}
    return {**back, "said": said(given, back)}


def _of_the_plan() -> set[str]:
    """The inputs that an example plan fills in."""
    inputs = catalog().inputs
    return {*inputs.filled_by_a_plan, *inputs.care_of_price}


def replaced(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """What the person or their plan gave, and has another value after the change."""
    given = {*before["said"], *dict(before["confirmed"])} - {*after["said"]}
    return tuple(
        field
        for field in catalog().options("said")
        if field in given and before[field] != after[field]
    )


def after_answer(values: Mapping[str, Any], answered: str, day: date) -> dict[str, Any]:
    """What the inputs become once the plan itself gave the value of the field ``answered``."""
    after = after_change(values, answered)
    fields = catalog().options("confirmed")
    days = {**dict(after["confirmed"]), answered: day}
    confirmed = tuple((field, days[field]) for field in fields if field in days)
    answers = {**after, "confirmed": confirmed}
    return {**answers, "said": said(after["said"], answers)}


def without_answer(
    values: Mapping[str, Any], field: str, *, before: Any, was_said: bool, plan: str
) -> dict[str, Any]:
    """What the inputs become once the plan's answer for a field is taken back.

    The field has the value again that it had ``before`` the answer; ``was_said`` tells whether that
    was one the person had given. The example plan of that time is there again if all its terms are.
    """
    kept = tuple(answer for answer in values["confirmed"] if answer[0] != field)
    own = {each for each in values["said"] if each != field} | ({field} if was_said else set())
    chosen = plan if values["plan"] == OWN_PLAN else values["plan"]
    taken_back = settled({**values, field: before, "confirmed": kept, "plan": chosen})
    return {**taken_back, "said": said(own, taken_back)}


def under_other_plan(scenario: Scenario) -> Scenario | None:
    """The same care under the plan to compare with; None where no such plan was chosen.

    What its numbers do not say follows the example plan. Care out of network stays so, with what
    the providers charge. Nothing is paid toward the plan's limits yet.
    """
    if scenario.other_plan.key == SAME_PLAN:
        return None
    values = scenario.to_values()
    asked = {**values, "plan": scenario.other_plan.key}
    way = plan_values(asked)["network"]
    if scenario.plan.network == OUT_OF_NETWORK and way != SELF_PAY:
        way = OUT_OF_NETWORK
    terms = plan_values(asked, network=way)
    other = catalog().inputs.other_terms
    numbers = {term: values[field] for field, term in other.items()}
    prices = _kept_prices(scenario, way)
    own = {"plan": OWN_PLAN, "filled_by": scenario.other_plan.key}
    under = {**values, **terms, **numbers, **prices, **NOTHING_PAID, **own, "confirmed": ()}
    given = (term for field, term in other.items() if field in scenario.given)
    return Scenario.holding({**under, "said": said((*prices, *given), under)})


def _kept_prices(scenario: Scenario, other_way: str) -> dict[str, float]:
    """The prices that do not move to the list of another plan: those of the person's own.

    Without a plan it is not what a plan allows that is owed, but what the provider charges.
    """
    kept = {}
    for field, care in catalog().inputs.care_of_price.items():
        price_usd: float = scenario.value(field)
        charge_usd: float = scenario.of("charge", care)
        is_charge = way_of_paying(care, scenario.value) == OUT_OF_NETWORK and other_way == SELF_PAY
        if charge_usd and is_charge:
            kept[field] = charge_usd
        elif field in scenario.given:
            kept[field] = price_usd
    return kept


def _moved(values: Mapping[str, Any], changed: str) -> dict[str, float]:
    """What nobody gave of that which moves with a field: prices, from the list that counts now."""
    given = {*values["said"], *dict(values["confirmed"])}
    moving = {*catalog().inputs.care_of_price, *MOVE_WITH[changed]}
    return {field: stated(field, values) for field in moving - given}


def answers_to(row: Parameter) -> Sequence[object]:
    """What a plan can answer about an input that is no number."""
    return (True, False) if row.kind == "yes_no" else catalog().options(row.key)
