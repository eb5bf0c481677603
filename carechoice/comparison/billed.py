"""What the engine is asked of a scenario: its plan, and a claim for each visit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from carechoice.catalog.rows import Care
from carechoice.comparison.course import Visit, charge_usd, visit_price_usd
from carechoice.inputs.coverage import has_share_of, is_covered, pays_percent
from carechoice.inputs.ours import SELF_PAY
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.engine import Adjudication, Claim, Network, Plan, Rule, adjudicate


def plan_of(scenario: Scenario) -> Plan:
    """The scenario's insurance terms, with a rule of its own for therapy and for the IOP.

    A copayment takes the place of coinsurance, or is on top of it (published case A05). What was
    paid already belongs to the plan year of the first day, also where the first visit comes later.
    """
    year = scenario.plan.year_start
    if scenario.plan.network == SELF_PAY:
        return Plan(self_pay=True, plan_year_start=year)
    network = Network(
        deductible=scenario.plan.deductible_usd,
        deductible_met=scenario.met.deductible_usd,
        oop_max=scenario.plan.oop_max_usd if scenario.plan.oop_max_applies else None,
        oop_met=scenario.met.oop_usd,
        rules={care: _rule(scenario, care) for care in get_args(Care)},
    )
    return Plan(
        networks={scenario.plan.network: network}, plan_year_start=year, met_on=scenario.start_date
    )


def _rule(scenario: Scenario, care: Care) -> Rule:
    """The plan's terms for a kind of care; of care it does not cover it pays no visit."""
    is_shared = has_share_of(scenario, care)
    return Rule(
        copay=scenario.of("copay", care),
        coinsurance=1 - pays_percent(scenario, care) / 100 if is_shared else 0,
        coinsurance_base="after_deductible",
        deductible_applies=scenario.of("deductible_applies", care),
        visit_limit=None if is_covered(scenario, care) else 0,
    )


def bill_of(scenario: Scenario, plan: Plan, course: Sequence[Visit]) -> Adjudication:
    """The bill of a course."""
    prices = {care: visit_price_usd(scenario, care) for care in get_args(Care)}
    billed = {care: charge_usd(scenario, care) for care in get_args(Care)}
    claims = [
        Claim(
            visit.care,
            prices[visit.care],
            scenario.plan.network,
            billed[visit.care],
            date=visit.date,
        )
        for visit in course
    ]
    return adjudicate(plan, claims)
