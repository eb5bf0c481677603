"""An eligibility answer in JSON by plan and service (Availity) is read as the 271 that it is of."""

import json

import pytest
from eligibility_read import asked, sure, values
from scenarios import TODAY

from carechoice.documents.eligibility.clearinghouse import benefits_of_json
from carechoice.documents.eligibility.read import read_eligibility
from carechoice.documents.paper import RefusedError

ONE = {"units": "USD", "level": "Individual", "levelCode": "IND"}
YEAR = {"amountTimePeriod": "Calendar Year", "amountTimePeriodCode": "23"}
REMAINING = {"amountTimePeriod": "Remaining", "amountTimePeriodCode": "29"}
# Of a deductible of 1,500 remain 1,100, so 400 are met.
DEDUCTIBLE = [{**ONE, **YEAR, "amount": "1500"}, {**ONE, **REMAINING, "amount": "1100.00"}]


def service(code="30", *, network="inNetwork", beside=(), **amounts):
    by_network = {kind: {network: entries} for kind, entries in amounts.items()}
    return {"type": code, "statusCode": "1", "amounts": by_network, **dict(beside)}


def data(*services, status="1"):
    plan = {
        "status": "Active Coverage",
        "statusCode": status,
        "planName": "EXAMPLE PLAN",
        "coverageStartDate": "2026-01-01T05:00:00.000+0000",
        "coverageEndDate": "2026-12-31T05:00:00.000+0000",
        "benefits": list(services),
    }
    return {"asOfDate": "2026-11-20T05:00:00.000+0000", "status": "Complete", "plans": [plan]}


def read_json(answer):
    return read_eligibility(benefits_of_json(json.dumps(answer)), today=TODAY)


def read(*services, **plan):
    return read_json(data(*services, **plan))


def test_limits_are_read_with_what_is_met():
    """Of a maximum of 6,000 remain 4,800, so 1,200 are met."""
    maximum = {**ONE, "total": "6000", "remaining": "4800"}
    paper = read(service(deductibles=DEDUCTIBLE, outOfPocket=[maximum]))
    assert values(paper) == {
        "deductible_usd": 1500,
        "deductible_met_usd": 400,
        "oop_max_usd": 6000,
        "oop_met_usd": 1200,
    }
    assert sure(paper) == set(values(paper))
    places = {found.field: found.place for found in paper.read}
    assert places["oop_max_usd"] == "plans[0].benefits[0].amounts.outOfPocket.inNetwork[0].total"


def test_terms_of_therapy_are_read():
    """A share of 0.2 is the patient's, so the plan pays 80 %."""
    copay = {**ONE, "amount": "30", "amountTimePeriodCode": "27"}
    paper = read(service("MH", coPayment=[copay]))
    assert values(paper)["therapy_copay_usd"] == 30
    share = read(service("MH", coInsurance=[{**ONE, "units": "Percent", "amount": "0.2"}]))
    assert values(share)["therapy_pays_percent"] == 80


@pytest.mark.parametrize(
    ("entries", "question"),
    [
        ([{**ONE, "amount": "1500"}], ("period", "deductible_usd")),
        ([{**DEDUCTIBLE[0], "units": "Percent"}], ("not_understood", "deductible_usd")),
        ([{**DEDUCTIBLE[0], "levelCode": "SPO"}], ("other_person", "deductible_usd")),
        ([{**DEDUCTIBLE[0], "periodEndDate": "2025-12-31"}], ("time", "deductible_usd")),
    ],
)
def test_an_amount_that_may_be_another_is_asked(entries, question):
    paper = read(service(deductibles=entries))
    assert "deductible_usd" not in values(paper)
    assert question in asked(paper)


@pytest.mark.parametrize("beside", [{"payerNotes": ["TIER 1 ONLY"]}, {"placeOfService": "22"}])
def test_a_note_beside_an_amount_makes_it_unsure(beside):
    paper = read(service(deductibles=[{**DEDUCTIBLE[0], **beside}]))
    assert (values(paper), sure(paper)) == ({"deductible_usd": 1500}, set())
    assert ("note", "deductible_usd") in asked(paper)


def test_amounts_of_a_service_without_a_name_are_none_of_the_plan():
    nameless = service(deductibles=DEDUCTIBLE)
    assert values(read({key: nameless[key] for key in nameless if key != "type"})) == {}


def test_amounts_out_of_network_are_none_of_those_in_network():
    paper = read(service(network="outOfNetwork", deductibles=DEDUCTIBLE))
    assert values(paper) == {}
    assert ("out_of_network", "deductible_usd") in asked(paper)


def test_an_amount_of_no_network_is_not_sure():
    paper = read(service(network="noNetwork", deductibles=DEDUCTIBLE))
    assert (values(paper)["deductible_usd"], sure(paper)) == (1500, set())


def test_care_that_is_not_covered_and_coverage_that_is_not_active_are_found():
    no_therapy = service("MH", beside={"nonCovered": {"inNetwork": [{"levelCode": "IND"}]}})
    assert values(read(no_therapy)) == {"therapy_not_covered": True}
    with pytest.raises(RefusedError) as refused:
        read({"type": "30", "statusCode": "6"}, status="6")
    assert refused.value.reason == "inactive"


@pytest.mark.parametrize("envelope", [["data"], ["response"], ["data", "response"]])
def test_an_answer_in_an_envelope_is_read_like_one_without(envelope):
    """Programs that have asked for an answer hand it on as a part of theirs."""
    bare = data(service(deductibles=DEDUCTIBLE))
    wrapped = bare
    for name in reversed(envelope):
        wrapped = {"success": True, name: wrapped}
    assert read_json(wrapped) == read_json(bare)


@pytest.mark.parametrize(
    "wrapped", [{"data": [1]}, {"data": "x"}, {"data": {"data": {"data": {}}}}]
)
def test_an_envelope_of_something_else_is_refused(wrapped):
    with pytest.raises(RefusedError) as refused:
        read_json(wrapped)
    assert refused.value.reason == "unknown"
