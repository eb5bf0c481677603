"""The sheet for a call: what it asks, of which care and network, and in which order."""

import pytest
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.files.call.lines import ASKED_OUT_OF_NETWORK, BESIDE
from carechoice.files.call.sheet import sheet
from carechoice.topics.unknown.questions import general, questions
from carechoice.topics.unknown.swings import swings


def phrased(**query):
    """All that the sheet and the phone list ask, in words."""
    result = comparison(**query)
    return [
        *(line.asked.question for line in sheet(result).lines),
        *general(result.scenario),
    ]


def is_of_other_network(field):
    return catalog().parameters[field].role.startswith("other_")


def keys(*, is_unused=False, **query):
    lines = sheet(comparison(**query)).lines
    return [line.asked.key for line in lines if line.is_unused == is_unused]


def test_terms_that_the_bill_does_not_use_come_last_and_whether_care_is_covered_is_for_all():
    """Without a limit on program days none is used up; a person may have one all the same."""
    unused = keys(is_unused=True)
    assert {"family_deductible_usd", "iop_day_limit", "iop_days_used", "iop_own_share"} <= {*unused}
    assert {"therapy_not_covered", "iop_not_covered", "oop_max_applies", "referral"} <= {*keys()}
    assert [line.asked.key for line in sheet(comparison()).lines][-len(unused) :] == unused


def test_a_term_that_the_person_has_is_among_those_that_count():
    assert "iop_day_limit" in keys(iop_day_limit="30")
    assert "iop_days_used" in keys(iop_day_limit="30")
    assert "family_deductible_met_usd" in keys(family_deductible_usd="3000")


def test_limits_of_the_other_network_are_not_asked_where_no_care_is_in_it():
    assert not any(map(is_of_other_network, set(keys() + keys(is_unused=True)) - {*BESIDE}))


def test_the_questions_of_the_phone_list_come_first_in_its_order_with_their_dollars():
    result = comparison()
    asked = questions(result.scenario, swings(result.scenario))
    lines = sheet(result).lines[: len(asked)]
    assert [line.asked.key for line in lines] == [question.field for question in asked]
    assert lines[0].asked.question == "What is my deductible for mental health care?"
    assert lines[0].stake.startswith("Likely up to $")


@pytest.mark.parametrize("beside", [{}, {"deductible_met_usd": 283}, {"iop_day_limit": 30}])
def test_medicare_is_asked_about_a_program_without_codes_that_it_does_not_take(beside):
    """Original Medicare takes neither S9480 nor H0015 for a program, and other plans do."""
    asked = phrased(plan="medicare", **beside)
    assert "What price do you allow for a program day?" in asked
    assert "Is approval needed for the program? What number do we call?" in asked
    assert "Do I need approval before an intensive outpatient program starts?" in asked
    assert not any("S9480" in each or "H0015" in each or "0905" in each for each in asked)
    assert any("90837" in each for each in asked)
    of_employer = phrased(**beside)
    assert "What price do you allow for a program day (code S9480 or H0015)?" in of_employer


@pytest.mark.parametrize("plan", ["medicare", "masshealth"])
def test_a_plan_that_the_law_sets_is_not_asked_for_terms_that_it_lacks(plan):
    """Neither has a maximum that is met, a part for a family, visits of a limit, or an employer."""
    assert keys(is_unused=True, plan=plan) == []
    told = " ".join(phrased(plan=plan))
    for lacked in ("family", "counted so far", "last three", "out-of-pocket", "PPO", "employer"):
        assert lacked not in told
    assert ("toward my deductible" in told) == (plan == "medicare")
    assert "employer" in " ".join(phrased(plan=plan, iop_day_limit=30))


def test_every_number_of_the_plan_is_asked_once_and_what_no_number_says_as_well():
    of_other = {field for field in catalog().options("confirmed") if is_of_other_network(field)}
    asked = [line.asked.key for line in sheet(comparison()).lines]
    assert {*catalog().options("confirmed"), *BESIDE} - of_other == {*asked}
    assert len(asked) == len({*asked})
    assert of_other <= {*keys(therapy_network="oon"), *keys(is_unused=True, therapy_network="oon")}


def test_with_a_therapist_out_of_network_it_asks_of_the_program_alone_and_says_so():
    """One call cannot ask for both: each answer would have to say which network it is for."""
    mixed = sheet(comparison(therapy_network="oon"))
    asked = {line.asked.key for line in mixed.lines}
    assert "iop_copay_per_day_usd" in asked
    assert "therapy_copay_usd" not in asked
    assert "All answers are for care in network." in mixed.lead
    assert "Therapy is paid in the other network: ask about it in a call of its own." in mixed.lead


def test_with_the_program_out_of_network_it_asks_of_therapy_alone_and_says_so():
    mixed = sheet(comparison(iop_network="oon"))
    asked = {line.asked.key for line in mixed.lines}
    assert "therapy_copay_usd" in asked
    assert "iop_copay_per_day_usd" not in asked
    assert "The program is paid in the other network" in mixed.lead


OF_THERAPY = {"therapist_in_network", "therapy_codes", "telehealth", "therapy_approval"}
OF_PROGRAM = {"program_in_network", "iop_approval"}


@pytest.mark.parametrize(
    ("inputs", "asked_of", "not_asked_of"),
    [
        ({"therapy_network": "oon"}, OF_PROGRAM, OF_THERAPY),
        ({"iop_network": "oon"}, OF_THERAPY, OF_PROGRAM),
        ({"network": "oon", "iop_network": "in", "plan": "own"}, OF_THERAPY, OF_PROGRAM),
        # What nobody bills to the plan is none of its business.
        ({"therapy_network": "self_pay"}, OF_PROGRAM, OF_THERAPY),
        ({"iop_not_covered": "yes"}, OF_THERAPY, OF_PROGRAM),
    ],
)
def test_codes_and_approval_are_asked_of_care_that_is_paid_in_the_network_of_the_call(
    inputs, asked_of, not_asked_of
):
    asked = {line.asked.key for line in sheet(comparison(**inputs)).lines}
    assert asked_of <= asked
    assert not not_asked_of & asked


def about(care, asked):
    return {
        key for key in asked & {*catalog().parameters} if catalog().parameters[key].care == care
    }


def test_of_care_that_is_not_covered_only_that_is_asked():
    asked = {line.asked.key for line in sheet(comparison(therapy_not_covered="yes")).lines}
    assert about("therapy", asked) == {"therapy_not_covered"}
    assert {"iop_copay_per_day_usd", "iop_stops_after", "deductible_usd", "penalty"} <= asked
    paid_alone = {line.asked.key for line in sheet(comparison(iop_network="self_pay")).lines}
    assert not about("iop", paid_alone)
    assert "therapy_copay_usd" in paid_alone


@pytest.mark.parametrize("network", ["in", "oon"])
def test_a_plan_that_covers_neither_is_asked_whether_that_is_so_and_for_no_terms(network):
    refused = {"therapy_not_covered": "yes", "iop_not_covered": "yes", "network": network}
    asked = [line.asked.key for line in sheet(comparison(**refused)).lines]
    assert asked == [
        "therapy_not_covered", "iop_not_covered", "plan_type", "carve_out", "exclusions",
    ]  # fmt: skip


def test_out_of_network_it_asks_how_a_claim_is_paid():
    keys = {line.asked.key for line in sheet(comparison(network="oon", plan="own")).lines}
    assert {*ASKED_OUT_OF_NETWORK} <= keys


def test_it_speaks_of_dollars_only_where_a_question_moves_any():
    assert "move the most dollars" in sheet(comparison()).lead
    without_copayments = sheet(comparison(plan="masshealth"))
    assert not any(line.stake for line in without_copayments.lines)
    assert "dollars" not in without_copayments.lead
