"""Which inputs the bill of a scenario depends on, and which terms need not be asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from carechoice.catalog.conditions import all_hold
from carechoice.catalog.in_use import catalog
from carechoice.catalog.inputs import Role
from carechoice.catalog.rows import CARES, Care, Parameter
from carechoice.catalog.tables import OWN_PLAN, SELF_PAY
from carechoice.inputs.centre_terms import NO_PAYER, NO_PROGRAM, has_closed_days
from carechoice.inputs.coverage import (
    OF_OTHER_NETWORK,
    WHOLE_SHARE_PERCENT,
    counts_visits,
    deductible_usd,
    has_copay,
    has_copay_and_share,
    has_cost_share,
    has_deductible,
    has_first_visits,
    has_maximum,
    has_plan,
    has_share_of,
    has_visit_limit,
    is_covered,
    is_in_other_network,
    is_share_unused,
    limit_field,
    network_of,
    other_plan_has,
    pays_percent,
    starts_again,
)
from carechoice.inputs.scenario import NO_PATHWAY, OUT_OF_NETWORK, Scenario
from carechoice.inputs.stated_values import stated, way_of_paying

# Limits, each with what leaves it something to do; those of the other network are named alike.
_LIMITS: Mapping[str, Callable[[Scenario, Care], bool]] = {
    "deductible_usd": has_deductible,
    "deductible_met_usd": has_deductible,
    "deductible_met_late_usd": has_deductible,
    "oop_max_applies": has_cost_share,
    "oop_max_usd": has_maximum,
    "oop_met_usd": has_maximum,
}


# Limits of a family, each with what leaves it something to do and the input that says there is one.
_OF_FAMILY: Mapping[str, tuple[Callable[[Scenario, Care], bool], str]] = {
    "family_deductible_usd": (has_deductible, "family_deductible_usd"),
    "family_deductible_met_usd": (has_deductible, "family_deductible_usd"),
    "family_oop_max_usd": (has_cost_share, "family_oop_max_usd"),
    "family_oop_met_usd": (has_cost_share, "family_oop_max_usd"),
}


def _is_limit_in_use(field: str, scenario: Scenario) -> bool:
    """Whether a kind of care that is in the limit's network leaves it something to do."""
    is_other = field.startswith(OF_OTHER_NETWORK)
    there = [care for care in CARES if is_in_other_network(scenario, care) == is_other]
    if field in _OF_FAMILY:
        leaves, limit = _OF_FAMILY[field]
        return bool(scenario.value(limit)) and any(leaves(scenario, care) for care in there)
    if _is_part_of_nothing(catalog().parameters[field], scenario):
        return False
    leaves = _LIMITS[field.removeprefix(OF_OTHER_NETWORK)]
    return any(leaves(scenario, care) for care in there)


def _is_part_of_nothing(row: Parameter, scenario: Scenario) -> bool:
    """Whether the input is how much was paid late of an amount, and nothing was paid at all."""
    return row.role.endswith("deductible_met_late") and not scenario.value(row.up_to)


# Terms that amounts of other terms leave something to do, which no condition in a row could say.
_IN_USE_IF: Mapping[str, Callable[[Scenario], bool]] = {
    "plan_pays_percent": lambda scenario: not is_share_unused(scenario),
    "plan": lambda scenario: has_plan(scenario) or not _has_terms(scenario.plan.key),
    # No kind of care has to be paid in the way of all care.
    "network": lambda scenario: any(
        network_of(scenario, care) == scenario.plan.network for care in CARES
    ),
    "plan_year_start": starts_again,
    "deductible_carries_over": lambda scenario: (
        scenario.plan.deductible_carries_over and has_deductible(scenario)
    ),
    "program": lambda scenario: scenario.centre.program != NO_PROGRAM,
    "payer": lambda scenario: scenario.centre.payer != NO_PAYER,
}


def _is_more_than_nothing(role: Role) -> Callable[[Scenario, Care], bool]:
    """Whether a plan has a term of covered care that is nothing in most plans."""
    return lambda scenario, care: is_covered(scenario, care) and scenario.of(role, care) > 0


_IN_USE_BY_ROLE: Mapping[str, Callable[[Scenario, Care], bool]] = {
    "copay": has_copay,
    "share_too": lambda scenario, care: (
        has_copay(scenario, care) and pays_percent(scenario, care) < WHOLE_SHARE_PERCENT
    ),
    "share_of_rest": has_copay_and_share,
    "deductible_applies": lambda scenario, care: (
        deductible_usd(scenario, care) > 0 and is_covered(scenario, care)
    ),
    "own_share": lambda scenario, care: (
        scenario.of("own_share", care) and has_share_of(scenario, care)
    ),
    "share": has_share_of,
    "visit_limit": has_visit_limit,
    "visits_used": counts_visits,
    "only_paid_count": has_visit_limit,
    "stops_after": _is_more_than_nothing("stops_after"),
    "first_visits": has_first_visits,
    "first_copay": has_first_visits,
    "penalty": _is_more_than_nothing("penalty"),
    "penalty_share": _is_more_than_nothing("penalty_share"),
    "not_covered": lambda scenario, care: bool(scenario.of("not_covered", care)),
    "network": lambda scenario, care: network_of(scenario, care) != scenario.plan.network,
}


def is_set_by_law(field: str, scenario: Scenario) -> bool:
    """Whether the law sets this term of the plan, so that there is nothing to ask.

    It does so as well where only a price is the person's own; one term of theirs, and the plan is
    another.
    """
    return field in catalog().inputs.terms_of_a_plan and are_terms_set_by_law(scenario)


def are_terms_set_by_law(scenario: Scenario) -> bool:
    """Whether the plan has those terms that the law gives it, and no others."""
    is_fixed = catalog().plans[scenario.origins.filled_by].set_by_law
    return is_fixed and not has_terms_of_its_own(scenario)


def has_terms_of_its_own(scenario: Scenario) -> bool:
    """Whether a term differs from the example plan's; a price of the person's own is no term."""
    return scenario.plan.key == OWN_PLAN and bool(catalog().inputs.terms_of_a_plan & scenario.given)


def example_behind(scenario: Scenario) -> str:
    """The example plan, by key, that terms of the bill come from; the person's own if none does."""
    if scenario.plan.key != OWN_PLAN:
        return scenario.plan.key
    plan = scenario.origins.filled_by
    # No insurance is listed as an example, too, and fills in no terms for those who have one.
    is_a_plan = stated("network", {"filled_by": plan}) != SELF_PAY
    terms = catalog().inputs.terms_of_a_plan
    is_left = any(counts(field, scenario) for field in terms - scenario.given)
    return plan if is_a_plan and is_left else OWN_PLAN


def is_in_use(field: str, scenario: Scenario) -> bool:
    """Whether the bill can depend on the input as things stand.

    A term the plan does not have is not in use: a deductible of nothing, a copayment of nothing.
    Nor is what belongs to a third pathway that was not chosen, or to travel to visits online.
    """
    row = catalog().parameters[field]
    if not _is_there(row, scenario) or is_disabled(row, scenario.value):
        return False
    if row.care and row.role in _IN_USE_BY_ROLE:
        return _IN_USE_BY_ROLE[row.role](scenario, row.care)
    if row.stands_for:
        return other_plan_has(field, scenario)
    if field in _OF_FAMILY or field.removeprefix(OF_OTHER_NETWORK) in _LIMITS:
        return _is_limit_in_use(field, scenario)
    if row.section == "third":
        return (
            field in lengths_of_third_pathway(scenario) if row.is_number else _has_pathways(field)
        )
    return field not in _IN_USE_IF or _IN_USE_IF[field](scenario)


def may_be_in_use(unknown: Collection[str], scenario: Scenario) -> tuple[str, ...]:
    """Those of the ``unknown`` terms that the bill can depend on, as they may turn out.

    A share may be asked, a deductible may come first, and there may be a copayment.
    """
    by_care = catalog().inputs.by_care
    as_open = (
        dict.fromkeys(by_care("copay").values(), 0.0)
        | dict.fromkeys(by_care("deductible_applies").values(), True)
        | {"deductible_usd": catalog().real.ends("deductible_usd")[1]}
    )
    opened = scenario.but(**{each: as_open[each] for each in as_open if each in unknown})
    rows = catalog().parameters
    return tuple(
        field
        for field in unknown
        if (
            _is_there(rows[field], scenario)
            if rows[field].role == "copay"
            else is_in_use(field, opened)
        )
    )


def is_disabled(row: Parameter, value_of: Callable[[str], Any]) -> bool:
    """Whether the input has no effect with these values, as travel where visits are online.

    A charge above the plan's price is one out of network only; a program can be closed on days of
    its own.
    """
    if row.care and row.role == "charge":
        return way_of_paying(row.care, value_of) != OUT_OF_NETWORK
    if row.key == catalog().inputs.of("when_closed", "iop") and has_closed_days(value_of):
        return False
    return bool(row.disabled_when) and all_hold(row.disabled_when, value_of)


def lengths_of_third_pathway(scenario: Scenario) -> tuple[str, ...]:
    """What the chosen third pathway is long by, beside what the two options are long by."""
    if scenario.compared.third == NO_PATHWAY:
        return ()
    lengths = catalog().pathways[scenario.compared.third].fields
    return tuple(field for field in lengths if catalog().parameters[field].role != "length")


def counts(field: str, scenario: Scenario) -> bool:
    """Whether the input has a part in what is shown; of a plan also that it lacks a term has."""
    if catalog().parameters[field].is_on_one_page_only:
        return True
    is_of_nothing = has_plan(scenario) and not scenario.value(field)
    return is_of_nothing or is_in_use(field, scenario)


# What leaves a term of one kind of care something to do, where it may be nothing as yet.
_LEFT_TO_DO: Mapping[str, Callable[[Scenario, Care], bool]] = {
    "share_too": has_copay,
    "share_of_rest": has_copay_and_share,
    "visits_used": counts_visits,
    "only_paid_count": has_visit_limit,
    "first_copay": has_first_visits,
}


def has_input(field: str, scenario: Scenario) -> bool:
    """Whether the way of paying has such a term: none without a plan, no amount without a cap.

    Of a plan that the law sets, only the amounts it has are inputs: changing one leaves the plan.
    Nor is there a choice of third pathways where there are none, or the length of one where none is
    as long as it says.
    """
    row = catalog().parameters[field]
    if row.stands_for:
        return other_plan_has(field, scenario)
    if row.section == "third":
        return _is_length_of_any(field) if row.is_number else _has_pathways(field)
    if not _is_there(row, scenario):
        return False
    if not _has_an_effect(row, scenario):
        return False
    is_fixed = row.is_plan_term and catalog().plans[scenario.plan.key].set_by_law
    return not is_fixed or (row.is_number and is_in_use(field, scenario))


def _has_an_effect(row: Parameter, scenario: Scenario) -> bool:
    """Whether amounts or ways of paying leave the term something to do.

    A share is on top of a copayment, visits are used of a limit or of the first ones, and only care
    in another network has limits there.
    """
    if row.care and row.role in _LEFT_TO_DO:
        return _LEFT_TO_DO[row.role](scenario, row.care)
    if row.up_to and row.key in _OF_FAMILY:
        return bool(scenario.value(row.up_to))
    if _is_part_of_nothing(row, scenario):
        return False
    return not row.role.startswith("other_") or is_in_other_network(scenario)


def _has_terms(plan: str) -> bool:
    """Whether an example fills in what a plan pays."""
    return plan != OWN_PLAN and catalog().plans[plan].price_list != SELF_PAY


def _has_pathways(field: str) -> bool:
    return bool(catalog().rows_to_choose(field))


def _is_length_of_any(field: str) -> bool:
    return any(field in catalog().pathways[key].fields for key in catalog().third_pathways)


def _is_there(row: Parameter, scenario: Scenario) -> bool:
    """Whether there is such an input; a term of a plan where one pays for that care, or for any.

    What is picked of a centre is there where the centre has programs or payers.
    """
    if row.section == "centre":
        return bool(catalog().rows_to_choose(row.key))
    cares = (row.care,) if row.care else ()
    is_of_no_plan = row.is_plan_term and not has_plan(scenario, *cares)
    return all_hold(row.needs, scenario.value) and not is_of_no_plan


def confirmable(scenario: Scenario) -> tuple[str, ...]:
    """The inputs a plan can confirm, as far as this plan has them; none without a plan.

    Of care that it does not pay for it knows no price.
    """
    rows = catalog().parameters
    return tuple(
        field
        for field in catalog().options("confirmed")
        if _is_there(rows[field], scenario) and is_known_to_a_plan(field, scenario)
    )


def is_known_to_a_plan(field: str, scenario: Scenario) -> bool:
    """Whether a plan is to pay a part of what the input is about, and can say what it is.

    What it does not cover has the provider's price. That it does not, the plan can still say.
    """
    care = catalog().parameters[field].care
    is_price = field in catalog().inputs.care_of_price
    pays = is_covered if care and is_price else has_plan
    is_paid = pays(scenario, care) if care else has_plan(scenario)
    return is_paid and not is_set_by_law(field, scenario)


def used(scenario: Scenario) -> tuple[str, ...]:
    """Those of them that the bill is worked out from, whatever they are set to.

    That a plan has no copayment, and no deductible where one would come first, counts too.
    """
    covered = [care for care in CARES if is_covered(scenario, care)]
    deductibles = {
        limit_field("deductible_usd", is_other=is_in_other_network(scenario, care))
        for care in covered
        if scenario.of("deductible_applies", care)
    }
    copays = catalog().inputs.by_care("copay")
    of_nothing = {*map(copays.__getitem__, covered), *deductibles}
    return tuple(
        field
        for field in confirmable(scenario)
        if is_in_use(field, scenario) or field in of_nothing
    )
