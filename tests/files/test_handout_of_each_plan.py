"""The handout under each plan and way of paying: what it asks, and what it says is owed."""

import re
from functools import cache

import pytest
from read_back import text_of
from scenarios import TODAY, comparison
from sentence_reader import why_false

from carechoice.catalog.in_use import catalog
from carechoice.files.handout.handout import handout
from carechoice.language.sentences import say

APPROVAL = "Do I need approval before an intensive outpatient program"
LIMIT = "Is there a limit on visits or program days in a year?"
GOOD_FAITH = "good faith estimate"
IN_NETWORK_TOO = "Are this therapist and this program in my network?"


@cache
def handed_out(**inputs):
    return text_of(handout(comparison(**inputs), link="https://care.example.org/?a=1", today=TODAY))


STATES = [
    *({"plan": plan} for plan in catalog().plans),
    {"network": "oon"},
    {"network": "oon", "therapy_charge_usd": 220, "iop_charge_per_day_usd": 600},
    {"plan": "employer", "network": "self_pay"},
]


@pytest.mark.parametrize("inputs", STATES)
def test_a_plan_is_asked_for_approval_and_limits_and_nobody_else_is(inputs):
    text = handed_out(**inputs)
    has_plan = comparison(**inputs).scenario.plan.network != "self_pay"
    assert (APPROVAL in text) == (LIMIT in text) == has_plan
    assert (GOOD_FAITH in text) == (not has_plan)
    assert ("Ask your plan what it pays" in text) == has_plan
    assert (IN_NETWORK_TOO in text) == (
        inputs.get("network", "in") == "in" and inputs.get("plan") not in (*BY_LAW, "none")
    )


BY_LAW = ("medicare", "masshealth")


@pytest.mark.parametrize(("plan", "name"), [("medicare", "Medicare"), ("masshealth", "MassHealth")])
def test_a_plan_without_networks_of_its_own_is_asked_who_takes_it(plan, name):
    assert f"Do this therapist and this program take {name}?" in handed_out(plan=plan)


def test_where_nothing_is_owed_it_says_so_and_draws_no_range():
    text = handed_out(plan="masshealth")
    assert "You pay nothing for either option." in text
    assert "low and high prices" not in text
    assert "MassHealth pays its own." in text
    assert "Deductible" not in text


def test_out_of_network_it_says_who_pays_first():
    text = handed_out(network="oon")
    assert "you usually pay first, then send your plan a superbill, a bill with codes" in text
    assert "What must stand on the superbill, and where do I send it?" in text
    assert "Do all these answers hold for care out of network?" in text


@pytest.mark.parametrize("inputs", STATES)
def test_each_line_of_it_is_true(inputs):
    result = comparison(**inputs)
    # The inputs are no sentences, and what sources are called says nothing of this person.
    before, rest = handed_out(**inputs).split(say("export.rests_on"), maxsplit=1)
    after = re.split(f"({say('months.title')}|{say('sources.list')})", rest)
    told = before + " ".join(after[1:]).partition(say("sources.list"))[0]
    lines = re.split(r"(?<=[.?!]) (?=[A-Z•])", told)
    assert len(lines) > 40
    for line in lines:
        assert not why_false(line, result), line
