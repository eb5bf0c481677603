"""Medicare and MassHealth out of network: no source says what they pay, so that is said.

Their terms are those for care that takes them: 283 dollars and a fifth, and nothing.
"""

import pytest
from scenarios import comparison, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan.words import plan_share
from carechoice.comparison.side_by_side.picked_topics import meanings
from carechoice.comparison.words import cost
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swing_words import swing_caption
from carechoice.topics.unknown.swings import swings
from carechoice.topics.unknown.words import unknown_caption

OUT = {"network": "oon"}
PRICES = {"therapy_price_usd": 100, "iop_price_per_day_usd": 200}


@pytest.mark.parametrize(
    ("plan", "name"),
    [("medicare", "Original Medicare (Part B)"), ("masshealth", "MassHealth (Medicaid)")],
)
def test_what_it_pays_out_of_network_is_told_as_having_no_source(plan, name):
    out = scenario(plan=plan, **OUT)
    assert main_assumption(out).startswith(
        f"Main assumption: out of network {name} pays as it does in network. "
        "We found no source for that. It may pay nothing, so ask first."
    )
    assert (
        f"We found no source for what {name} pays to providers who do not take it. "
        "It may be nothing. We count what it pays to those who do."
    ) in plan_share(out)
    # With the therapist alone out of network as well.
    assert "no source" in main_assumption(scenario(plan=plan, therapy_network="oon"))


@pytest.mark.parametrize("inputs", [{}, OUT | {"plan": "employer"}, {"plan": "medicare"}])
def test_of_care_that_takes_it_and_of_other_plans_nothing_like_that_is_said(inputs):
    asked = scenario(**inputs)
    assert "no source" not in " ".join([main_assumption(asked), *plan_share(asked)])


def test_terms_that_somebody_gave_are_those_of_their_own_plan():
    given = scenario(plan="medicare", **OUT, plan_pays_percent=50)
    assert "no source" not in " ".join([main_assumption(given), *plan_share(given)])


def test_a_member_of_masshealth_is_not_told_for_sure_to_pay_nothing_out_of_network():
    member = {"plan": "masshealth"}
    assert [cost(option) for option in comparison(**member).options.values()] == ["$0", "$0"]
    out = comparison(**member, **OUT)
    assert [cost(option) for option in out.options.values()] == ["about $0", "about $0"]
    assert unknown_caption(out, spreads(out)) == (
        "By these terms you pay nothing for either option. Out of network MassHealth (Medicaid) "
        "may pay less, or nothing."
    )
    therapist_out = comparison(**member, therapy_network="oon").options
    assert cost(therapist_out["therapy"]) == "about $0"
    assert cost(therapist_out["iop"]) == "$0"


def test_nor_that_these_visits_cost_nothing_where_money_matters():
    money, nothing = catalog().topics["money"], "These visits cost you nothing."
    assert nothing in " ".join(meanings(money, comparison(plan="masshealth")))
    assert nothing not in " ".join(meanings(money, comparison(plan="masshealth", **OUT)))


def test_whether_each_provider_takes_it_is_asked_first():
    member = scenario(plan="masshealth", **OUT)
    assert questions.general(member)[:2] == [
        "Do all these answers hold for care out of network?",
        "Do this therapist and this program take MassHealth?",
    ]
    therapist_out = scenario(plan="medicare", therapy_network="oon")
    assert "Does this therapist take Medicare?" in questions.general(therapist_out)


@pytest.mark.parametrize("plan", ["medicare", "masshealth"])
def test_nobody_is_told_to_get_a_part_back_where_no_source_says_that_one_is_paid(plan):
    out = scenario(plan=plan, therapy_network="oon")
    told = [main_assumption(out), *plan_share(out), *questions.general(out)]
    assert "superbill" not in " ".join(told)
    # With a price of one's own it is still that plan; with a term of one's own it is another.
    priced = scenario(plan=plan, therapy_network="oon", therapy_price_usd=120)
    assert "superbill" not in main_assumption(priced)
    given = scenario(plan=plan, therapy_network="oon", plan_pays_percent=50)
    assert "superbill" in main_assumption(given)
    assert "superbill" in " ".join(plan_share(given))


def test_no_range_is_told_as_if_it_held_what_the_plan_may_leave_unpaid():
    """18 sessions are $732 to $844 by its terms, and all of about $3,006 if it pays nothing."""
    out = comparison(plan="medicare", **OUT)
    assert cost(out.options["therapy"]) == "about $828 (likely $732 to $844)"
    assert "It may pay nothing, so ask first. The ranges leave that out." in main_assumption(
        out.scenario
    )
    assert (
        "These ranges are for what Original Medicare (Part B) pays in network. "
        "Out of network it may pay nothing."
    ) in unknown_caption(out, spreads(out))
    inside = comparison(plan="medicare")
    assert "These ranges are for" not in unknown_caption(inside, spreads(inside))
    assert "The ranges leave" not in main_assumption(inside.scenario)


def test_where_every_price_is_known_there_is_no_range_to_speak_of():
    told = main_assumption(scenario(plan="medicare", **OUT, **PRICES))
    assert "It may pay nothing, so ask first." in told
    assert "ranges" not in told


@pytest.mark.parametrize(
    ("plan", "way"),
    [("medicare", OUT), ("medicare", {"therapy_network": "oon"}), ("masshealth", OUT)],
)
def test_with_every_price_given_it_is_still_said_that_it_may_pay_nothing(plan, way):
    """Of $1,800 for therapy Medicare may leave $586 or all: that is no number anybody gave."""
    name = catalog().plans[plan].label
    priced = comparison(plan=plan, **way, **PRICES)
    assert unknown_caption(priced, spreads(priced)) == (
        "You have given all the numbers that have a range, so there is nothing to try. "
        f"These amounts are for what {name} pays in network. Out of network it may pay nothing."
    )


@pytest.mark.parametrize("inputs", [{"plan": "medicare"}, {"plan": "none"}])
def test_in_network_and_without_insurance_there_is_no_more_to_say(inputs):
    priced = comparison(**inputs, **PRICES)
    assert unknown_caption(priced, spreads(priced)).endswith("nothing to try.")


def test_a_range_of_care_in_network_is_none_that_leaves_that_out():
    """With $100 a session therapy is about $586, and the program alone has a range."""
    out = scenario(plan="medicare", therapy_network="oon", therapy_price_usd=100)
    told = main_assumption(out)
    assert "It may pay nothing, so ask first." in told
    assert "ranges" not in told


def test_where_nothing_is_owed_at_any_price_there_is_no_range_to_speak_of():
    """By the terms of MassHealth each visit is $0; of a charge of $600 a day a part may be left."""
    member = comparison(plan="masshealth", **OUT)
    assert cost(member.options["iop"]) == "about $0"
    assert "ranges" not in main_assumption(member.scenario)
    charged = comparison(plan="masshealth", **OUT, iop_charge_per_day_usd=600)
    assert "likely" in cost(charged.options["iop"])
    assert "The ranges leave that out." in main_assumption(charged.scenario)


def test_what_such_a_plan_pays_out_of_network_may_change_the_gap():
    member = scenario(plan="masshealth")
    assert swing_caption(swings(member), member) == (
        "Nothing that is left open changes the gap between the two options."
    )
    out = scenario(plan="masshealth", **OUT)
    assert swing_caption(swings(out), out) == (
        "No number that is left open changes the gap between the two options. "
        "What MassHealth (Medicaid) pays out of network may."
    )
