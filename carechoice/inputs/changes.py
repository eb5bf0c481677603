"""What the inputs become after a change, an answer of the plan, or under another plan."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from carechoice.catalog.answers import Answer, in_order
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES, Parameter
from carechoice.catalog.tables import OWN_PLAN, SELF_PAY
from carechoice.catalog.values import read
from carechoice.inputs.centre_terms import CHOICES, NO_PAYER
from carechoice.inputs.scenario import IN_NETWORK, OUT_OF_NETWORK, Scenario
from carechoice.inputs.stated_values import (
    AS_ALL_CARE,
    DEPENDS_ON,
    SAME_PLAN,
    WAYS_OF_PAYING,
    charged,
    filled_by_choice,
    following,
    given_in,
    moved_along,
    other_terms,
    plan_values,
    said,
    settled,
    way_of_paying,
)

# Choices that fill in other inputs.
FILLING = ("plan", *CHOICES)


def after_change(
    values: Mapping[str, Any], changed: str, *, earliest: date | None = None
) -> dict[str, Any]:
    """What the inputs become once the person has changed the field ``changed``.

    A new plan fills its terms and prices, and a program or payer of the centre what it states. What
    was paid toward limits of a plan whose own terms it takes the place of was paid to another. A
    new session length or way of paying moves a listed price along its list, or to the list of the
    new way; a price the person typed stays. With a new length the hours a week that nobody gave
    move along, so that a weekly session stays weekly. What the plan confirmed counts no longer once
    the value is another, or is one for something else; it is then what the person said.
    """
    if is_back_to_own_plan(values, changed):
        # All numbers stay, but they no longer count as those of an example.
        values = {**values, "filled_by": OWN_PLAN}
        moved: Mapping[str, Any] = {}
    else:
        moved = _moved_by(values, changed, earliest)
    differing = {field for field, value in moved.items() if values[field] != value}
    # What a plan answered for a session of one length it has not answered for another.
    of_this_length = catalog().lengths_with_a_price.get(changed, changed)
    gone = {changed, *differing, of_this_length}
    kept = tuple(answer for answer in values["confirmed"] if answer[0] not in gone)
    after = settled({**values, **moved, "confirmed": kept})
    # The first field is what the person gave now, the moved ones have our values again.
    own = {changed, *given_in(values)} - set(moved)
    return {**after, "said": said(own, after)}


def _moved_by(values: Mapping[str, Any], changed: str, earliest: date | None) -> Mapping[str, Any]:
    """The inputs that a changed one fills in or moves along, with their new values."""
    if changed == "plan":
        return _with_what_is_paid(values, plan_values(values))
    if changed == "other_plan":
        return other_terms(values)
    if changed in CHOICES:
        return _with_what_is_paid(values, filled_by_choice(values, changed, earliest=earliest))
    hangs_on_it = changed in DEPENDS_ON or changed in catalog().inputs.followed.values()
    moved = moved_along(values) if hangs_on_it else {}
    # A price that was typed is what the plan allows, where the charge beside it is known.
    return moved | _newly_charged(values, changed) if changed in WAYS_OF_PAYING else moved


def _newly_charged(values: Mapping[str, Any], changed: str) -> dict[str, Any]:
    """The charges that are owed now that a way of paying changed to one without insurance.

    Care that had none before keeps its price, as the person may have typed another since.
    """
    ways = catalog().inputs.by_care("network")
    if changed == "network":
        new = {care for care, own in ways.items() if values[own] != SELF_PAY}
    else:
        new = {care for care, own in ways.items() if own == changed}
        new = set() if values["network"] == SELF_PAY else new
    cares = catalog().inputs.care_of_price
    return {price: usd for price, usd in charged(values).items() if cares[price] in new}


def _with_what_is_paid(values: Mapping[str, Any], filled: Mapping[str, Any]) -> dict[str, Any]:
    """What is ``filled`` in, with nothing paid so far where it replaces the person's own plan."""
    own = _own_terms(values)
    is_another = any(field in own and values[field] != filled[field] for field in filled)
    return {**filled, **(nothing_paid() if is_another else {})}


def _own_terms(values: Mapping[str, Any]) -> frozenset[str]:
    """The terms of a plan that the person or the plan itself gave."""
    return given_in(values) & catalog().inputs.terms_of_a_plan


def is_back_to_own_plan(values: Mapping[str, Any], changed: str) -> bool:
    """Whether the person has turned from an example to a plan of their own."""
    return changed == "plan" and values["plan"] == OWN_PLAN


def own_numbers(values: Mapping[str, Any]) -> dict[str, Any]:
    """What makes the plan the person's own: its terms and prices, and where each comes from.

    What was paid toward its limits goes and comes with the person's own terms.
    """
    fields = _of_the_plan() | ({*catalog().inputs.paid_toward} if _own_terms(values) else set())
    return {
        **{field: values[field] for field in (*fields, "filled_by")},
        "said": tuple(field for field in values["said"] if field in fields),
        "confirmed": tuple(answer for answer in values["confirmed"] if answer[0] in fields),
    }


def with_own_numbers(values: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The inputs with one's ``own_numbers`` of before in place of an example plan's."""
    fields = {*own}
    confirmed = tuple(answer for answer in values["confirmed"] if answer[0] not in fields)
    fields_in_order = catalog().options("confirmed")
    answers = in_order(dict((*confirmed, *own["confirmed"])), fields_in_order)
    given = {"plan", *own["said"], *(field for field in values["said"] if field not in fields)}
    back = {**values, **own, "plan": OWN_PLAN, "confirmed": answers}
    return {**back, "said": said(given, back)}


def _of_the_plan() -> set[str]:
    """The inputs that an example plan fills in."""
    inputs = catalog().inputs
    return {*inputs.filled_by_a_plan, *inputs.care_of_price}


def replaced(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """What the person or their plan gave, and has another value after the change."""
    given = given_in(before) - {*after["said"]}
    return tuple(
        field
        for field in catalog().options("said")
        if field in given and before[field] != after[field]
    )


def after_answer(values: Mapping[str, Any], answered: str, answer: Answer) -> dict[str, Any]:
    """What the inputs become once the plan itself gave the value of the field ``answered``.

    ``answer`` is the day on which it did, or the paper that it stands in.
    """
    after = after_change(values, answered)
    fields = catalog().options("confirmed")
    confirmed = in_order({**dict(after["confirmed"]), answered: answer}, fields)
    answers = {**after, "confirmed": confirmed}
    return {**answers, "said": said(after["said"], answers)}


def without_answer(
    values: Mapping[str, Any], field: str, *, before: Any, said_before: Collection[str], plan: str
) -> dict[str, Any]:
    """What the inputs become once the plan's answer for a field is taken back.

    The field has the value again that it had ``before`` the answer; ``said_before`` tells whether
    that was one the person had given. The example plan of that time is there again if all its terms
    are, and is picked by the person only if it was then.
    """
    kept = tuple(answer for answer in values["confirmed"] if answer[0] != field)
    own = ({*values["said"]} - {field}) | ({field} & {*said_before})
    chosen = values["plan"]
    if chosen == OWN_PLAN:
        # Where answers alone had left the example, it is none of the person's own.
        chosen = plan if own & _of_the_plan() or plan != OWN_PLAN else values["filled_by"]
        own -= {"plan"} - ({*said_before} if chosen == plan else set())
    back = {**values, field: before, "confirmed": kept, "plan": chosen}
    taken_back = settled({**back, **following(back, beside=own | set(dict(kept)))})
    return {**taken_back, "said": said(own, taken_back)}


def under_other_plan(scenario: Scenario) -> Scenario | None:
    """The same care under the plan to compare with; None where no such plan was chosen.

    What its numbers do not say follows the example plan. Care out of network stays so, with what
    the providers charge, which is owed without a plan. Nothing is paid toward its limits yet.
    """
    if scenario.other_plan.key == SAME_PLAN:
        return None
    values = scenario.to_values()
    # Prices agreed on with a payer hold for no other plan.
    asked = {**values, "plan": scenario.other_plan.key, "payer": NO_PAYER}
    way = plan_values(asked)["network"]
    if scenario.plan.network == OUT_OF_NETWORK and way != SELF_PAY:
        way = OUT_OF_NETWORK
    terms = plan_values(asked, network=way)
    other = catalog().inputs.other_terms
    numbers = {term: values[field] for field, term in other.items()}
    prices = _kept_prices(scenario, way)
    own = {"plan": OWN_PLAN, "filled_by": scenario.other_plan.key}
    under = {**asked, **terms, **numbers, **prices, **nothing_paid(), **own, "confirmed": ()}
    under |= following(under)
    given = (term for field, term in other.items() if field in scenario.given)
    return Scenario.holding({**under, "said": said((*prices, *given), under)})


def nothing_paid() -> dict[str, Any]:
    """What counts toward a plan's limits in a plan year that has yet to begin, by field."""
    rows = catalog().parameters
    return {field: read(rows[field], "0") for field in catalog().inputs.paid_toward}


def _kept_prices(scenario: Scenario, other_way: str) -> dict[str, float]:
    """The prices that do not move to the list of another plan: those of the person's own.

    Of care out of network they are what a plan allows, which is not what is owed without one.
    """
    kept = {}
    for field, care in catalog().inputs.care_of_price.items():
        way = way_of_paying(care, scenario.value)
        is_allowed = way == OUT_OF_NETWORK and other_way == SELF_PAY
        is_replaced = is_allowed and bool(scenario.of("charge", care))
        if field in scenario.given and not is_replaced:
            kept[field] = scenario.value(field)
    return kept


def paid_by_the_plan(values: Mapping[str, Any], terms: Collection[str]) -> dict[str, Any]:
    """What has to be, by field, so that ``terms`` of a plan count, which state what it pays for.

    Whoever has them has a plan: care that they are about is paid in its network where it was paid
    without insurance, and is covered.
    """
    rows, inputs = catalog().parameters, catalog().inputs
    alone = {care for care in CARES if way_of_paying(care, values.__getitem__) == SELF_PAY}
    named = {rows[term].care for term in terms}
    moved = alone if len(alone) == len(CARES) else alone & named
    network = IN_NETWORK if moved and values["network"] == SELF_PAY else values["network"]
    as_held = {**values, "network": network}
    own = AS_ALL_CARE if network == IN_NETWORK else IN_NETWORK
    needed = {"network": network} | {
        inputs.of("network", care): own
        for care in CARES
        if care in moved and way_of_paying(care, as_held.__getitem__) != IN_NETWORK
    }
    for term in terms:
        refused = [each.field for each in rows[term].needs if each.values == ("no",)]
        needed |= dict.fromkeys(refused, False)
    return {field: value for field, value in needed.items() if values[field] != value}


def answers_to(row: Parameter) -> Sequence[object]:
    """What a plan can answer about an input other than a number."""
    return (True, False) if row.kind == "yes_no" else catalog().options(row.key)
