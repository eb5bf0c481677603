"""What can be done where the plan says no, or where a bill is too much, and who is told what."""

import re

import pytest
from scenarios import scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.plan.recourses import recourses_by_part


def recourses(person, part):
    return recourses_by_part(person).get(part, [])


def told(part, **inputs):
    """The first words of each paragraph."""
    found = (re.match(r"\*\*(.+?)\.\*\*", line) for line in recourses(scenario(**inputs), part))
    return [each[1] for each in found]


def test_a_plan_that_says_no_must_say_why_and_can_be_asked_again():
    first, second, *_ = recourses(scenario(), "denied")
    assert (
        "It has 15 days for care it is asked to approve, and 72 hours if that is urgent." in first
    )
    assert "within 180 days of its notice" in second
    assert "[HealthCare.gov](https://www.healthcare.gov/appeal-insurance" in second


def test_with_a_plan_of_an_employer_or_of_the_marketplace_all_steps_are_told():
    assert told("denied") == [
        "Ask why",
        "Appeal",
        "If it cannot wait",
        "Outside review",
        "If care it approved is cut short",
        "Equal rules",
    ]
    assert told("denied", network="oon") == told("denied", deductible_usd=500) == told("denied")


def test_each_service_brings_what_its_way_of_paying_has():
    """Therapy without insurance is estimated; what the plan says of the IOP can be appealed."""
    mixed = {"therapy_network": "self_pay"}
    assert told("denied", **mixed) == told("denied")
    assert {*told("dear", network="self_pay")} <= {*told("dear", **mixed)}
    assert told("denied", therapy_network="self_pay", iop_network="self_pay") == []


def test_original_medicare_and_masshealth_have_ways_of_their_own():
    (medicare,) = recourses(scenario(plan="medicare"), "denied")
    assert "within 120 days" in medicare
    (masshealth,) = recourses(scenario(plan="masshealth"), "denied")
    assert not re.search(r"\d+ days", masshealth)


def test_a_price_of_ones_own_leaves_medicare_what_it_is():
    (medicare,) = recourses(scenario(plan="medicare", therapy_price_usd=120), "denied")
    assert "120 days" in medicare


def test_without_insurance_no_plan_says_no_and_an_estimate_can_be_held_to():
    assert told("denied", plan="none") == []
    assert told("dear", plan="none")[0] == "Estimate in writing"
    assert "$400 or more above it" in recourses(scenario(plan="none"), "dear")[0]


def test_where_a_plan_pays_its_own_price_tool_is_named_first():
    assert told("dear") == [
        "See the price first",
        "Pay in parts",
        "Health centers",
        "Charity care",
        "Accounts for care",
    ]
    assert "See the price first" not in told("dear", plan="medicare")


def test_what_is_second_hand_is_said_to_be_so_and_what_is_ours_has_no_source():
    told_of = {line.partition(".")[0]: line for line in recourses(scenario(), "dear")}
    assert "(Second hand: " in told_of["**Accounts for care"]
    assert told_of["**Pay in parts"].endswith("each month.")


def test_where_nothing_is_owed_no_bill_is_too_much():
    assert told("dear", plan="masshealth") == []


@pytest.mark.parametrize("row", [*catalog().recourses.values()], ids=lambda row: row.key)
def test_each_is_told_to_somebody(row):
    people = ({}, {"plan": "medicare"}, {"plan": "masshealth"}, {"plan": "none"})
    said = [line for person in people for line in recourses(scenario(**person), row.part)]
    assert any(line.startswith(row.text.partition("**.")[0][:12]) for line in said)
