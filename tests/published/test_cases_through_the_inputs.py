"""Published examples of one person's visits, entered as whoever uses the page would enter them.

The cases and their sources are those of cost_sharing.json. Each that has one service, as visits
that are all alike, becomes values of inputs: of therapy and of a program, as far as their numbers
can be entered. A claim that is more than a visit may cost becomes visits that add up to it, where
the bill hangs on the sum alone: with one share and no copayment. It is read as a link is, and the
ledger is held against the published figures.
"""

import json
from pathlib import Path

import pytest
from scenarios import comparison

from carechoice.catalog.in_use import catalog
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
    "not_covered": "not_covered_usd",
}
FIELDS = {
    "therapy": {
        "price": "therapy_price_usd",
        "charge": "therapy_charge_usd",
        "copay": "therapy_copay_usd",
        "visit_limit": "therapy_visit_limit",
    },
    "iop": {
        "price": "iop_price_per_day_usd",
        "charge": "iop_charge_per_day_usd",
        "copay": "iop_copay_per_day_usd",
        "visit_limit": "iop_day_limit",
    },
}
# How many days a program of one week has, by its hours; a longer one has so many each week.
HOURS = {1: 3, 4: 12}
MOST_VISITS = 104


def visits_of(case, care):
    """(number, price, charge) of the case's visits; of a claim for days, those of its days.

    None where they are no visits of this kind of care.
    """
    claim = case["claims"][0]
    days = claim.get("units", 1)
    charge = claim.get("billed", 0)
    whole = days * len(case["claims"]), claim["allowed"] / days, charge / days
    is_entered = max(whole[1:]) <= most_usd(care)
    if is_entered and (care == "therapy" or whole[0] in HOURS):
        return whole
    return in_parts(claim, care) if hangs_on_the_sum(case) else None


def most_usd(care):
    """The most that both price and charge of a visit can be."""
    return min(
        float(catalog().parameters[FIELDS[care][each]].maximum) for each in ("price", "charge")
    )


def hangs_on_the_sum(case):
    return len(case["claims"]) == 1 and "units" not in case["claims"][0] and not rule_of(case).copay


def in_parts(claim, care):
    """The claim as the fewest equal visits in whole cents: sessions, or weeks of four days."""
    allowed, charge = (round(100 * claim.get(name, 0)) for name in ("allowed", "billed"))
    for number in range(1, MOST_VISITS + 1):
        is_whole = allowed % number == 0 == charge % number
        is_week = care == "therapy" or number % 4 == 0
        if is_whole and is_week and max(allowed, charge) / number <= 100 * most_usd(care):
            return number, allowed / number / 100, charge / number / 100
    return None


def rule_of(case):
    (network,) = Plan.model_validate(case["plan"]).networks.values()
    service = case["claims"][0]["service"]
    return network.rules.get(service) or network.rules["*"]


def is_of_one_service(case):
    """Visits for one person in one network that are all alike, with terms an input has."""
    plan, claims = case["plan"], case["claims"]
    if len(plan["networks"]) > 1 or plan.get("family") or any(c != claims[0] for c in claims):
        return False
    rule = rule_of(case)
    has_both = rule.copay and rule.coinsurance
    is_known = not has_both or rule.coinsurance_base in ("after_deductible", "remainder")
    (network,) = plan["networks"].values()
    return is_known and not network.get("coinsurance_cap")


def fits(case, care):
    """Whether a bill for this kind of care may have such visits."""
    return is_of_one_service(case) and visits_of(case, care) is not None


ENTERED = [(case, care) for case in CASES for care in FIELDS if fits(case, care)]


def inputs(case, care):
    """The case's terms as inputs; every visit of these cases costs the same."""
    ((way, network),) = Plan.model_validate(case["plan"]).networks.items()
    rule, (number, price, charge) = rule_of(case), visits_of(case, care)
    fields = FIELDS[care]
    length = (
        {"therapy_sessions": number}
        if care == "therapy"
        else {
            "iop_weeks": max(1, number // 4),
            "iop_hours_per_day": 3,
            "iop_hours_per_week": HOURS[min(number, 4)],
        }
    )
    return {
        "network": way,
        "deductible_usd": network.deductible,
        "deductible_met_usd": network.deductible_met,
        "oop_max_applies": "no" if network.oop_max is None else "yes",
        "oop_max_usd": network.oop_max or 0,
        "oop_met_usd": network.oop_met,
        "plan_pays_percent": f"{100 * (1 - rule.coinsurance):g}",
        f"{care}_share_too": "yes" if rule.copay and rule.coinsurance else "no",
        f"{care}_share_of_rest": "yes" if rule.coinsurance_base == "remainder" else "no",
        f"{care}_deductible_applies": "yes" if rule.deductible_applies else "no",
        fields["copay"]: rule.copay,
        fields["visit_limit"]: rule.visit_limit or 0,
        fields["price"]: price,
        fields["charge"]: charge,
        **length,
    }


def as_typed(values):
    """Numbers as links write them: 150.0 is 150."""
    return {
        field: f"{value:g}" if isinstance(value, float) else value
        for field, value in values.items()
    }


def found(key, entries):
    if key == "deductible_left":
        return entries[-1].deductible_left_usd
    if key == "not_covered_visits":
        return sum(entry.not_covered_usd > 0 for entry in entries)
    if key == "cost_share":
        return sum(e.deductible_usd + e.copay_usd + e.coinsurance_usd for e in entries)
    return sum(getattr(entry, TOTALS[key]) for entry in entries)


@pytest.mark.parametrize(
    ("case", "care"), ENTERED, ids=[f"{case['id']} as {care}" for case, care in ENTERED]
)
def test_the_page_answers_with_the_published_bill(case, care):
    result = comparison(**as_typed(inputs(case, care)))
    entries = [entry for entry in result.ledger if entry.pathway == care]
    for key, expected in case["expected"].items():
        assert found(key, entries) == pytest.approx(expected, abs=case["tolerance"]), key


def test_the_limit_of_a_family_stops_the_bills_of_two_members():
    """Cases B26 and B27: each is entered as that member, with what the others have paid."""
    cases = {case["id"]: case for case in CASES}
    alone = {"plan_pays_percent": 0, "deductible_usd": 0, "oop_max_usd": 6850,
             "therapy_copay_usd": 0, "therapy_price_usd": 1000}  # fmt: skip
    first, second = cases["B26"]["expected"]["per_claim_patient"]
    of_all = {"family_oop_max_usd": cases["B26"]["plan"]["family"]["oop_max"]}
    assert _therapy_usd(alone | of_all | {"therapy_sessions": 20}) == first
    paid = {"family_oop_met_usd": first, "therapy_sessions": 5}
    assert _therapy_usd(alone | of_all | paid) == second
    of_all = {"family_oop_max_usd": cases["B27"]["plan"]["family"]["oop_max"]}
    one = _therapy_usd(alone | of_all | {"therapy_sessions": 25})
    assert one == cases["B27"]["expected"]["patient"]


def _therapy_usd(inputs):
    return comparison(**inputs).options["therapy"].patient_total_usd


def test_the_cases_say_a_copayment_a_share_both_on_one_visit_a_limit_and_days():
    """Of therapy and of a program; A17 is the per diem that programs are billed by."""
    entered = {(case["id"], care) for case, care in ENTERED}
    assert {("A05", "therapy"), ("A14", "therapy"), ("B31", "therapy"), ("A17", "iop")} <= entered
    # A share of what the copayment leaves. That of F07 is for one stay of $10,000.
    assert {("B04", "therapy"), ("B04", "iop"), ("E07", "iop")} <= entered
    assert len(entered) == 62
