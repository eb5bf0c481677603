"""A clearinghouse's JSON says the same as the 271 it was made from, and is read the same."""

import json

import pytest
from answers import FULL, NAME, NUMBER, answer
from eligibility_read import entry
from scenarios import TODAY

from carechoice.documents.eligibility.clearinghouse import benefits_of_json
from carechoice.documents.eligibility.read import read_eligibility
from carechoice.documents.eligibility.x12 import benefits_of_271
from carechoice.documents.paper import RefusedError

KEYS = {
    0: "code",
    1: "coverageLevelCode",
    5: "timeQualifierCode",
    6: "benefitAmount",
    7: "benefitPercent",
    11: "inPlanNetworkIndicatorCode",
}


def as_entry(segment):
    elements = segment.split("*")[1:]
    said = {KEYS[at]: text for at, text in enumerate(elements) if text and at in KEYS}
    return {**said, "serviceTypeCodes": elements[2].split("^"), "planCoverage": NAME}


def read(data):
    return read_eligibility(benefits_of_json(json.dumps(data)), today=TODAY)


def values(paper):
    return {found.field: found.value for found in paper.read}


def test_the_list_of_benefits_is_read_as_the_271_is():
    person = {"subscriber": {"firstName": NAME, "memberId": NUMBER}}
    dated = {"serviceDate": "2026-11-20"}
    paper = read({**person, **dated, "benefitsInformation": [as_entry(line) for line in FULL]})
    same = read_eligibility(benefits_of_271(answer(*FULL)), today=TODAY)
    assert values(paper) == values(same) != {}
    assert {ask.why for ask in paper.ask} == {ask.why for ask in same.ask}
    assert paper.read[0].place == "benefitsInformation[3]"
    assert not any(word in repr(paper) for word in (NAME, NUMBER))


def test_a_text_beside_a_benefit_makes_it_unsure_and_is_not_kept():
    entry = as_entry(FULL[3]) | {"additionalInformation": [{"description": NAME}]}
    paper = read({"serviceDate": "2026-11-20", "benefitsInformation": [entry]})
    assert values(paper) == {"deductible_usd": 1500}
    assert not paper.read[0].sure
    assert NAME not in repr(paper)


def test_a_session_is_known_by_its_code():
    entry = {
        "code": "B",
        "benefitAmount": 25,
        "inPlanNetworkIndicatorCode": "Y",
        "compositeMedicalProcedureIdentifier": {"procedureCode": "90834"},
    }
    assert values(read({"benefitsInformation": [entry]})) == {"therapy_copay_usd": 25}


def questions(*entries, **beside):
    return {(ask.why, ask.field) for ask in read({"benefitsInformation": [*entries], **beside}).ask}


VISITS = {"quantityQualifierCode": "VS", "quantity": "10"}


def of_visit(**other):
    return entry(code="B", serviceTypeCodes=["MH"], timeQualifierCode="27", **other)


@pytest.mark.parametrize(
    ("one", "field"),
    [
        (entry(coverageLevelCode=None, coverageLevel="Family"), "family_deductible_usd"),
        (entry(coverageLevelCode=None, coverageLevel="Individual"), "deductible_usd"),
        (entry(code=None, name="Deductible"), "deductible_usd"),
        (entry(timeQualifierCode=None, timeQualifier="Calendar Year"), "deductible_usd"),
        (entry(serviceTypeCodes=None, serviceTypes=["Mental Health"]), None),
        (entry(serviceTypeCodes=None, serviceTypes=["Dental Care"]), None),
        (entry(serviceTypeCodes=[{"code": "35"}]), None),
        (entry(timeQualifierCode=None, timeQualifier="Remaining"), None),
        (entry(timeQualifierCode=None, timeQualifier="Lifetime"), None),
        (entry(inPlanNetworkIndicatorCode=None, inPlanNetworkIndicator="No"), None),
        (entry(coverageLevelCode=None, coverageLevel="Spouse Only"), None),
        (entry(insuranceType="Medicare Part A"), None),
        (entry(coverageLevel="Family"), None),
        (entry(timeQualifier="Remaining"), None),
        (entry(coverageLevel="individual", timeQualifier="CALENDAR YEAR"), "deductible_usd"),
    ],
)
def test_names_without_codes_are_read_as_what_they_name_and_never_as_unsaid(one, field):
    assert values(read({"benefitsInformation": [one]})) == ({field: 500} if field else {})


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"eligibilityAdditionalInformation": {"industry": "Office"}}, "condition"),
        (
            {
                "eligibilityAdditionalInformation": {
                    "codeListQualifierCode": "ZZ",
                    "industryCode": "21",
                }
            },
            "condition",
        ),
        (
            {"benefitsServiceDelivery": [{"quantityQualifierCode": "VS", "quantity": "10"}]},
            "condition",
        ),
        ({"quantityQualifierCode": "VS", "benefitQuantity": 5}, "condition"),
        ({"benefitsRelatedEntities": [{"entityIdentifier": NAME}]}, "condition"),
        ({"benefitsDateInformation": {"plan": "20250101-20251231"}}, "time"),
        ({"benefitsDateInformation": {"benefitBegin": "2027-01-01"}}, "time"),
        ({"benefitsDateInformation": {"benefitEnd": "20251231"}}, "time"),
        ({"benefitsDateInformation": {"somethingElse": "20260101"}}, "time"),
        ({"benefitsDateInformation": [{"plan": "20260101"}]}, "time"),
        ({"insuranceTypeCode": "MA"}, "insurance"),
        ({"benefitAmount": "about 500"}, "not_understood"),
    ],
)
def test_a_copayment_with_a_condition_is_asked_and_not_read(other, why):
    one = of_visit(**other)
    paper = read({"benefitsInformation": [one]})
    assert values(paper) == {}
    assert (why, "therapy_copay_usd") in questions(one)
    assert NAME not in repr(paper)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Limitations", "limit"),
        ("Exclusions", "excluded"),
        ("Inactive", "inactive"),
        ("Managed Care Coordinator", "carve_out"),
        ("Contact Following Entity for Eligibility or Benefit Information", "carve_out"),
        ("Other or Additional Payor", "other_payer"),
        ("Spend Down", "spend_down"),
        ("Second Surgical Opinion Required", "remark"),
    ],
)
def test_what_is_said_by_name_alone_is_asked_as_by_its_code(name, why):
    active = {"name": "Active Coverage", "serviceTypes": ["Health Benefit Plan Coverage"]}
    assert (why, None) in questions(active, {"name": name, "serviceTypes": ["Mental Health"]})
    assert {why for why, _ in questions(active)} == {"missing"}


def test_an_office_is_the_place_of_therapy():
    office = {"codeListQualifierCode": "ZZ", "industryCode": "11"}
    one = of_visit(eligibilityAdditionalInformationList=[office])
    assert values(read({"benefitsInformation": [one]})) == {"therapy_copay_usd": 500}


def test_dates_of_the_whole_plan_hold_for_every_benefit():
    past = {"planDateInformation": {"planBegin": "20250101", "planEnd": "20251231"}}
    assert ("time", "deductible_usd") in questions(entry(), **past)
    since = {"planDateInformation": {"planBegin": "20200101"}}
    assert ("time", "deductible_usd") not in questions(entry(), **since)


def test_a_session_with_a_modifier_is_asked():
    named = {"procedureCode": "90837", "procedureModifiers": ["95"]}
    one = of_visit(compositeMedicalProcedureIdentifier=named)
    assert ("condition", "therapy_copay_usd") in questions(one)
    pointed = {"procedureCode": "90837", "diagnosisCodePointer": ["1"]}
    of_diagnosis = of_visit(compositeMedicalProcedureIdentifier=pointed)
    assert ("condition", "therapy_copay_usd") in questions(of_diagnosis)
    plain = {"procedureCode": "90837", "productOrServiceIDQualifierCode": "HC"}
    session = of_visit(compositeMedicalProcedureIdentifier=plain)
    assert values(read({"benefitsInformation": [session]})) == {"therapy_copay_usd": 500}
    unnamed = entry(serviceTypeCodes=None, compositeMedicalProcedureIdentifier={"x": "90837"})
    assert values(read({"benefitsInformation": [unnamed]})) == {}


def test_what_is_not_known_to_say_nothing_of_an_amount_makes_it_unsure():
    paper = read({"serviceDate": "2026-11-20", "benefitsInformation": [entry(onlyFor=NAME)]})
    assert [(found.value, found.sure) for found in paper.read] == [(500, False)]


def test_of_two_plans_that_are_active_nothing_is_sure():
    """A deductible of the one may be none of the other, such as one for dental care."""
    active = [entry(code="1", planCoverage=name, benefitAmount=None) for name in ("PPO", "DENTAL")]
    listed = [*active, entry(planCoverage="DENTAL")]
    paper = read({"serviceDate": "2026-11-20", "benefitsInformation": listed})
    assert [(found.value, found.sure) for found in paper.read] == [(500, False)]
    only = [active[0], entry(planCoverage="ppo")]
    paper = read({"serviceDate": "2026-11-20", "benefitsInformation": only})
    assert [(found.value, found.sure) for found in paper.read] == [(500, True)]


def test_the_day_of_the_answer_stands_in_the_payers_own_that_is_beside_it():
    dated = {"x12": answer("EB*1**30"), "benefitsInformation": [entry()]}
    assert read(dated).read[0].sure
    assert not read(dated | {"x12": "ISA*00*..."}).read[0].sure


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "broken"),
        ("[" * 100_000, "broken"),
        ("[]", "unknown"),
        ("{}", "unknown"),
        ('{"errors": [{"code": "72"}]}', "rejected"),
        ('{"benefitsInformation": []}', None),
        ('{"benefitsInformation": [1, null, {"code": {}}]}', None),
    ],
)
def test_json_that_is_no_answer_is_refused_or_says_nothing(text, reason):
    if reason is None:
        assert values(read_eligibility(benefits_of_json(text), today=TODAY)) == {}
        return
    with pytest.raises(RefusedError) as refusal:
        benefits_of_json(text)
    assert refusal.value.reason == reason
