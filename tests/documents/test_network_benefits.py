"""An eligibility answer in JSON by network (VerifyTX) gives limits, with what is met of them."""

import json

import pytest
from scenarios import TODAY

from carechoice.documents.eligibility.clearinghouse import benefits_of_json
from carechoice.documents.eligibility.read import read_eligibility
from carechoice.documents.paper import RefusedError

ONE = {"total": "$1,500.00", "remaining": 1000, "level": "Individual"}
FAMILY = {"total": 3000, "remaining": 2500, "level": "Family"}


def read(entry, *, of="in_network", **beside):
    data = {"dateOfService": "2026-11-20", "benefits": {of: [entry]}} | beside
    return read_eligibility(benefits_of_json(json.dumps(data)), today=TODAY)


def values(paper):
    return {found.field: found.value for found in paper.read}


def asked(paper):
    return {(ask.why, ask.field) for ask in paper.ask}


def test_deductibles_are_read_with_what_is_met():
    """Of 1,500 remain 1,000 and of 3,000 remain 2,500, so 500 are met."""
    paper = read({"deductibles": [FAMILY, ONE]})
    assert values(paper) == {
        "deductible_usd": 1500,
        "deductible_met_usd": 500,
        "family_deductible_usd": 3000,
        "family_deductible_met_usd": 500,
    }
    assert all(found.sure for found in paper.read)


def test_maximums_are_read_like_deductibles():
    """Of 6,000 remain 4,800 and of 12,000 remain 10,800, so 1,200 are met."""
    one = {"total": 6000, "remaining": 4800, "level": "individual"}
    family = {"total": "12,000", "remaining": "10,800", "level": "family"}
    paper = read({"out_of_pocket": [one, family], "deductibles": [ONE]})
    assert values(paper) == {
        "deductible_usd": 1500,
        "deductible_met_usd": 500,
        "oop_max_usd": 6000,
        "oop_met_usd": 1200,
        "family_oop_max_usd": 12000,
        "family_oop_met_usd": 1200,
    }
    (found,) = [found for found in paper.read if found.field == "oop_max_usd"]
    assert (found.sure, found.place) == (True, "benefits.in_network[0].out_of_pocket[0].total")


def test_a_single_maximum_is_read_like_one_of_a_list():
    assert values(read({"out_of_pocket": {**ONE, "total": 5000}}))["oop_max_usd"] == 5000


def test_a_maximum_with_only_what_remains_or_of_nobody_is_asked():
    remaining = read({"out_of_pocket": [{"remaining": 4800, "level": "Individual"}]})
    assert values(remaining) == {}
    assert ("remaining", "oop_max_usd") in asked(remaining)
    nobodys = read({"out_of_pocket": [{"total": 6000, "remaining": 4800}]})
    assert not any(found.sure for found in nobodys.read)
    assert ("whose", "oop_max_usd") in asked(nobodys)
    nothing = read({"out_of_pocket": [{"total": 0, "remaining": 0, "level": "Individual"}]})
    assert ("zero_limit", "oop_max_usd") in asked(nothing)
    spouse = read({"out_of_pocket": [{"total": 6000, "remaining": 0, "level": "Spouse"}]})
    assert values(spouse) == {}


def test_limits_out_of_network_are_none_of_those_in_network():
    paper = read({"out_of_pocket": [ONE], "deductibles": [ONE]}, of="out_of_network")
    assert values(paper) == {}
    assert {("out_of_network", "deductible_usd"), ("out_of_network", "oop_max_usd")} <= asked(paper)


def test_a_limit_of_a_service_or_with_more_beside_it_is_not_the_plans_own():
    for name in ("deductibles", "out_of_pocket"):
        assert values(read({"service": "Dental", name: [ONE]})) == {}
        more = read({name: [{**ONE, "as_of": "last year"}]})
        assert not any(found.sure for found in more.read)


def test_an_answer_of_another_year_is_asked_and_one_of_no_day_is_not_sure():
    last_year = read({"deductibles": [ONE]}, dateOfService="2025-11-20")
    assert values(last_year) == {}
    assert ("time", "deductible_usd") in asked(last_year)
    undated = read({"deductibles": [ONE]}, dateOfService=None)
    assert values(undated) == {"deductible_usd": 1500, "deductible_met_usd": 500}
    assert not any(found.sure for found in undated.read)
    assert ("undated", None) in asked(undated)


@pytest.mark.parametrize(
    "said",
    [
        {"active": False},
        {"is_active": "no"},
        {"status": "Inactive"},
        {"coverage_status": "TERMINATED"},
        {"eligibility_status": "Not eligible"},
        {"coverage": {"status": "inactive"}},
        {"subscriber": {"is_active": False}},
    ],
)
def test_an_answer_that_says_the_coverage_is_not_active_is_refused(said):
    with pytest.raises(RefusedError) as refusal:
        read({"deductibles": [ONE]}, **said)
    assert refusal.value.reason == "inactive"


def test_an_active_coverage_is_read():
    for said in (
        {"active": True},
        {"status": "Active"},
        {"status": "completed"},
        {"coverage": {"status": "active"}},
    ):
        assert values(read({"deductibles": [ONE]}, **said))["deductible_usd"] == 1500
