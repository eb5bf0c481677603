"""Inputs that contradict each other get a sentence; nothing is blocked."""

import pytest
from scenarios import comparison

from carechoice.checks import warnings

CONTRADICTIONS = [
    ({"deductible_usd": 500, "deductible_met_usd": 600, "oop_met_usd": 600}, "fully met"),
    ({"oop_met_usd": 5000}, "maximum as reached"),
    ({"deductible_met_usd": 500, "oop_met_usd": 100}, "also counts"),
    ({"deductible_usd": 5000}, "above your out-of-pocket maximum"),
    ({"oop_max_usd": 12000}, "the most the law allows"),
    ({"plan_pays_percent": 20}, "If that is your own share"),
    ({"therapy_copay_usd": 200}, "more than the price of a session"),
    ({"iop_copay_per_day_usd": 300}, "more than the price of a program day"),
    ({"iop_hours_per_week": 20}, "5 days of 4 hours"),
    ({"iop_hours_per_week": 3, "iop_hours_per_day": 5}, "longer than the whole week"),
    ({"plan": "none", "iop_price_per_day_usd": 650}, "$15,600"),
]


@pytest.mark.parametrize(("inputs", "part"), CONTRADICTIONS)
def test_a_contradiction_gets_one_sentence_and_still_an_answer(inputs, part):
    result = comparison(**inputs)
    told = warnings(result)
    assert len(told) == 1
    assert part in told[0]
    assert result.options["iop"].patient_usd.likely >= 0


@pytest.mark.parametrize("plan", ["employer", "high_deductible", "medicare", "masshealth", "none"])
def test_no_example_plan_warns(plan):
    assert warnings(comparison(plan=plan)) == []


def test_the_plans_terms_are_not_doubted_where_they_are_not_used():
    assert warnings(comparison(plan="none", deductible_usd=5000)) == []


def test_a_cap_that_is_off_is_not_doubted():
    assert warnings(comparison(oop_max_applies="false", oop_met_usd=9000)) == []
