"""What a plan leaves of a visit of each kind of care, by its terms and the network it is in."""

from __future__ import annotations

from math import inf

from carechoice.catalog.conditions import all_hold
from carechoice.catalog.in_use import catalog
from carechoice.catalog.inputs import Role
from carechoice.catalog.rows import CARES, Care
from carechoice.catalog.tables import SELF_PAY
from carechoice.inputs.parts import NetworkLimits
from carechoice.inputs.scenario import OUT_OF_NETWORK, Scenario
from carechoice.inputs.stated_values import SAME_PLAN, plan_values, way_of_paying

WHOLE_SHARE_PERCENT = 100
# How the names of the other network's limits begin.
OF_OTHER_NETWORK = "other_net_"


def network_of(scenario: Scenario, care: Care) -> str:
    """How this kind of care is paid: in network, out of network, or without insurance."""
    return way_of_paying(care, scenario.value)


def has_plan(scenario: Scenario, *cares: Care) -> bool:
    """Whether a plan pays a part of the bill, for one of these kinds of care or for any."""
    return any(network_of(scenario, care) != SELF_PAY for care in cares or CARES)


def is_in_other_network(scenario: Scenario, *cares: Care) -> bool:
    """Whether one of these kinds of care, or any, is in a network with limits of its own."""
    if not has_limits_by_network(scenario):
        return False
    networks = {network_of(scenario, care) for care in cares or CARES}
    return bool(networks - {scenario.plan.network, SELF_PAY})


def has_limits_by_network(scenario: Scenario) -> bool:
    """Whether the plan keeps apart what is paid in each network.

    One that the law sets has the same limits whoever is paid: Part B has one deductible.
    """
    return not catalog().plans[scenario.origins.filled_by].set_by_law


def other_plan_has(field: str, scenario: Scenario) -> bool:
    """Whether the plan to compare with has a term: none without insurance, no cap in Medicare."""
    if scenario.other_plan.key == SAME_PLAN:
        return True
    rows = catalog().parameters
    terms = plan_values({**scenario.to_values(), "plan": scenario.other_plan.key})
    return all_hold(rows[rows[field].stands_for].needs, terms.__getitem__)


def is_out_of_network(scenario: Scenario, *cares: Care) -> bool:
    """Whether providers of this care, or of any, bill the person, who claims a part back."""
    return any(network_of(scenario, care) == OUT_OF_NETWORK for care in cares or CARES)


def is_term_out_of_network(field: str, scenario: Scenario) -> bool:
    """Whether a term of the plan is for care out of network: that of its kind of care, or all."""
    care = catalog().parameters[field].care
    if care:
        return is_out_of_network(scenario, care)
    return scenario.plan.network == OUT_OF_NETWORK


def is_charged_above(scenario: Scenario, care: Care) -> bool:
    """Whether a provider's charge is, or may be, more than the price the plan allows."""
    charge_usd: float = scenario.of("charge", care)
    price_usd: float = scenario.of("price", care)
    return is_out_of_network(scenario, care) and (not charge_usd or charge_usd > price_usd)


def is_covered(scenario: Scenario, care: Care) -> bool:
    """Whether a plan pays for this kind of care at all."""
    not_covered: bool = scenario.of("not_covered", care)
    return has_plan(scenario, care) and not not_covered


def is_claimed_back(scenario: Scenario, *cares: Care) -> bool:
    """Whether a plan pays a part of care out of its network: of this care, or of any."""
    return any(
        is_covered(scenario, care) and is_out_of_network(scenario, care) for care in cares or CARES
    )


def pays_percent(scenario: Scenario, care: Care) -> float:
    """The share the plan pays for this care: one of its own, or that for all care."""
    own: float = scenario.of("share", care)
    return own if scenario.of("own_share", care) else scenario.plan.pays_percent


def has_deductible(scenario: Scenario, *cares: Care) -> bool:
    """Whether a deductible comes first, for one of these kinds of care or for any."""
    return any(
        deductible_usd(scenario, care) > 0
        and is_covered(scenario, care)
        and scenario.of("deductible_applies", care)
        for care in cares or CARES
    )


def limits_entered(scenario: Scenario, *, is_other: bool) -> NetworkLimits:
    """The person's own limits of the network of all care, or of the other one, as entered."""
    plan, met = scenario.plan, scenario.met
    if is_other:
        return plan.other_network
    return NetworkLimits(
        plan.deductible_usd,
        met.deductible_usd,
        met.deductible_late_usd,
        plan.oop_max_applies,
        plan.oop_max_usd,
        met.oop_usd,
    )


def limits_of(scenario: Scenario, *, is_other: bool) -> NetworkLimits:
    """The limits of a network as they bind the person: their own, within those of their family.

    What one member pays counts toward both, so the limit that has less left stays the one that
    binds until a new plan year. Of what other members paid nothing is carried over to it.
    """
    own, family = limits_entered(scenario, is_other=is_other), scenario.plan.family
    met_late_usd = min(own.deductible_met_late_usd, own.deductible_met_usd)
    own = own._replace(deductible_met_late_usd=met_late_usd)
    if is_other:
        return own
    deductible_usd, deductible_met_usd = _within_family(
        (own.deductible_usd, own.deductible_met_usd),
        (family.deductible_usd, family.deductible_met_usd),
    )
    own_usd = own.oop_max_usd if own.oop_max_applies else inf
    oop_max_usd, oop_met_usd = _within_family(
        (own_usd, own.oop_met_usd), (family.oop_max_usd, family.oop_met_usd)
    )
    is_capped = oop_max_usd < inf
    return NetworkLimits(
        deductible_usd,
        deductible_met_usd,
        met_late_usd,
        is_capped,
        oop_max_usd if is_capped else own.oop_max_usd,
        oop_met_usd if is_capped else own.oop_met_usd,
    )


def _within_family(
    own_usd: tuple[float, float], family_usd: tuple[float, float]
) -> tuple[float, float]:
    """A limit and what was paid toward it, each as (limit, paid); a family's of 0 is none."""
    (own, own_met), (family, family_met) = own_usd, family_usd
    if not family:
        return own_usd
    limit, left = min(own, family), max(0.0, min(own - own_met, family - family_met))
    return limit, round(limit - min(left, limit), 2)


def limit_field(name: str, *, is_other: bool) -> str:
    """The input of a limit of the network of all care, or of the limit named alike in the other."""
    return f"{OF_OTHER_NETWORK}{name}" if is_other else name


def deductible_usd(scenario: Scenario, care: Care) -> float:
    """The deductible of the network that this kind of care is in."""
    return limits_of(scenario, is_other=is_in_other_network(scenario, care)).deductible_usd


def has_copay(scenario: Scenario, care: Care) -> bool:
    """Whether a fixed amount is asked for a visit."""
    return _has("copay", scenario, care)


def has_first_visits(scenario: Scenario, care: Care) -> bool:
    """Whether the first visits of a plan year have terms of their own."""
    return _has("first_visits", scenario, care)


def has_first_copay(scenario: Scenario, care: Care) -> bool:
    """Whether a fixed amount is asked for the first visits of a plan year."""
    copay_usd: float = scenario.of("first_copay", care)
    return has_first_visits(scenario, care) and copay_usd > 0


def has_visit_limit(scenario: Scenario, care: Care) -> bool:
    """Whether a plan limits the visits it pays for in a plan year."""
    return _has("visit_limit", scenario, care)


def _has(role: Role, scenario: Scenario, care: Care) -> bool:
    """Whether a plan that pays for the care has this term: 0 says that it has none."""
    term: float = scenario.of(role, care)
    return is_covered(scenario, care) and term > 0


def counts_paid_visits_only(scenario: Scenario, care: Care) -> bool:
    """Whether visits that the plan paid nothing of count toward no limit of a plan year."""
    only_paid: bool = scenario.of("only_paid_count", care)
    return only_paid and has_visit_limit(scenario, care)


def may_stop_paying(scenario: Scenario, care: Care) -> bool:
    """Whether there may be visits of covered care that a plan does not pay for."""
    stops_after: int = scenario.of("stops_after", care)
    return is_covered(scenario, care) and (stops_after > 0 or has_visit_limit(scenario, care))


def counts_visits(scenario: Scenario, care: Care) -> bool:
    """Whether it matters how many visits of the plan year are used before the first day."""
    return has_visit_limit(scenario, care) or has_first_visits(scenario, care)


def has_penalty(scenario: Scenario, care: Care) -> bool:
    """Whether the plan pays less for a visit, as it has no approval."""
    amounts = scenario.of("penalty", care), scenario.of("penalty_share", care)
    return is_covered(scenario, care) and any(amounts)


def starts_again(scenario: Scenario) -> bool:
    """Whether a new plan year takes something: a limit, or visits that were counted."""
    counted = any(counts_visits(scenario, care) for care in CARES)
    return counted or has_deductible(scenario) or has_maximum(scenario)


def has_share(scenario: Scenario, *cares: Care) -> bool:
    """Whether the person pays a share of a visit, for one of these kinds of care or for any."""
    return any(
        has_share_of(scenario, care) and pays_percent(scenario, care) < WHOLE_SHARE_PERCENT
        for care in cares or CARES
    )


def has_share_of(scenario: Scenario, care: Care) -> bool:
    """Whether the share counts for this care: alone, or on top of its copayment."""
    by_share = scenario.of("share_too", care) or not scenario.of("copay", care)
    return is_covered(scenario, care) and by_share


def has_copay_and_share(scenario: Scenario, care: Care) -> bool:
    """Whether one visit has a copayment and a share of the price."""
    return has_copay(scenario, care) and has_share(scenario, care)


def has_share_of_rest(scenario: Scenario, care: Care) -> bool:
    """Whether the share of a visit with both is one of what the copayment leaves."""
    is_of_rest: bool = scenario.of("share_of_rest", care)
    return is_of_rest and has_copay_and_share(scenario, care)


def is_share_unused(scenario: Scenario) -> bool:
    """Whether the share for all care counts for neither, as each has other terms."""
    return not any(
        has_share_of(scenario, care) and not scenario.of("own_share", care) for care in CARES
    )


def has_maximum(scenario: Scenario, *cares: Care) -> bool:
    """Whether a maximum can stop the bill, for one of these kinds of care or for any."""
    return any(
        has_cost_share(scenario, care)
        and limits_of(scenario, is_other=is_in_other_network(scenario, care)).oop_max_applies
        for care in cares or CARES
    )


def owes_nothing(scenario: Scenario) -> bool:
    """Whether the plan's terms leave nothing to pay for any visit, at any price."""
    beside = any(may_stop_paying(scenario, c) or has_penalty(scenario, c) for c in CARES)
    is_owed = beside or has_cost_share(scenario) or is_out_of_network(scenario)
    return not is_owed and all(is_covered(scenario, care) for care in CARES)


def has_cost_share(scenario: Scenario, *cares: Care) -> bool:
    """Whether the plan's terms leave a part of a visit to the person, of this care or of any."""
    copays = any(
        has_copay(scenario, care) or has_first_copay(scenario, care) for care in cares or CARES
    )
    return has_deductible(scenario, *cares) or has_share(scenario, *cares) or copays
