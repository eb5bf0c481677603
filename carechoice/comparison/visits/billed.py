"""What the engine is given: the plan of a scenario, and a claim for each visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from math import inf

from carechoice.catalog.rows import CARES, Care
from carechoice.catalog.tables import SELF_PAY
from carechoice.comparison.visits.carried_over import carry_over_months
from carechoice.comparison.visits.course import Visit
from carechoice.comparison.visits.prices import charge_usd, penalty_usd, visit_price_usd
from carechoice.inputs.coverage import (
    counts_paid_visits_only,
    has_limits_by_network,
    has_plan,
    has_share_of,
    is_covered,
    limits_of,
    network_of,
    pays_percent,
)
from carechoice.inputs.scenario import IN_NETWORK, Scenario
from carechoice.insurance.engine import Adjudication, Claim, Network, Plan, Rule, adjudicate


def plan_of(scenario: Scenario) -> Plan:
    """The scenario's insurance terms, with one rule for therapy and one for the IOP.

    A copayment replaces coinsurance, or comes on top of it (published case A05); the share may then
    be one of what the copayment leaves (B04). What was paid already belongs to the plan year of the
    first day, even if the first visit is later.
    """
    year = scenario.plan.year_start
    if not has_plan(scenario):
        return Plan(self_pay=True, plan_year_start=year)
    names = {_billed_in(scenario, care) for care in CARES}
    networks = {name: _network(scenario, name, names) for name in names}
    return Plan(networks=networks, plan_year_start=year, met_on=scenario.start_date)


def _network(scenario: Scenario, name: str, names: Set[str]) -> Network:
    """The limits and rules of one network of the plan.

    If a plan has a single set of limits, payments in any network count toward it.
    """
    is_apart = has_limits_by_network(scenario)
    limits = limits_of(scenario, is_other=is_apart and name != scenario.plan.network)
    return Network(
        deductible=limits.deductible_usd,
        deductible_met=limits.deductible_met_usd,
        carry_over_months=carry_over_months() if scenario.plan.deductible_carries_over else 0,
        deductible_met_late=limits.deductible_met_late_usd,
        oop_max=limits.oop_max_usd if limits.oop_max_applies else None,
        oop_met=limits.oop_met_usd,
        credits=() if is_apart else tuple(names - {name}),
        rules={care: _rule(scenario, care) for care in CARES},
    )


def _billed_in(scenario: Scenario, care: Care) -> str:
    """The network of a claim. Care paid without the plan is billed as in network."""
    network = network_of(scenario, care)
    return IN_NETWORK if network == SELF_PAY else network


def _rule(scenario: Scenario, care: Care) -> Rule:
    """The plan's terms for a kind of care. For care it does not cover, the visit limit is 0."""
    is_shared = has_share_of(scenario, care)
    first_visits: int = scenario.of("first_visits", care)
    return Rule(
        copay=scenario.of("copay", care),
        coinsurance=1 - pays_percent(scenario, care) / 100 if is_shared else 0,
        coinsurance_base="remainder" if scenario.of("share_of_rest", care) else "after_deductible",
        deductible_applies=scenario.of("deductible_applies", care),
        visit_limit=_visit_limit(scenario, care),
        limit_counts="paid" if counts_paid_visits_only(scenario, care) else "covered",
        visits_used=scenario.of("visits_used", care),
        first_visits=first_visits,
        first_terms=_first_terms(scenario, care) if first_visits else None,
    )


def _visit_limit(scenario: Scenario, care: Care) -> int | None:
    """How many visits in a plan year the plan pays for; None without a limit."""
    if not is_covered(scenario, care):
        return 0
    limit: int = scenario.of("visit_limit", care)
    return limit or None


def _first_terms(scenario: Scenario, care: Care) -> Rule:
    """The terms of the first visits of a plan year: a copayment, which may be nothing."""
    return Rule(copay=scenario.of("first_copay", care), deductible_applies=False)


def bill_of(scenario: Scenario, plan: Plan, course: Sequence[Visit]) -> Adjudication:
    """The bill of a course."""
    prices = {care: visit_price_usd(scenario, care) for care in CARES}
    networks = {care: _billed_in(scenario, care) for care in CARES}
    billed = {care: charge_usd(scenario, care) for care in CARES}
    penalties = {care: penalty_usd(scenario, care) for care in CARES}
    claims = [
        Claim(
            visit.care,
            prices[visit.care],
            networks[visit.care],
            billed[visit.care],
            is_paid_on,
            visit.date,
            penalty=penalties[visit.care],
        )
        for visit, is_paid_on in zip(course, _is_paid_on(scenario, course), strict=True)
    ]
    return adjudicate(plan, claims)


def _is_paid_on(scenario: Scenario, course: Sequence[Visit]) -> Iterator[bool]:
    """For each visit, whether the plan still pays for this kind of care."""
    left = {care: scenario.of("stops_after", care) or inf for care in CARES}
    for visit in course:
        left[visit.care] -= 1
        yield left[visit.care] >= 0
