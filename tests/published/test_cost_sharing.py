"""Published examples of cost sharing: plan brochures, state agencies, filed coverage examples.

Each case in cost_sharing.json has its source. Where a source prints a wrong number, the engine
must give the right one and not the printed one.
"""

import json
from pathlib import Path

import pytest

from carechoice.insurance.engine import Claim, Plan, adjudicate

CASES = json.loads((Path(__file__).parent / "cost_sharing.json").read_text(encoding="utf-8"))[
    "cases"
]


def worked_out(case):
    claims = [Claim.model_validate(claim) for claim in case["claims"]]
    return adjudicate(Plan.model_validate(case["plan"]), claims)


def figure(bill, key):
    if key.startswith("per_claim_"):
        return [getattr(claim, key.removeprefix("per_claim_")) for claim in bill.claims]
    return bill.totals[key]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['title']}")
def test_the_bill_is_the_published_one(case):
    bill = worked_out(case)
    for key, expected in case["expected"].items():
        assert figure(bill, key) == pytest.approx(expected, abs=case["tolerance"]), key


WRONG = [case for case in CASES if isinstance(case.get("published_value"), int)]


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case["id"])
def test_a_wrong_published_number_is_not_repeated(case):
    assert worked_out(case).totals["patient"] != case["published_value"]


def test_the_cases_with_a_wrong_printed_amount_are_the_four_known():
    assert [case["id"] for case in WRONG] == ["F07", "F08", "F09", "F10"]
