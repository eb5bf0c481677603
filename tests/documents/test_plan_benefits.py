"""Stedi's answer by plans says the same as the 271 it was made from, and is read the same."""

import json
from datetime import date

import pytest
from answers import FULL, NAME, NUMBER, answer
from eligibility_read import asked, sure, values
from scenarios import TODAY

from carechoice.documents.eligibility.clearinghouse import benefits_of_json
from carechoice.documents.eligibility.read import read_eligibility
from carechoice.documents.eligibility.x12 import benefits_of_271
from carechoice.documents.paper import RefusedError

THIS_YEAR = {"dates": {"plan": {"start": "2026-01-01", "end": "2026-12-31"}}}
ACTIVE = {"status": "ACTIVE_COVERAGE", "coverageLevel": "INDIVIDUAL"}
# Of a deductible of 1,500 remain 1,100, so 400 are met; of a family's 3,000 remain 2,500.
LIMITS = (("INDIVIDUAL", "1500", "1100"), ("FAMILY", "3000.00", "2500.00"))


def of(service, system="STC"):
    return {"system": system, "value": service}


def one(service="30", *, network="IN_NETWORK", **other):
    said = {"network": {"indicator": network}, "service": of(service)}
    return {"coverageLevel": "INDIVIDUAL", **said, **other}


def limit(level, amount, period="CALENDAR_YEAR", **other):
    return one(coverageLevel=level, amount=amount, timePeriod=period, **other)


def both(levels=LIMITS):
    return [
        limit(level, amount, period)
        for level, total, remaining in levels
        for amount, period in ((total, "CALENDAR_YEAR"), (remaining, "REMAINING"))
    ]


def read(*, plans=None, today=TODAY, **benefits):
    """A plan with these benefits, in an answer of a day in this year."""
    plan = {"name": "EXAMPLE PLAN", "benefits": {"statuses": [ACTIVE], **benefits}}
    data = {
        "id": "ec_1",
        "createdAt": "2026-11-20",
        "subscriber": {"memberId": NUMBER, "name": {"person": {"firstName": NAME}}} | THIS_YEAR,
        "plans": plans or [plan],
    }
    return read_eligibility(benefits_of_json(json.dumps(data)), today=today)


def test_deductibles_and_maximums_are_read_with_what_is_met():
    """Of a maximum of 6,000 remain 4,800, so 1,200 are met; of a family's 12,000 remain 10,800."""
    paper = read(
        deductible=both(),
        outOfPocket=both((("INDIVIDUAL", "6000", "4800"), ("FAMILY", "12000", "10800"))),
    )
    assert values(paper) == {
        "deductible_usd": 1500,
        "deductible_met_usd": 400,
        "family_deductible_usd": 3000,
        "family_deductible_met_usd": 500,
        "oop_max_usd": 6000,
        "oop_met_usd": 1200,
        "family_oop_max_usd": 12000,
        "family_oop_met_usd": 1200,
    }
    assert sure(paper) == {*values(paper)}
    assert paper.read[0].place == "plans[0].benefits.deductible[0]"
    assert not any(word in repr(paper) for word in (NAME, NUMBER))


def test_a_visit_is_read_by_the_closest_service():
    visits = [
        one("98", amount="50", timePeriod="VISIT"),
        one("MH", amount="30", timePeriod="VISIT"),
        one("MH", amount="60", timePeriod="VISIT", network="OUT_OF_NETWORK"),
    ]
    paper = read(coPayment=visits)
    assert values(paper) == {"therapy_copay_usd": 30}
    assert sure(paper) == {"therapy_copay_usd"}
    by_code = one("90837", amount="35", timePeriod="VISIT") | {"service": of("90837", "CPT")}
    assert values(read(coPayment=[*visits, by_code])) == {"therapy_copay_usd": 35}
    program = one(amount="75", timePeriod="DAY") | {"service": of("S9480", "HCPCS")}
    assert values(read(coPayment=[program])) == {"iop_copay_per_day_usd": 75}


def test_a_share_is_the_patients():
    assert values(read(coInsurance=[one("MH", percent="0.2")])) == {"therapy_pays_percent": 80}
    assert ("who_pays", "therapy_pays_percent") in asked(
        read(coInsurance=[one("MH", percent="0.8")])
    )


def test_one_person_alone_may_be_what_stands_where_a_payer_says_nobody():
    """The library's words for it: INDIVIDUAL is the default where no level was sent."""
    paper = read(deductible=[limit("INDIVIDUAL", "1500")])
    assert (values(paper), sure(paper)) == ({"deductible_usd": 1500}, set())
    assert ("whose", "deductible_usd") in asked(paper)


def test_the_payers_own_answer_is_read_where_it_stands_beside():
    paper = read_eligibility(
        benefits_of_json(json.dumps({"x12": answer(*FULL), "plans": [{"benefits": {}}]})),
        today=TODAY,
    )
    assert paper == read_eligibility(benefits_of_271(answer(*FULL)), today=TODAY)
    for cut in ("ISA*00*...", answer(*FULL)[:400], answer(*FULL).replace("ST*271", "ST*999")):
        plan = {"name": "P", "benefits": {"statuses": [ACTIVE], "deductible": both()}}
        data = {"x12": cut, "serviceDate": "2026-11-20", "plans": [plan]}
        found = values(read_eligibility(benefits_of_json(json.dumps(data)), today=TODAY))
        assert found["deductible_usd"] == 1500
    two = answer("EB*1**30", "HL*4*3*23*0", "EB*1**30")
    with pytest.raises(RefusedError) as refusal:
        benefits_of_json(json.dumps({"x12": two, "plans": [{"benefits": {}}]}))
    assert refusal.value.reason == "several_people"


@pytest.mark.parametrize(
    "other",
    [
        {"service": {"system": "CPT", "range": {"start": {"value": "90832"}}}},
        {"service": {"system": "NDC", "value": "30"}},
        {"service": {"definition": "Psychotherapy"}},
        {"service": of("35")},
        {"serviceLimits": [{"delivery": {"quantity": {"value": "3", "qualifier": "VISITS"}}}]},
        {"quantity": {"value": "3", "qualifier": "VISITS"}},
        {"quantity": {"value": "3", "qualifier": "MAXIMUM"}},
        {"relatedEntities": [{"type": "PROVIDER"}]},
        {"diagnosis": {"codes": [{"value": "F32"}]}},
        {"placesOfService": [{"code": "02", "name": "Telehealth"}]},
        {"dates": {"benefit": {"start": "2025-01-01", "end": "2025-12-31"}}},
        {"dates": {"plan": {"end": "2026-06-30"}}},
        {"dates": {"admission": {"start": "2026-06-30"}}},
        {"timePeriod": "ADMISSION"},
        {"coverageLevel": "SPOUSE_ONLY"},
        {"insuranceType": "MEDICARE_PART_B"},
        {"network": {"indicator": "OUT_OF_NETWORK"}},
        {"amount": "about 30"},
    ],
)
def test_a_copayment_that_does_not_hold_here_and_now_is_not_read(other):
    assert values(read(coPayment=[one("MH", amount="30", timePeriod="VISIT") | other])) == {}


@pytest.mark.parametrize(
    "other",
    [
        {"messages": [NAME]},
        {"planCoverageDescription": NAME},
        {"network": {"indicator": "IN_NETWORK", "description": "TIER 2"}},
        {"network": {}},
        {"somethingNew": "x"},
    ],
)
def test_what_stands_beside_an_amount_makes_it_unsure_and_is_not_kept(other):
    paper = read(coPayment=[one("MH", amount="30", timePeriod="VISIT") | other])
    assert (values(paper), sure(paper)) == ({"therapy_copay_usd": 30}, set())
    assert NAME not in repr(paper)


def test_an_amount_that_the_clearinghouse_could_not_read_is_asked():
    invalid = {"deductible": [one(timePeriod="CALENDAR_YEAR", invalidReasons=["NO_AMOUNT"])]}
    paper = read(invalidEntries=invalid)
    assert values(paper) == {}
    assert ("not_understood", "deductible_usd") in asked(paper)


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("limitations", "limit"),
        ("exclusions", "excluded"),
        ("nonCovered", "excluded"),
        ("spendDown", "spend_down"),
        ("otherOrAdditionalPayer", "other_payer"),
        ("contactFollowingEntityForInformation", "carve_out"),
        ("reserve", "remark"),
        ("somethingNew", "remark"),
    ],
)
def test_what_changes_what_a_plan_pays_is_asked(kind, why):
    assert (why, None) in asked(read(**{kind: [one()]}))


def test_a_plan_that_is_not_active_is_refused_and_one_of_dental_care_is_not_read():
    with pytest.raises(RefusedError) as refusal:
        read(plans=[{"name": "P", "benefits": {"statuses": [{"status": "INACTIVE"}]}}])
    assert refusal.value.reason == "inactive"
    dental = {"statuses": [ACTIVE | {"service": of("35")}], "deductible": [limit("FAMILY", "50")]}
    medical = {"statuses": [ACTIVE], "deductible": both()}
    listed = [{"name": "DENTAL", "benefits": dental}, {"name": "PPO", "benefits": medical}]
    paper = read(plans=listed)
    assert sure(paper) == {"deductible_usd", "deductible_met_usd"}


def test_of_two_plans_that_are_active_nothing_is_sure():
    plans = [
        {"benefits": {"statuses": [ACTIVE], "deductible": both()}},
        {"benefits": {"statuses": [ACTIVE], "outOfPocket": both()}},
    ]
    assert sure(read(plans=plans)) == set()


def test_an_answer_of_another_year_is_asked():
    paper = read(deductible=both(), today=date(2027, 1, 5))
    assert values(paper) == {}
    assert ("time", "deductible_usd") in asked(paper)


@pytest.mark.parametrize("plans", [[], [1, None], "x", [{"benefits": []}], [{"benefits": {}}]])
def test_plans_without_benefits_are_no_answer(plans):
    with pytest.raises(RefusedError) as refusal:
        benefits_of_json(json.dumps({"plans": plans}))
    assert refusal.value.reason == "unknown"


def test_what_is_of_an_employee_alone_is_of_the_one_person_that_is_covered():
    """Of 1,500 remain 1,100, so 400 are met."""
    paper = read(deductible=both((("EMPLOYEE_ONLY", "1500", "1100"),)))
    assert values(paper) == {"deductible_usd": 1500, "deductible_met_usd": 400}
