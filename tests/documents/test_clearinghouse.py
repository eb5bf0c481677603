"""A clearinghouse's JSON says the same as the 271 it was made from, and is read the same."""

import json

import pytest
from answers import FULL, NAME, NUMBER, answer

from carechoice.documents.clearinghouse import benefits_of_json
from carechoice.documents.eligibility import read_eligibility
from carechoice.documents.paper import RefusedError
from carechoice.documents.x12 import benefits_of_271

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
    return read_eligibility(benefits_of_json(json.dumps(data)))


def values(paper):
    return {found.field: found.value for found in paper.read}


def test_the_list_of_benefits_is_read_as_the_271_is():
    person = {"subscriber": {"firstName": NAME, "memberId": NUMBER}}
    paper = read({**person, "benefitsInformation": [as_entry(line) for line in FULL]})
    same = read_eligibility(benefits_of_271(answer(*FULL)))
    assert values(paper) == values(same) != {}
    assert {ask.why for ask in paper.ask} == {ask.why for ask in same.ask}
    assert paper.read[0].place == "benefitsInformation[3]"
    assert not any(word in repr(paper) for word in (NAME, NUMBER))


def test_a_text_beside_a_benefit_makes_it_unsure_and_is_not_kept():
    entry = as_entry(FULL[3]) | {"additionalInformation": [{"description": NAME}]}
    paper = read({"benefitsInformation": [entry]})
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


def test_deductibles_by_network_are_read_with_what_is_met():
    one = {"total": "$1,500.00", "remaining": 1000, "level": "Individual"}
    family = {"total": 3000, "remaining": 2500, "level": "Family"}
    paper = read({"benefits": {"in_network": [{"deductibles": [family, one]}]}})
    assert values(paper) == {"deductible_usd": 1500, "deductible_met_usd": 500}


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
        assert values(read_eligibility(benefits_of_json(text))) == {}
        return
    with pytest.raises(RefusedError) as refusal:
        benefits_of_json(text)
    assert refusal.value.reason == reason
