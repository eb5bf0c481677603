"""Which terms of a plan a bill depends on, and which of them nobody has to ask for."""

from __future__ import annotations

from typing import get_args

from carechoice.catalog.load import catalog
from carechoice.catalog.rows import Care
from carechoice.inputs.scenario import (
    IN_NETWORK,
    OUT_OF_NETWORK,
    SAME_PLAN,
    SELF_PAY,
    Scenario,
    plan_values,
)

_CARES: tuple[Care, ...] = get_args(Care)
WHOLE_SHARE_PERCENT = 100
# What has no effect where the plan has no out-of-pocket maximum.
CAPPED = ("oop_max_usd", "oop_met_usd")
# What a third way is long by, beside the program.
SESSIONS_OF = {"step_down": "step_down_sessions", "step_up": "step_up_sessions"}
# Without insurance no term of a plan stands among the inputs, but the way back to one does.
WAY_BACK = ("plan", "network")


def has_plan(scenario: Scenario) -> bool:
    """Whether a plan pays a part of the bill."""
    return scenario.network != SELF_PAY


def other_plan_has(field: str, scenario: Scenario) -> bool:
    """Whether the plan to compare with has a term: none without insurance, no cap in Medicare."""
    if scenario.other_plan == SAME_PLAN:
        return True
    terms = plan_values({**scenario.to_values(), "plan": scenario.other_plan})
    is_capped: bool = terms["oop_max_applies"]
    return terms["network"] != SELF_PAY and (field != "other_oop_max_usd" or is_capped)


def is_out_of_network(scenario: Scenario) -> bool:
    """Whether providers bill the person, who claims the plan's part back."""
    return scenario.network == OUT_OF_NETWORK


def is_charged_above(scenario: Scenario, care: Care) -> bool:
    """Whether a provider's charge is, or may be, more than the price the plan allows."""
    charge_usd: float = scenario.of("charge", care)
    price_usd: float = scenario.of("price", care)
    return is_out_of_network(scenario) and (not charge_usd or charge_usd > price_usd)


def has_deductible(scenario: Scenario, *cares: Care) -> bool:
    """Whether a deductible comes first, for one of these kinds of care or for any."""
    applies = (scenario.of("deductible_applies", care) for care in cares or _CARES)
    return has_plan(scenario) and scenario.deductible_usd > 0 and any(applies)


def has_copay(scenario: Scenario, care: Care) -> bool:
    """Whether a fixed amount takes the place of the share."""
    copay_usd: float = scenario.of("copay", care)
    return has_plan(scenario) and copay_usd > 0


def has_share(scenario: Scenario) -> bool:
    """Whether the person pays a share of any visit."""
    by_share = not all(has_copay(scenario, care) for care in _CARES)
    return has_plan(scenario) and by_share and scenario.plan_pays_percent < WHOLE_SHARE_PERCENT


def has_maximum(scenario: Scenario) -> bool:
    """Whether a maximum can stop the bill."""
    return _has_cost_share(scenario) and scenario.oop_max_applies


def owes_nothing(scenario: Scenario) -> bool:
    """Whether the plan's terms leave nothing to pay for any visit, at any price."""
    return scenario.network == IN_NETWORK and not _has_cost_share(scenario)


def _has_cost_share(scenario: Scenario) -> bool:
    """Whether the plan's terms leave a part of any visit to the person."""
    copays = any(has_copay(scenario, care) for care in _CARES)
    return has_deductible(scenario) or has_share(scenario) or copays


def is_set_by_law(field: str, scenario: Scenario) -> bool:
    """Whether the law sets this term of the plan, so that there is nothing to ask."""
    # How providers are paid is the person's to choose, though a plan fills that in, too.
    is_term = bool(catalog().parameters[field].filled_by_plan) and field != "network"
    return is_term and catalog().plans[scenario.plan].set_by_law


def is_in_use(field: str, scenario: Scenario) -> bool:
    """Whether the bill can depend on the input as things stand.

    A term the plan does not have is not in use: a deductible of nothing, a copayment of nothing.
    Nor is what belongs to a third way that was not chosen, or to the way there of visits online.
    """
    row = catalog().parameters[field]
    if row.section == "insurance" and not has_plan(scenario):
        return field in WAY_BACK
    if row.role == "charge":
        return is_out_of_network(scenario)
    if row.role == "copay":
        return bool(getattr(scenario, field))
    if row.role == "deductible_applies":
        return scenario.deductible_usd > 0
    if row.stands_for:
        return scenario.other_plan != SAME_PLAN and other_plan_has(field, scenario)
    conditions = {
        "plan_pays_percent": not all(has_copay(scenario, care) for care in _CARES),
        "deductible_usd": has_deductible(scenario),
        "deductible_met_usd": has_deductible(scenario),
        "oop_max_applies": _has_cost_share(scenario),
        "oop_max_usd": has_maximum(scenario),
        "oop_met_usd": has_maximum(scenario),
        "plan_year_start": has_deductible(scenario) or has_maximum(scenario),
        "travel_usd_per_visit": not scenario.visits_online,
        "travel_minutes_per_visit": not scenario.visits_online,
        **{sessions: path == scenario.third_path for path, sessions in SESSIONS_OF.items()},
    }
    return conditions.get(field, True)


def counts(field: str, scenario: Scenario) -> bool:
    """Whether the input has a part in what is shown; of a plan also that it lacks a term has."""
    if catalog().parameters[field].is_on_one_page_only:
        return True
    is_of_nothing = has_plan(scenario) and not getattr(scenario, field)
    return is_of_nothing or is_in_use(field, scenario)


def has_input(field: str, scenario: Scenario) -> bool:
    """Whether the way of paying has such a term: none without a plan, no amount without a cap.

    Of a plan that the law sets, only the amounts it has are inputs: changing one leaves the plan.
    """
    row = catalog().parameters[field]
    if row.stands_for:
        return other_plan_has(field, scenario)
    if row.role == "charge":
        return has_plan(scenario)
    if row.section != "insurance" or field in WAY_BACK:
        return True
    if not has_plan(scenario) or (field in CAPPED and not scenario.oop_max_applies):
        return False
    is_fixed = catalog().plans[scenario.plan].set_by_law
    return not is_fixed or (row.is_number and is_in_use(field, scenario))


def confirmable(scenario: Scenario) -> tuple[str, ...]:
    """The inputs a plan can confirm, as far as this plan has them; none without a plan."""
    if not has_plan(scenario):
        return ()
    return tuple(
        field
        for field in catalog().options("confirmed")
        if (scenario.oop_max_applies or field not in CAPPED) and not is_set_by_law(field, scenario)
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
