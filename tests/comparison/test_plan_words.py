"""What the plan pays for a visit and when it starts again, with figures worked by hand."""

import pytest
from scenarios import comparison, scenario

from carechoice.comparison.ledger import Restart, restarts
from carechoice.comparison.plan import words as plan_words
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan_year.words import plan_year_note
from carechoice.topics.bill.steps import step_sentences


def terms(**inputs):
    return " ".join(plan_words.plan_share(scenario(**inputs)))


def new_years(pathway, **inputs):
    told = step_sentences(comparison(**inputs), pathway)
    return [line for line in told if line.startswith("A new plan year")]


ACROSS = {"start_date": "2026-12-07"}


def noted(**inputs):
    return plan_year_note(comparison(**inputs))


@pytest.mark.parametrize(
    ("inputs", "pathway", "starts_again"),
    [
        ({}, "iop", ["Your deductible and your maximum start again."]),
        # A copayment outside the deductible is the same in both years.
        ({}, "therapy", ["What you pay stays the same."]),
        # Four sessions of $27 in 2026 are within the $100 that were left; 14 in 2027 are not.
        ({"oop_met_usd": 3900}, "therapy", ["Your maximum starts again."]),
        # Therapy at copayments, then a program in 2027: its deductible is paid for the first time.
        ({"third_path": "step_up"}, "step_up", ["What you pay stays the same."]),
        (
            {"third_path": "step_up", "deductible_met_usd": 600, "oop_met_usd": 600},
            "step_up",
            ["Your deductible starts again."],
        ),
        ({"plan": "medicare"}, "iop", ["Your deductible starts again."]),
        ({"plan": "medicare"}, "therapy", ["Your deductible starts again."]),
        # 24 days at $51 are $1,224, which no maximum of $4,000 cuts.
        ({"deductible_usd": 0}, "iop", ["What you pay stays the same."]),
        ({"deductible_usd": 0, "oop_met_usd": 3700}, "iop", ["Your maximum starts again."]),
        ({"plan": "masshealth"}, "iop", []),
        ({"deductible_usd": 0, "oop_max_applies": "no"}, "iop", []),
        ({"plan": "none"}, "therapy", []),
    ],
)
def test_a_new_plan_year_starts_again_what_is_paid_again(inputs, pathway, starts_again):
    told = new_years(pathway, **ACROSS, **inputs)
    assert told == [f"A new plan year starts on January 1, 2027. {each}" for each in starts_again]


def test_where_nothing_starts_again_the_visits_of_both_years_are_one_step():
    told = step_sentences(comparison(plan="none", **ACROSS), "therapy")
    assert told == [
        "**Sessions 1 to 18, December 7, 2026 to April 5, 2027.** You pay the full price, $150 "
        "each time."
    ]


def test_each_new_plan_year_is_told_with_what_it_takes():
    """The program ends in May 2027, at its maximum; in 2028 come copayments of $27 alone."""
    inputs = {"third_path": "step_down", "start_date": "2026-11-30", "therapy_hours_per_week": 0.5,
              "iop_weeks": 26, "step_down_sessions": 40}  # fmt: skip
    assert noted(**inputs) == (
        "Your plan year starts again on January 1, 2027, during the IOP and the two in a row. You "
        "then start your deductible and your maximum again. Your plan year starts again on "
        "January 1, 2028, during the two in a row. You then start your out-of-pocket maximum again."
    )


def test_a_deductible_that_no_more_goes_to_is_not_said_to_start_again():
    """The program ends in November; in the new year only copayments of $27 follow."""
    inputs = {"third_path": "step_down", "start_date": "2026-10-05", "step_down_sessions": 12}
    assert noted(**inputs) == ""


def test_a_maximum_that_starts_again_alone_is_told():
    """$100 are left of it: 51 and 49 for two days, or 27 x 3 and 19. From January 1 all is due.

    16 days in the new year at $51, and 14 sessions at $27.
    """
    result = comparison(**ACROSS, iop_deductible_applies="no", oop_met_usd=3900)
    assert plan_year_note(result) == (
        "Your plan year starts again on January 1, 2027, during therapy and the IOP. You then "
        "start your out-of-pocket maximum again."
    )


def test_a_deductible_that_starts_again_alone_is_told():
    """Medicare has no maximum: the $283 are due again in both options."""
    assert noted(plan="medicare", **ACROSS) == (
        "Your plan year starts again on January 1, 2027, during therapy and the IOP. You then "
        "start your deductible again."
    )


def test_options_that_lose_different_things_are_told_apart():
    """$3,973 of $4,000 are paid: therapy's 27 are the last. The IOP's deductible is due again."""
    result = comparison(**ACROSS, oop_met_usd=3973, deductible_met_usd=1886)
    assert plan_year_note(result) == (
        "Your plan year starts again on January 1, 2027, during therapy. You then start your "
        "out-of-pocket maximum again. "
        "Your plan year starts again on January 1, 2027, during the IOP. You then start your "
        "deductible and your maximum again."
    )


def test_each_new_plan_year_of_a_long_course_is_told():
    """104 weekly sessions at Medicare's terms, from December 2026 to November 2028."""
    told = noted(plan="medicare", therapy_sessions=104, **ACROSS)
    assert "January 1 of 2027 and 2028, during therapy" in told


@pytest.mark.parametrize("plan", ["masshealth", "none"])
def test_nothing_is_lost_where_nothing_counts_toward_a_limit(plan):
    result = comparison(plan=plan, **ACROSS)
    assert [restarts(result, pathway) for pathway in result.options] == [[], []]


def test_what_a_new_plan_year_takes_is_read_from_the_bill():
    """12 days fall into 2026: 1,886 and 20% of 1,174 are 2,120.80, and 1,879.20 are left.

    As much again is due in the new year: more than was left, and a deductible.
    """
    (restart,) = restarts(comparison(start_date="2026-12-07"), "iop")
    assert restart == Restart(restart.day, deductible=True, maximum=True)


@pytest.mark.parametrize(
    ("inputs", "parts"),
    [
        ({}, ["A therapy visit: you pay a $27 copayment."]),
        (
            # 220 - 130.23 and 600 - 255 above what the plan allows.
            {"therapy_charge_usd": 220, "iop_charge_per_day_usd": 600},
            [
                "you pay a $27 copayment. Each time you pay $89.77 more",
                "you pay the price your plan allows until your deductible is met",
                "Each time you pay $345 more",
                "superbill",
            ],
        ),
        ({"therapy_charge_usd": 0}, ["Each time you also pay what is charged above the price"]),
        (
            {"therapy_charge_usd": 100, "therapy_copay_usd": 0},
            ["A therapy visit: your plan pays 80% of the price and you pay 20%. A program day"],
        ),
    ],
)
def test_out_of_network_what_comes_on_top_is_named(inputs, parts):
    network = {"network": "oon"} if inputs else {}
    told = terms(**network, **inputs)
    assert all(part in told for part in parts), told
    assert ("superbill" in told) == bool(inputs)


def test_what_the_plan_pays_in_full_is_no_share_of_nothing():
    assert terms(plan="masshealth") == (
        "You pay nothing for a therapy visit or a program day. Your plan pays all of it. "
        "The prices shown are those of other plans. MassHealth pays its own."
    )
    assert "Then your plan pays all of the price." in terms(plan_pays_percent=100)


def test_a_deductible_that_is_met_is_not_waited_for():
    assert "A program day: your plan pays 80% of the price" in terms(deductible_met_usd=1886)
    assert "until your deductible is met" in terms(deductible_met_usd=1885)


@pytest.mark.parametrize(
    ("charges", "is_more_owed"),
    [
        ({}, True),
        ({"therapy_charge_usd": 180}, True),
        ({"iop_charge_per_day_usd": 400}, True),
        ({"therapy_charge_usd": 180, "iop_charge_per_day_usd": 400}, False),
        # Both charge less than the plan allows, and that is known.
        ({"therapy_charge_usd": 100, "iop_charge_per_day_usd": 200}, False),
    ],
)
def test_an_amount_that_leaves_a_charge_out_is_not_told_as_all_that_is_owed(charges, is_more_owed):
    """It stands with the answer, on paper too: $486 is not all where a charge is open."""
    told = main_assumption(scenario(network="oon", **charges))
    assert told.endswith("You may owe more.") is is_more_owed
    assert not main_assumption(scenario(**charges)).endswith("You may owe more.")


def test_the_main_assumption_out_of_network_names_the_superbill():
    assert "superbill" in main_assumption(scenario(network="oon"))
    assert "superbill" not in main_assumption(scenario())


def test_a_copayment_above_the_price_is_not_said_to_be_paid():
    """$113 of a price of $113, where the copayment is $500."""
    told = step_sentences(comparison(therapy_copay_usd=500, therapy_price_usd=113), "therapy")
    assert told[0].endswith("You pay the price, $113 each time, which is less than your copayment.")


BY_THE_NUMBERS = "Main assumption: your plan pays by the numbers shown, and covers all visits."
ALL_ELSE = "Main assumption: all else like the example “Typical employer plan”."
NOTHING_PAID = " We count $0 paid so far."
ALL_TERMS = {
    "plan_pays_percent": 70,
    "deductible_usd": 900,
    "oop_max_applies": "yes",
    "oop_max_usd": 2000,
    "therapy_copay_usd": 15,
    "therapy_share_too": "no",
    "therapy_share_of_rest": "no",
    "therapy_own_share": "no",
    "therapy_pays_percent": 80,
    "therapy_not_covered": "no",
    "therapy_deductible_applies": "no",
    "therapy_visit_limit": 0,
    "therapy_only_paid_count": "no",
    "therapy_stops_after": 0,
    "therapy_first_visits": 0,
    "therapy_first_copay_usd": 0,
    "therapy_penalty_usd": 0,
    "therapy_penalty_percent": 0,
    "iop_copay_per_day_usd": 25,
    "iop_day_limit": 0,
    "iop_only_paid_count": "no",
    "iop_stops_after": 0,
    "iop_first_days": 0,
    "iop_first_copay_usd": 0,
    "iop_penalty_per_day_usd": 0,
    "iop_penalty_percent": 0,
    "iop_share_too": "no",
    "iop_share_of_rest": "no",
    "iop_own_share": "no",
    "iop_pays_percent": 80,
    "iop_not_covered": "no",
    "iop_deductible_applies": "yes",
    "plan_year_start": "01-01",
    "deductible_carries_over": "no",
    "family_deductible_usd": 0,
    "family_oop_max_usd": 0,
    "other_net_deductible_usd": 1886,
    "other_net_oop_max_applies": "yes",
    "other_net_oop_max_usd": 4000,
}


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        # Of all terms only one is the person's.
        (
            {"plan": "employer", "therapy_copay_usd": 15},
            "all else like the example “Typical employer plan”.",
        ),
        (
            {"plan": "masshealth", "therapy_copay_usd": 15},
            "all else like the example “MassHealth (Medicaid)”.",
        ),
        # A price is no term: the plan covers visits as before.
        ({"plan": "masshealth", "therapy_price_usd": 90}, "MassHealth covers all of your visits."),
        (
            {"plan": "employer", "iop_price_per_day_usd": 300},
            "“What is my deductible for mental health care?”",
        ),
        # Nothing of the example is left, or there never was one.
        ({"plan": "employer", **ALL_TERMS, "said": "|".join(ALL_TERMS)}, BY_THE_NUMBERS),
        ({"plan": "own", "filled_by": "own"}, BY_THE_NUMBERS),
        # Whoever has a plan in the end does not pay the full fee.
        ({"plan": "none", "network": "in"}, BY_THE_NUMBERS),
        ({"plan": "none"}, "Main assumption: you pay the full fee yourself."),
    ],
)
def test_the_main_assumption_says_which_example_is_behind_numbers_of_ones_own(inputs, told):
    assert main_assumption(scenario(**inputs)).removesuffix(NOTHING_PAID).endswith(told)


# Five sessions from January 4 and a program of four weeks; the maximum of $1,000 is reached.
REACHED = {
    **{field: value for field, value in ALL_TERMS.items() if not field.startswith("plan_year")},
    "therapy_sessions": 5,
    "therapy_price_usd": 100,
    "iop_weeks": 4,
    "iop_price_per_day_usd": 150,
    "oop_max_usd": 1000,
    "oop_met_usd": 1000,
    "deductible_met_usd": 900,
}


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        # With a plan year from February on the session of February 1 costs its copayment of $15.
        ({}, "Main assumption: your plan year starts on January 1."),
        ({"plan_year_start": "01-01"}, BY_THE_NUMBERS),
        # The last of four sessions is on January 25, and a program without a plan has no plan year.
        ({"iop_network": "self_pay", "therapy_sessions": 4}, ALL_ELSE),
        # A copayment of $15 costs the same in each plan year, and the program is not covered.
        ({"oop_met_usd": 0, "iop_not_covered": "yes", "deductible_met_usd": 0}, ALL_ELSE),
    ],
)
def test_where_all_but_the_start_of_the_plan_year_is_known_the_answer_rests_on_it(inputs, told):
    asked = {**REACHED, **inputs}
    stated = {"said": "|".join(asked), **asked}
    told_with_paid = main_assumption(scenario(plan="employer", **stated))
    assert told_with_paid.removesuffix(NOTHING_PAID) == told


def test_the_year_of_original_medicare_is_known():
    """It starts on January 1 by law, so a program that runs into February rests on no start."""
    prices = {"therapy_price_usd": 100, "iop_price_per_day_usd": 150, "therapy_copay_usd": 10}
    told = main_assumption(scenario(plan="medicare", **prices))
    assert told.startswith("Main assumption: all else like the example “Original Medicare")


MASSHEALTH_PRICES = "The prices shown are those of other plans. MassHealth pays its own."


@pytest.mark.parametrize(
    ("inputs", "is_said"),
    [
        ({}, True),
        ({"therapy_copay_usd": 15}, True),
        ({"therapy_price_usd": 90}, True),
        ({"therapy_price_usd": 90, "iop_price_per_day_usd": 150}, False),
    ],
)
def test_whose_prices_are_shown_is_said_as_long_as_one_of_them_is(inputs, is_said):
    asked = scenario(plan="masshealth", **inputs)
    assert (plan_words.plan_note(asked) == MASSHEALTH_PRICES) is is_said
    assert (MASSHEALTH_PRICES in " ".join(plan_words.plan_share(asked))) is is_said
