"""What the same care costs under another plan, in words."""

import pytest
from scenarios import comparison, scenario

from carechoice.comparison.compare import compare
from carechoice.inputs.changes import under_other_plan
from carechoice.topics.bill.other_plan import under_another_plan


def test_another_plan_changes_the_terms_and_the_listed_prices():
    """Medicare: $283, then 20% of $167 and of $319.38, and no maximum.

    Therapy: $167; $116 and 20% of $51, $10.20; 16 at $33.40, $534.40.
    IOP: $283 and 20% of $36.38, $7.28; 23 days at $63.88, $1,469.24.
    """
    result = comparison(other_plan="medicare", deductible_met_usd=100)
    other = under_other_plan(result.scenario)
    assert other.met.deductible_usd == 0
    then = compare(other)
    assert then.options["therapy"].patient_usd.likely == pytest.approx(167 + 116 + 10.20 + 534.40)
    assert then.options["iop"].patient_usd.likely == pytest.approx(283 + 7.28 + 1469.24)
    assert under_another_plan(result, then) == [
        "Therapy: $486 to $2,383 now, about $828 under the other plan.",
        "IOP: $1,421 to $4,616 now, about $1,760 under the other plan.",
    ]


def test_with_terms_that_are_known_the_difference_to_another_plan_is_told():
    """$27 a session, 18 times, at any price; $828 as above."""
    known = {"therapy_copay_usd": 27, "therapy_deductible_applies": "no"}
    result = comparison(other_plan="medicare", deductible_met_usd=100, **known)
    told, _ = under_another_plan(result, compare(under_other_plan(result.scenario)))
    assert told == ("Therapy: $486 now, about $828 under the other plan. That is about $342 more.")


@pytest.mark.parametrize("plan", ["high_deductible", "medicare", "masshealth", "none"])
def test_care_without_insurance_costs_the_same_whatever_plan_pays_the_other_care(plan):
    """18 sessions at the fee that is taken for granted, $150, or at one of few and of many."""
    own = comparison(therapy_network="self_pay", other_plan=plan)
    assert own.options["therapy"].patient_usd.likely == 18 * 150
    told, iop = under_another_plan(own, compare(under_other_plan(own.scenario)))
    both = "now, and the same without insurance" if plan == "none" else "under both plans"
    assert told == f"Therapy: $2,293 to $3,803 {both}."
    assert " now, " in iop


def test_a_fee_of_ones_own_without_insurance_is_the_same_under_both_plans():
    own = comparison(therapy_network="self_pay", therapy_charge_usd=140, other_plan="medicare")
    told, _ = under_another_plan(own, compare(under_other_plan(own.scenario)))
    assert told == "Therapy: $2,520 under both plans."


def test_a_price_of_ones_own_stays_under_another_plan():
    own = comparison(other_plan="medicare", iop_price_per_day_usd=300).scenario
    other = under_other_plan(own)
    assert (other.iop.price_per_day_usd, other.therapy.price_usd) == (300, 167)


def test_no_other_plan_is_compared_until_one_is_chosen():
    assert under_other_plan(scenario()) is None
