"""The bill of single claims, worked by hand as a biller would."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from carechoice.insurance.engine import Claim, Plan, adjudicate


def plan(rule, **network):
    return Plan.model_validate({"networks": {"in": {"rules": {"*": rule}, **network}}})


def bill(rule, *allowed, **network):
    return adjudicate(plan(rule, **network), [Claim("visit", each) for each in allowed])


def test_a_copay_outside_the_deductible_does_not_fill_it():
    totals = bill({"copay": 27, "deductible_applies": False}, 130, 130, deductible=1000).totals
    assert totals["patient"] == 54
    assert totals["deductible"] == 0
    assert totals["deductible_left"] == 1000


def test_a_copay_is_never_more_than_the_price():
    assert bill({"copay": 50}, 30).totals["patient"] == 30


def test_the_claim_that_crosses_the_deductible_pays_coinsurance_on_the_rest():
    # $100 of deductible are left: 100 + 20 % of the other $155 = 100 + 31.
    claim = bill({"coinsurance": 0.2}, 255, deductible=1000, deductible_met=900).claims[0]
    assert (claim.deductible, claim.coinsurance, claim.patient) == (100, 31, 131)


def test_the_claim_that_crosses_the_deductible_pays_deductible_then_copay_then_coinsurance():
    # 200 deductible, 100 copay, 20 % of the last 700.
    claim = bill({"copay": 100, "coinsurance": 0.2}, 1000, deductible=200).claims[0]
    assert (claim.deductible, claim.copay, claim.coinsurance) == (200, 100, 140)


def test_the_out_of_pocket_maximum_stops_inside_the_claim():
    claims = bill({"coinsurance": 0.2}, 1000, 1000, 1000, oop_max=300).claims
    assert [claim.patient for claim in claims] == [200, 100, 0]
    assert [claim.plan_paid for claim in claims] == [800, 900, 1000]


def test_copays_count_toward_the_out_of_pocket_maximum():
    assert bill({"copay": 40}, 100, 100, 100, oop_max=90).totals["patient"] == 90


def test_amounts_met_count_before_the_first_claim():
    totals = bill(
        {"coinsurance": 0.5}, 500, deductible=400, deductible_met=400, oop_max=1000, oop_met=900
    ).totals
    assert totals["patient"] == 100
    assert totals["oop_left"] == 0


def test_no_out_of_pocket_maximum_means_none_is_left_to_name():
    assert bill({"coinsurance": 0.2}, 100).totals["oop_left"] is None


def test_coinsurance_is_rounded_half_up_to_the_cent():
    # 20 % of 130.23 is 26.046; 50 % of 0.01 is half a cent.
    assert bill({"coinsurance": 0.2}, 130.23).totals["patient"] == 26.05
    assert bill({"coinsurance": 0.5}, 0.01).totals["patient"] == 0.01


def test_therapy_and_iop_have_terms_of_their_own():
    own = Plan.model_validate(
        {
            "networks": {
                "in": {
                    "deductible": 500,
                    "rules": {
                        "therapy": {"copay": 27, "deductible_applies": False},
                        "iop": {"coinsurance": 0.2},
                    },
                }
            }
        }
    )
    result = adjudicate(own, [Claim("therapy", 130), Claim("iop", 255), Claim("iop", 255)])
    # 27; then 255 into the deductible; then the last 245 of it and 20 % of 10.
    assert [claim.patient for claim in result.claims] == [27, 255, 247]


def test_a_new_plan_year_starts_from_zero():
    claims = [
        Claim("iop", 1000, date=date(2026, 12, 31)),
        Claim("iop", 1000, date=date(2027, 1, 1)),
    ]
    result = adjudicate(plan({}, deductible=600, deductible_met=500), claims)
    # 100 of the old year's deductible were left; the new year's is 600, nothing met.
    assert [claim.patient for claim in result.claims] == [100, 600]


def test_a_plan_year_can_start_on_july_1():
    claims = [
        Claim("iop", 1000, date=date(2027, 1, 4)),
        Claim("iop", 1000, date=date(2027, 6, 30)),
        Claim("iop", 1000, date=date(2027, 7, 1)),
    ]
    terms = {"networks": {"in": {"deductible": 600, "rules": {"*": {}}}}}
    result = adjudicate(Plan.model_validate({**terms, "plan_year_start": "07-01"}), claims)
    assert [claim.patient for claim in result.claims] == [600, 0, 600]


def test_without_insurance_the_patient_pays_the_charge_and_nothing_accumulates():
    totals = adjudicate(Plan(self_pay=True), [Claim("therapy", 150, network="self_pay")]).totals
    assert totals["patient"] == 150
    assert totals["plan_paid"] == 0
    assert totals["cost_share"] == 0


def test_care_that_is_not_covered_is_owed_in_full_and_moves_no_accumulator():
    claims = [Claim("visit", 100, covered=False), Claim("visit", 100)]
    result = adjudicate(plan({}, deductible=100), claims)
    assert [claim.patient for claim in result.claims] == [100, 100]
    assert result.claims[1].deductible == 100


def test_a_claim_the_plan_has_no_rule_for_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="no rule for 'visit' in network 'oon'"):
        adjudicate(plan({}), [Claim("visit", 100, network="oon")])


@pytest.mark.parametrize(
    "wrong", [{"allowed": -1}, {"allowed": float("inf")}, {"units": 0}, {"copay": 5}]
)
def test_a_claim_from_outside_with_impossible_values_is_refused(wrong):
    with pytest.raises(ValidationError):
        Claim.model_validate({"service": "visit", "allowed": 100, **wrong})


def test_no_claims_make_an_empty_bill():
    totals = adjudicate(plan({}), []).totals
    assert totals["patient"] == 0
    assert totals["deductible_left"] is None


def test_what_is_left_is_known_after_a_denied_claim_too():
    asked = plan({}, deductible=1000, oop_max=3000)
    claims = [Claim("visit", 40), Claim("visit", 100, covered=False)]
    totals = adjudicate(asked, claims).totals
    assert (totals["deductible_left"], totals["oop_left"]) == (960, 2960)


@pytest.mark.parametrize("credits", [["in"], ["nowhere"]])
def test_a_network_credits_other_networks_of_the_plan_only(credits):
    with pytest.raises(ValidationError, match="other networks"):
        plan({}, credits=credits)


def test_a_plan_year_starts_on_any_day_of_every_year():
    days = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
    assert all(Plan(plan_year_start=f"{day:%m-%d}") for day in days)


@pytest.mark.parametrize(
    "day", ["02-29", "02-30", "04-31", "13-01", "01-32", "00-10", "1-1", "01-00"]
)
def test_a_plan_year_starts_on_no_day_that_some_years_lack(day):
    with pytest.raises(ValidationError):
        Plan(plan_year_start=day)
