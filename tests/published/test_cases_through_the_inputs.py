"""Published examples of one person's therapy, entered as whoever uses the page would enter them.

The cases and their sources are those of cost_sharing.json; here each becomes values of inputs, is
read as a link is, and the ledger is held against the published figures.
"""

import json
from pathlib import Path

import pytest
from scenarios import comparison

from carechoice.insurance.engine import Plan

CASES = json.loads((Path(__file__).parent / "cost_sharing.json").read_text(encoding="utf-8"))[
    "cases"
]
TOTALS = {
    "patient": "patient_usd",
    "plan_paid": "plan_usd",
    "deductible": "deductible_usd",
    "copay": "copay_usd",
    "coinsurance": "coinsurance_usd",
    "balance": "balance_usd",
}


def is_therapy(case):
    return {claim["service"] for claim in case["claims"]} == {"therapy"}


THERAPY = [case for case in CASES if is_therapy(case)]


def inputs(case):
    """The case's terms as inputs; every visit of these cases costs the same."""
    ((way, network),) = Plan.model_validate(case["plan"]).networks.items()
    rule = network.rules.get("therapy") or network.rules["*"]
    claim = case["claims"][0]
    assert all(each == claim for each in case["claims"])
    assert network.oop_max is None
    return {
        "network": way,
        "deductible_usd": network.deductible,
        "deductible_met_usd": network.deductible_met,
        "oop_max_applies": "no",
        "therapy_copay_usd": rule.copay,
        "therapy_share_too": "yes" if rule.copay and rule.coinsurance else "no",
        "plan_pays_percent": f"{100 * (1 - rule.coinsurance):g}",
        "therapy_deductible_applies": "yes" if rule.deductible_applies else "no",
        "therapy_sessions": len(case["claims"]),
        "therapy_price_usd": claim["allowed"],
        "therapy_charge_usd": claim.get("billed", 0),
    }


def as_typed(values):
    """Numbers as links write them: 150.0 is 150."""
    return {
        field: f"{value:g}" if isinstance(value, float) else value
        for field, value in values.items()
    }


@pytest.mark.parametrize("case", THERAPY, ids=lambda case: f"{case['id']} {case['title']}")
def test_the_page_answers_with_the_published_bill(case):
    result = comparison(**as_typed(inputs(case)))
    entries = [entry for entry in result.ledger if entry.pathway == "therapy"]
    for key, expected in case["expected"].items():
        found = (
            entries[-1].deductible_left_usd
            if key == "deductible_left"
            else sum(getattr(entry, TOTALS[key]) for entry in entries)
        )
        assert found == pytest.approx(expected, abs=case["tolerance"]), key


def test_the_cases_say_a_copayment_a_share_and_both_on_one_visit():
    assert len(THERAPY) == 9
