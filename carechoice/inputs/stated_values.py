"""The value of an input that nobody gave: what our rows state, and how it follows other inputs.

``values`` are all inputs by field. Those that a person or their plan gave are listed with them
(``said``, ``confirmed``); each of the others has the value that its row states.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.rows import Care, CentreTerm, Parameter, PlanTerm, Price
from carechoice.catalog.tables import OWN_PLAN, SELF_PAY
from carechoice.catalog.values import NEXT_MONDAY, Fields, write
from carechoice.inputs.centre_terms import NO_PAYER, centre_term, first_start
from carechoice.inputs.read_value import next_monday, read_value

StatingRow = Parameter | Price | PlanTerm | CentreTerm
SAME_PLAN = "same_plan"
# That one kind of care is paid as all care is.
AS_ALL_CARE = "as_plan"
# How all care is paid, and each kind of it.
WAYS_OF_PAYING = ("network", "therapy_network", "iop_network")
# The inputs that decide which row states a value.
DEPENDS_ON = (
    "program",
    "payer",
    "filled_by",
    *WAYS_OF_PAYING,
    "therapy_session_minutes",
    "other_plan",
)
# More of their values together than all visitors of one day come to.
CACHED_VALUES = 256


def said(fields: Iterable[str], values: Mapping[str, Any]) -> Fields:
    """Which inputs the person gave: these ``fields``, and what no row of ours states.

    So whatever is not among them has the value that its row states. What the plan confirmed counts
    as known by itself.
    """
    given, confirmed = set(fields), dict(values["confirmed"])
    ours = all_stated(values)
    known = catalog().options("said")
    unlike_ours = {field for field in known if values[field] != ours[field]}
    begins = _switched_on_for(given | confirmed.keys() | unlike_ours)
    apart = {field for field, held in begins.items() if values[field] != held}
    theirs = (given | unlike_ours | apart) - confirmed.keys()
    return tuple(field for field in known if field in theirs)


def _switched_on_for(given: Iterable[str]) -> dict[str, Any]:
    """What switches of given amounts that would follow others begin with: these follow none."""
    rows = catalog().parameters
    apart = (each for field in given if rows[field].follows for each in rows[field].needs)
    return {each.field: _value(each.field, rows[each.field].default) for each in apart}


def given_in(values: Mapping[str, Any]) -> frozenset[str]:
    """The fields whose value the person or the plan itself gave; all others are ours."""
    return frozenset((*values["said"], *dict(values["confirmed"])))


def stating_row(field: str, values: Mapping[str, Any]) -> StatingRow:
    """The row that states the value of an input which nobody gave.

    What the centre states, by the program or payer that was picked, comes first. A price stands in
    the list of the plan that filled in the terms, for the way of paying; a term with that plan;
    anything else in the input's own row. Of ``values`` those of ``DEPENDS_ON`` are enough.
    """
    inputs = catalog().inputs
    of_centre = centre_term(field, values, lambda care: way_of_paying(care, values.__getitem__))
    if of_centre:
        return of_centre
    care = inputs.care_of_price.get(field)
    if care:
        price_list = catalog().plans[values["filled_by"]].price_list
        asked = price_list_of(price_list, way_of_paying(care, values.__getitem__))
        return catalog().price(asked, care, values["therapy_session_minutes"])
    plan = values["other_plan"] if field in inputs.other_terms else values["filled_by"]
    term = catalog().term(plan, inputs.other_terms.get(field, field))
    return term or catalog().parameters[field]


def way_of_paying(care: Care, value_of: Callable[[str], Any]) -> str:
    """How providers of a kind of care are paid: as all are, or in a way of its own.

    Without insurance there is no other way.
    """
    all_care: str = value_of("network")
    own: str = value_of(catalog().inputs.of("network", care))
    return all_care if own == AS_ALL_CARE or all_care == SELF_PAY else own


def stated(field: str, values: Mapping[str, Any]) -> Any:
    """The value that row states; of a day that moves with the calendar, the one there is.

    What follows another input has the value of that one. The hours of therapy are those of as many
    sessions a week as in the rows, however long each is.
    """
    row = stating_row(field, values)
    if field == catalog().inputs.of("hours_per_week", "therapy"):
        return _hours_of_our_sessions(field, values)
    if isinstance(row, Price):
        return row.typical
    if isinstance(row, PlanTerm | CentreTerm):
        return _value(row.field, row.value)
    if row.follows:
        return values[row.follows]
    return values[field] if row.default == NEXT_MONDAY else _value(field, row.default)


def _hours_of_our_sessions(field: str, values: Mapping[str, Any]) -> float:
    """The hours a week where a session is as long as ``values`` say: a weekly one stays weekly.

    Where the input cannot have that value, it is the one of its row.
    """
    length = catalog().inputs.of("visit_length", "therapy")
    our_hours, our_length = (
        _value(each, catalog().parameters[each].default) for each in (field, length)
    )
    with_this_length: float = our_hours * values[length] / our_length
    try:
        return float(_value(field, write(with_this_length)))
    except ValueError:
        return float(our_hours)


def all_stated(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values with what a row states in place of each that a person can give, by field."""
    stated_beside = _stated_beside(*(values[field] for field in DEPENDS_ON))
    return {**values, **stated_beside, **following(values)}


def following(values: Mapping[str, Any], *, beside: Iterable[str] = ()) -> dict[str, Any]:
    """What inputs have that follow another, by field, as far as no plan or centre states it.

    What is given ``beside`` them follows none, nor does a switch that such an amount needs. A price
    without insurance follows what its provider is known to charge.
    """
    rows = catalog().parameters
    given = [*beside]
    own = {*given, *_switched_on_for(given)}
    limits = {
        field: values[followed]
        for field, followed in catalog().inputs.followed.items()
        if stating_row(field, values) is rows[field]
    }
    return {field: held for field, held in (limits | charged(values)).items() if field not in own}


def charged(values: Mapping[str, Any]) -> dict[str, Any]:
    """The prices of care without insurance that its provider was said to charge, by field.

    Without a plan a person owes the charge. One that the centre states is in its price already.
    """
    inputs = catalog().inputs
    charges = {
        price: inputs.of("charge", care)
        for price, care in inputs.care_of_price.items()
        if way_of_paying(care, values.__getitem__) == SELF_PAY
    }
    return {
        price: values[charge]
        for price, charge in charges.items()
        if values[charge] and values[charge] != stated(charge, values)
    }


@remembered(CACHED_VALUES)
def _stated_beside(*depended_on: Any) -> Mapping[str, Any]:
    """What rows state beside these values of ``DEPENDS_ON``, and beside no others.

    No day that moves with the calendar, and nothing that follows another input. A page asks for all
    of it for each value that it tries.
    """
    values = dict(zip(DEPENDS_ON, depended_on, strict=True))
    rows = catalog().parameters
    return MappingProxyType(
        {
            field: stated(field, values)
            for field in catalog().options("said")
            if rows[field].default != NEXT_MONDAY
            and not (rows[field].follows and stating_row(field, values) is rows[field])
        }
    )


@remembered()
def _value(field: str, text: str) -> Any:
    """The value that the text of a row stands for; remembered, as a page asks again and again."""
    return read_value(field, text, today=date.min)


def plan_values(values: Mapping[str, Any], *, network: str | None = None) -> dict[str, Any]:
    """The terms and prices the example plan in ``values`` fills in.

    ``network`` stands in for the plan's own way of paying when the person gave one.
    """
    plan = values["plan"]
    own = {**values, "filled_by": plan}
    fields = (*catalog().inputs.always_filled_by_a_plan, *catalog().terms_of(plan))
    terms = {field: stated(field, own) for field in fields}
    terms |= following({**own, **terms})
    own["network"] = terms["network"] = network or terms["network"]
    prices = {field: stated(field, own) for field in catalog().inputs.care_of_price}
    return terms | prices | charged(own)


def settled(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with ``plan`` set to the person's own where they left the plan's terms.

    Which plan filled in the terms that they did not change is kept.
    """
    if values["plan"] == OWN_PLAN:
        return dict(values)
    differs = any(values[field] != value for field, value in plan_values(values).items())
    left = OWN_PLAN if differs else values["plan"]
    return {**values, "plan": left, "filled_by": values["plan"]}


def other_terms(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the plan to compare with fills in."""
    plan = values["other_plan"]
    if plan == SAME_PLAN:
        return {}
    # A payer's terms are those of the plan that one has.
    terms = plan_values({**values, "plan": plan, "payer": NO_PAYER})
    return {field: terms[term] for field, term in catalog().inputs.other_terms.items()}


def defaults(today: date) -> dict[str, Any]:
    """What each input's own row states, by field."""
    rows = catalog().parameters
    start = {"start_date": next_monday(today)}
    return {field: _value(field, row.default) for field, row in rows.items()} | start


def price_list_of(price_list: str, network: str) -> str:
    """The price list for a way of paying: self-pay fees without a plan, and only then."""
    if network == SELF_PAY:
        return SELF_PAY
    return catalog().plans[OWN_PLAN].price_list if price_list == SELF_PAY else price_list


def moved_along(values: Mapping[str, Any]) -> dict[str, float]:
    """The values that nobody gave and that depend on other inputs, such as prices, by field."""
    given = given_in(values)
    dependent = catalog().inputs.dependent - given
    return {field: stated(field, values) for field in dependent} | following(values, beside=given)


def filled_by_choice(
    values: Mapping[str, Any], choice: str, *, earliest: date | None
) -> dict[str, Any]:
    """What becomes of the inputs once a ``choice`` of the centre was picked, by field.

    What it states takes the place of what was there; the rest that nobody gave is as rows state it.
    A program that begins on some days only has the first of these from ``earliest`` on, unless the
    person gave a day; any other, and none, begins on ``earliest``: the day that is there, or that
    the page begins with.
    """
    given = {choice, *given_in(values)}
    moved: dict[str, Any] = {}
    # Prices depend on how each care is paid, which a payer states, too.
    for fields in (WAYS_OF_PAYING, catalog().options("said")):
        now = {**values, **moved}
        for field in fields:
            row = stating_row(field, now)
            is_of_choice = isinstance(row, CentreTerm) and row.choice == choice
            if is_of_choice or field not in given:
                moved[field] = stated(field, now)
    moved |= following({**values, **moved}, beside=given)
    if choice == "program" and "start_date" not in given:
        day = earliest or values["start_date"]
        moved["start_date"] = first_start(values["program"], on_or_after=day) or day
    return moved
