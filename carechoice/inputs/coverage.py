"""Which terms of a plan a bill depends on, and which of them nobody has to ask for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, get_args

from carechoice.catalog.conditions import all_hold
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Care, Parameter
from carechoice.catalog.tables import OWN_PLAN
from carechoice.inputs.ours import SAME_PLAN, SELF_PAY, plan_values, stated
from carechoice.inputs.scenario import IN_NETWORK, NO_THIRD_PATH, OUT_OF_NETWORK, Scenario

_CARES: tuple[Care, ...] = get_args(Care)
WHOLE_SHARE_PERCENT = 100


def has_plan(scenario: Scenario) -> bool:
    """Whether a plan pays a part of the bill."""
    return scenario.plan.network != SELF_PAY


def other_plan_has(field: str, scenario: Scenario) -> bool:
    """Whether the plan to compare with has a term: none without insurance, no cap in Medicare."""
    if scenario.other_plan.key == SAME_PLAN:
        return True
    rows = catalog().parameters
    terms = plan_values({**scenario.to_values(), "plan": scenario.other_plan.key})
    return all_hold(rows[rows[field].stands_for].needs, terms.__getitem__)


def is_out_of_network(scenario: Scenario) -> bool:
    """Whether providers bill the person, who claims the plan's part back."""
    return scenario.plan.network == OUT_OF_NETWORK


def is_charged_above(scenario: Scenario, care: Care) -> bool:
    """Whether a provider's charge is, or may be, more than the price the plan allows."""
    charge_usd: float = scenario.of("charge", care)
    price_usd: float = scenario.of("price", care)
    return is_out_of_network(scenario) and (not charge_usd or charge_usd > price_usd)


def is_covered(scenario: Scenario, care: Care) -> bool:
    """Whether a plan pays for this kind of care at all."""
    not_covered: bool = scenario.of("not_covered", care)
    return has_plan(scenario) and not not_covered


def pays_percent(scenario: Scenario, care: Care) -> float:
    """The share the plan pays for this care: one of its own, or that for all care."""
    own: float = scenario.of("share", care)
    return own if scenario.of("own_share", care) else scenario.plan.pays_percent


def has_deductible(scenario: Scenario, *cares: Care) -> bool:
    """Whether a deductible comes first, for one of these kinds of care or for any."""
    return scenario.plan.deductible_usd > 0 and any(
        is_covered(scenario, care) and scenario.of("deductible_applies", care)
        for care in cares or _CARES
    )


def has_copay(scenario: Scenario, care: Care) -> bool:
    """Whether a fixed amount is asked for a visit."""
    copay_usd: float = scenario.of("copay", care)
    return is_covered(scenario, care) and copay_usd > 0


def has_share(scenario: Scenario, *cares: Care) -> bool:
    """Whether the person pays a share of a visit, for one of these kinds of care or for any."""
    return any(
        has_share_of(scenario, care) and pays_percent(scenario, care) < WHOLE_SHARE_PERCENT
        for care in cares or _CARES
    )


def has_share_of(scenario: Scenario, care: Care) -> bool:
    """Whether the share counts for this care: alone, or on top of its copayment."""
    by_share = scenario.of("share_too", care) or not scenario.of("copay", care)
    return is_covered(scenario, care) and by_share


def has_copay_and_share(scenario: Scenario, care: Care) -> bool:
    """Whether one visit has a copayment and a share of the price."""
    return has_copay(scenario, care) and has_share(scenario, care)


def is_share_unused(scenario: Scenario) -> bool:
    """Whether the share for all care counts for neither, as each has other terms."""
    return not any(
        has_share_of(scenario, care) and not scenario.of("own_share", care) for care in _CARES
    )


def has_maximum(scenario: Scenario) -> bool:
    """Whether a maximum can stop the bill."""
    return _has_cost_share(scenario) and scenario.plan.oop_max_applies


def owes_nothing(scenario: Scenario) -> bool:
    """Whether the plan's terms leave nothing to pay for any visit, at any price."""
    is_all_covered = all(is_covered(scenario, care) for care in _CARES)
    is_all_paid = is_all_covered and not _has_cost_share(scenario)
    return scenario.plan.network == IN_NETWORK and is_all_paid


def _has_cost_share(scenario: Scenario) -> bool:
    """Whether the plan's terms leave a part of any visit to the person."""
    copays = any(has_copay(scenario, care) for care in _CARES)
    return has_deductible(scenario) or has_share(scenario) or copays


def _has_plan_year(scenario: Scenario) -> bool:
    """Whether there is a limit that starts again with a plan year."""
    return has_deductible(scenario) or has_maximum(scenario)


# Terms that amounts of other terms leave something to do, which no condition in a row could say.
_IN_USE_IF: Mapping[str, Callable[[Scenario], bool]] = {
    "plan_pays_percent": lambda scenario: not is_share_unused(scenario),
    "deductible_usd": has_deductible,
    "deductible_met_usd": has_deductible,
    "oop_max_applies": _has_cost_share,
    "oop_max_usd": has_maximum,
    "oop_met_usd": has_maximum,
    "plan_year_start": _has_plan_year,
}

_IN_USE_BY_ROLE: Mapping[str, Callable[[Scenario, Care], bool]] = {
    "copay": lambda scenario, care: bool(scenario.of("copay", care)),
    "share_too": lambda scenario, care: (
        has_copay(scenario, care) and pays_percent(scenario, care) < WHOLE_SHARE_PERCENT
    ),
    "deductible_applies": lambda scenario, _: scenario.plan.deductible_usd > 0,
    "own_share": lambda scenario, care: (
        scenario.of("own_share", care) and has_share_of(scenario, care)
    ),
    "share": has_share_of,
    "not_covered": lambda scenario, care: bool(scenario.of("not_covered", care)),
}


def is_set_by_law(field: str, scenario: Scenario) -> bool:
    """Whether the law sets this term of the plan, so that there is nothing to ask.

    It does so as well where only a price is the person's own; one term of theirs, and the plan is
    another.
    """
    is_fixed = catalog().plans[scenario.origins.filled_by].set_by_law
    return field in _terms() and is_fixed and not has_terms_of_its_own(scenario)


def has_terms_of_its_own(scenario: Scenario) -> bool:
    """Whether a term is another than the example plan's; a price of the person's own is none."""
    return scenario.plan.key == OWN_PLAN and bool(_terms() & scenario.given)


def example_behind(scenario: Scenario) -> str:
    """The example plan, by key, that terms of the bill come from; the person's own if none does."""
    if scenario.plan.key != OWN_PLAN:
        return scenario.plan.key
    plan = scenario.origins.filled_by
    # No insurance is listed as an example, too, and fills in no terms for those who have one.
    is_a_plan = stated("network", {"filled_by": plan}) != SELF_PAY
    is_left = any(counts(field, scenario) for field in _terms() - scenario.given)
    return plan if is_a_plan and is_left else OWN_PLAN


def _terms() -> set[str]:
    """What makes a plan, as a field each."""
    # How providers are paid is the person's to choose, though a plan fills that in, too.
    return {*catalog().inputs.filled_by_a_plan} - {"network"}


def is_in_use(field: str, scenario: Scenario) -> bool:
    """Whether the bill can depend on the input as things stand.

    A term the plan does not have is not in use: a deductible of nothing, a copayment of nothing.
    Nor is what belongs to a third way that was not chosen, or to the way there of visits online.
    """
    row = catalog().parameters[field]
    if not _is_there(row, scenario) or is_disabled(row, scenario.value):
        return False
    if row.care and row.role in _IN_USE_BY_ROLE:
        return _IN_USE_BY_ROLE[row.role](scenario, row.care)
    if row.stands_for:
        return other_plan_has(field, scenario)
    if row.section == "third":
        return field in lengths_of_third_way(scenario) if row.is_number else _has_third_ways()
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
    """Whether the input has no effect with these values, as travel where visits are online."""
    return bool(row.disabled_when) and all_hold(row.disabled_when, value_of)


def lengths_of_third_way(scenario: Scenario) -> tuple[str, ...]:
    """What the chosen third way is long by, beside what the two options are long by."""
    if scenario.third_way.pathway == NO_THIRD_PATH:
        return ()
    lengths = catalog().paths[scenario.third_way.pathway].fields
    return tuple(field for field in lengths if catalog().parameters[field].role != "length")


def counts(field: str, scenario: Scenario) -> bool:
    """Whether the input has a part in what is shown; of a plan also that it lacks a term has."""
    if catalog().parameters[field].is_on_one_page_only:
        return True
    is_of_nothing = has_plan(scenario) and not scenario.value(field)
    return is_of_nothing or is_in_use(field, scenario)


def has_input(field: str, scenario: Scenario) -> bool:
    """Whether the way of paying has such a term: none without a plan, no amount without a cap.

    A share on top of a copayment is one beside a copayment only.
    Of a plan that the law sets, only the amounts it has are inputs: changing one leaves the plan.
    Nor is there a choice of third ways where there are none, or the length of one where no way is
    as long as it says.
    """
    row = catalog().parameters[field]
    if row.stands_for:
        return other_plan_has(field, scenario)
    if row.section == "third":
        return _is_length_of_any(field) if row.is_number else _has_third_ways()
    if not _is_there(row, scenario):
        return False
    if row.care and row.role == "share_too" and not has_copay(scenario, row.care):
        return False
    is_fixed = row.is_plan_term and catalog().plans[scenario.plan.key].set_by_law
    return not is_fixed or (row.is_number and is_in_use(field, scenario))


def _has_third_ways() -> bool:
    return bool(catalog().third_ways)


def _is_length_of_any(field: str) -> bool:
    return any(field in catalog().paths[way].fields for way in catalog().third_ways)


def _is_there(row: Parameter, scenario: Scenario) -> bool:
    return all_hold(row.needs, scenario.value)


def confirmable(scenario: Scenario) -> tuple[str, ...]:
    """The inputs a plan can confirm, as far as this plan has them; none without a plan."""
    if not has_plan(scenario):
        return ()
    return tuple(
        field
        for field in catalog().options("confirmed")
        if _is_there(catalog().parameters[field], scenario) and not is_set_by_law(field, scenario)
    )


def used(scenario: Scenario) -> tuple[str, ...]:
    """Those of them that the bill is worked out from, whatever they are set to.

    That a plan has no copayment, and no deductible where one would come first, counts too.
    """
    applies = any(scenario.of("deductible_applies", care) for care in _CARES)
    of_nothing = {
        *catalog().inputs.by_care("copay").values(),
        *(["deductible_usd"] if applies else []),
    }
    return tuple(
        field
        for field in confirmable(scenario)
        if is_in_use(field, scenario) or field in of_nothing
    )
