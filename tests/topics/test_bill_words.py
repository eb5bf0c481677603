"""The bill in words, with the figures of tests/topics/test_bill.py."""

import re

import pytest
from scenarios import ALL_KNOWN, TODAY, comparison, scenario

from carechoice.catalog.in_use import catalog
from carechoice.inputs.answer_words import standing_text
from carechoice.topics.bill import words as bill_words
from carechoice.topics.bill.captions import break_even_caption, running_caption
from carechoice.topics.bill.facts import break_even
from carechoice.topics.bill.steps import step_sentences
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swing_words import swing_caption
from carechoice.topics.unknown.swings import swings
from carechoice.topics.unknown.words import unknown_caption

DEDUCTIBLE_KNOWN = {
    "deductible_usd": 1886,
    "iop_price_per_day_usd": 255,
    "iop_deductible_applies": "yes",
}


def test_the_iops_bill_is_told_in_three_steps():
    assert step_sentences(comparison(), "iop") == [
        "**Days 1 to 7, January 4, 2027 to January 18, 2027.** You pay the full price, $255 each "
        "time. It counts toward your deductible.",
        "**Day 8, January 19, 2027.** You pay the $101 that is left of your deductible. Of the "
        "rest you pay $30.80 and your plan pays $123.20.",
        "**Days 9 to 24, January 21, 2027 to February 25, 2027.** You pay your share, $51 of $255 "
        "each time. Your plan pays $204.",
    ]


def test_the_maximum_and_a_new_plan_year_are_told():
    told = step_sentences(comparison(oop_max_usd=2000), "iop")
    assert told[3].endswith(
        "You pay $32.20. With that you reach your out-of-pocket maximum. Your plan pays $222.80."
    )
    assert told[4].endswith("You pay nothing. You have reached your out-of-pocket maximum.")
    across = step_sentences(comparison(start_date="2026-11-30"), "iop")
    assert across[3].startswith("A new plan year starts on January 1, 2027.")


def test_out_of_network_the_part_above_the_plans_price_is_named():
    result = comparison(network="oon", iop_charge_per_day_usd=400)
    assert step_sentences(result, "iop")[0].endswith(
        "You pay the price your plan allows, $255 each time. It counts toward your deductible. "
        "Each time you pay $145 more, which is above the price your plan allows. It counts "
        "toward no limit."
    )
    free = comparison(
        network="oon", therapy_charge_usd=180, therapy_copay_usd=0, plan_pays_percent=100
    )
    assert step_sentences(free, "therapy") == [
        "**Sessions 1 to 18, January 4, 2027 to May 3, 2027.** You pay $49.77 each time, the part "
        "above the price your plan allows. Your plan pays $130.23."
    ]


def test_other_costs_are_named_where_they_are_left_out():
    result = comparison(travel_usd_per_visit=10)
    for told in (
        running_caption(result),
        break_even_caption(result, break_even(result)),
        unknown_caption(result, spreads(result)),
    ):
        assert told.endswith("The other costs you entered are left out here.")


EXAMPLE = "As your plan is not known, this takes the terms of the example “Typical employer plan”."


def test_totals_a_week_and_an_hour():
    """$486 over 18 weeks and 18 hours; $2,732.80 over 8 weeks, $341.60, and 72 hours, $37.96."""
    assert bill_words.totals(comparison()) == [
        ["For the whole course", "likely $486 to $2,393", "likely $1,460 to $4,666"],
        ["For each week", "likely $27 to $133", "likely $182 to $583"],
        ["For each hour of care", "likely $27 to $133", "likely $20 to $65"],
    ]


@pytest.mark.parametrize(
    ("inputs", "with_bill"),
    [
        ({}, ["about $666", "about $2,973"]),
        # Without insurance, 18 x $150 as entered is no estimate; 24 x $350 as published is one.
        ({"plan": "none", "therapy_price_usd": 150}, ["$2,880", "about $8,640"]),
    ],
)
def test_other_costs_stand_beside_the_bill_once_they_are_entered(inputs, with_bill):
    """$486 + 18 x $10, and $2,732.80 + 24 x $10: a sum with an estimate in it is one too."""
    rows = bill_words.totals(comparison(travel_usd_per_visit=10, **inputs))
    assert rows[-2:] == [
        ["Travel, as you entered it", "$180", "$240"],
        ["With these costs of yours", *with_bill],
    ]


@pytest.mark.parametrize(
    ("inputs", "told_first"),
    [
        (
            {},
            f"{EXAMPLE} From 102 sessions on, therapy costs you as much as this IOP or more: "
            "about $2,733.",
        ),
        (
            {"therapy_copay_usd": 10},
            # A deductible that nobody gave may come first, of 104 sessions as of 18.
            "Even 104 sessions of therapy would cost you less than this IOP: about $1,040 beside",
        ),
        (
            {"therapy_network": "self_pay", "therapy_price_usd": 20},
            "Even 104 sessions of therapy would cost you less than this IOP: $2,080 beside about",
        ),
        ({"iop_price_per_day_usd": 0}, f"{EXAMPLE} The IOP costs you nothing"),
        (
            {"iop_weeks": 1, "iop_price_per_day_usd": 5},
            f"{EXAMPLE} One session of therapy already costs you as much",
        ),
    ],
)
def test_break_even_in_words(inputs, told_first):
    result = comparison(**inputs)
    told = break_even_caption(result, break_even(result))
    assert told_first in told
    assert re.search(r"You asked about 18 sessions: (about )?\$", told)


def test_what_is_not_known_is_named_with_both_ranges():
    result = comparison(plan="none", therapy_price_usd=151, therapy_sessions=10)
    told = unknown_caption(result, spreads(result))
    assert told.startswith("We tried many mixes of the numbers that are not known.")
    assert "you pay $1,510 for therapy and" in told
    assert "Not known yet: “Price of one program day”. The least" in told


def test_what_is_not_known_of_a_plan_is_taken_from_real_plans():
    result = comparison(therapy_copay_usd=30, iop_copay_per_day_usd=0, plan_pays_percent=80)
    told = unknown_caption(result, spreads(result))
    assert (
        "“My deductible comes first for the IOP”. For these we used what real plans have." in told
    )


def test_where_all_is_known_there_is_nothing_to_try():
    known = comparison(
        plan="none",
        therapy_price_usd=151,
        therapy_sessions=10,
        iop_weeks=6,
        iop_price_per_day_usd=351,
    )
    told = unknown_caption(known, spreads(known))
    assert told == ("You have given all the numbers that have a range, so there is nothing to try.")


def test_the_number_that_matters_most_is_named_with_its_ends():
    """Without a deductible 24 days cost $1,224, with one of $4,000 as much as the maximum."""
    known = scenario(
        **{name: value for name, value in ALL_KNOWN.items() if name != "deductible_usd"}
    )
    told = swing_caption(swings(known), known)
    assert told.startswith(
        "“Deductible” matters most: from $0 to $4,000, the gap between the two options changes by "
        "$2,776. Each number moves alone,"
    )


def test_questions_come_in_the_order_of_dollars_and_carry_the_billing_code():
    asked = questions.questions(scenario(therapy_session_minutes=45), swings(scenario()))
    rare = {"oop_max_applies", "therapy_share_too"}
    # The first is what narrows the costs most.
    stakes = [each.stake_usd.high_usd for each in asked[1:] if each.field not in rare]
    assert stakes == sorted(stakes, reverse=True)
    assert all(stakes)
    by_field = {question.field: question.text for question in asked}
    assert "code 90834" in by_field["therapy_copay_usd"]
    assert "S9480 or H0015" in by_field["iop_price_per_day_usd"]


def test_what_the_plan_answered_comes_last_with_the_day():
    answered = scenario().but(confirmed=(("deductible_usd", TODAY),))
    last = questions.questions(answered, swings(answered))[-1]
    assert questions.question_text(last) == (
        "**What is my deductible for mental health care?** Your plan said: $1,886 "
        "(November 23, 2026)."
    )


def test_each_input_that_a_plan_can_confirm_has_a_question():
    for field in catalog().options("confirmed"):
        assert catalog().words[f"ask.{field}"]


def test_without_insurance_there_is_no_plan_to_ask():
    alone = scenario(plan="none")
    assert questions.questions(alone, swings(alone)) == []


def test_badges_say_where_a_value_comes_from():
    medicare = scenario(plan="medicare", therapy_sessions=17)
    assert standing_text("therapy_sessions", medicare) == "you said"
    assert standing_text("deductible_usd", medicare) == "example plan"
    assert standing_text("iop_weeks", medicare) == "starting value"
    confirmed = scenario().but(confirmed=(("deductible_usd", TODAY),))
    told = standing_text("deductible_usd", confirmed)
    assert told == "plan confirmed, November 23, 2026"


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        # Three copayments of $27 come to $81; of the fourth, $19 are left to pay.
        (
            {"oop_max_usd": 100},
            "In therapy you reach your out-of-pocket maximum around January 25",
        ),
        # Three days at $255, the rest of the deductible and a fifth of what is left on the fourth,
        # then $51 a day: $997 after the seventh.
        (
            {"oop_max_usd": 1000, "deductible_usd": 800, "third_path": "step_down"},
            "In the IOP and the two in a row you reach your out-of-pocket maximum around "
            "January 19",
        ),
        # Six copayments come first, $162; the fourth day meets the deductible and passes $1,000.
        (
            {"oop_max_usd": 1000, "deductible_usd": 800, "third_path": "step_up"},
            "In the two in a row you reach your out-of-pocket maximum around February 22",
        ),
    ],
)
def test_the_day_a_maximum_is_reached_is_told_for_each_way(inputs, told):
    assert told in running_caption(comparison(**inputs))


def test_a_day_that_two_options_share_is_told_once():
    """Seven days at $255 leave $101 of $1,886 to the eighth, alone and with therapy after them."""
    told = running_caption(comparison(third_path="step_down"))
    assert told.count("your deductible is met") == 1
    assert "In the IOP and the two in a row your deductible is met around January 19, 2027." in told


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        # Eight days at $255 pass $1,886, whatever a session costs and whatever comes after it.
        (DEDUCTIBLE_KNOWN, "In the IOP your deductible is met on January 19, 2027."),
        (DEDUCTIBLE_KNOWN | {"deductible_usd": ""}, "is met around January 19, 2027."),
        (DEDUCTIBLE_KNOWN | {"iop_price_per_day_usd": ""}, "is met around January 19, 2027."),
        (DEDUCTIBLE_KNOWN | {"iop_deductible_applies": ""}, "is met around January 19, 2027."),
        # $114 are left of $2,000, and a day takes $51: the share and the copayment decide.
        (
            DEDUCTIBLE_KNOWN | {"oop_max_usd": 2000},
            "In the IOP you reach your out-of-pocket maximum around January 25, 2027.",
        ),
        (
            DEDUCTIBLE_KNOWN
            | {"oop_max_usd": 2000, "plan_pays_percent": 80, "iop_copay_per_day_usd": 0},
            "In the IOP you reach your out-of-pocket maximum on January 25, 2027.",
        ),
    ],
)
def test_the_day_of_a_limit_is_told_for_sure_where_all_that_it_hangs_on_is_known(inputs, told):
    given = {field: value for field, value in inputs.items() if value != ""}
    assert told in running_caption(comparison(**given))


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        # The plan pays all of the $130.23 it allows; the therapist charges $200.
        (
            {
                "network": "oon",
                "therapy_charge_usd": 200,
                "plan_pays_percent": 100,
                "therapy_copay_usd": 0,
                "therapy_deductible_applies": "no",
                "therapy_sessions": 1,
            },
            "You pay $69.77, the part above the price your plan allows.",
        ),
        # Three copayments of $27 are the maximum of $81, and the fourth session is free.
        (
            {"oop_max_usd": 81, "therapy_sessions": 4},
            "You pay nothing. You have reached your out-of-pocket maximum.",
        ),
        (
            {"therapy_price_usd": 20, "therapy_sessions": 1},
            "You pay the price, $20, which is less than your copayment.",
        ),
    ],
)
def test_a_single_session_is_told_in_the_singular(inputs, told):
    last = step_sentences(comparison(**inputs), "therapy")[-1]
    assert last.startswith(f"**Session {inputs['therapy_sessions']}, January ")
    assert told in last
