"""What is said beside the inputs of a visit's cost is what the first visit costs by the bill.

Therapy at $130.23 with a copayment of $27; a program day at $255, with the deductible of $1,886
first and a share of 20% after it; an out-of-pocket maximum of $4,000.
"""

import pytest
from scenarios import comparison, scenario

from carechoice.comparison.plan import words as plan_words
from carechoice.topics.bill.steps import step_sentences

SATURDAY = {"start_date": "2027-01-30", "plan_year_start": "02-01"}
ALL_PAID = {"deductible_met_usd": 1886, "oop_met_usd": 1886}
# A maximum that somebody gave, and that is reached.
REACHED = {"oop_max_usd": 4000, "oop_met_usd": 4000}


def told(**inputs):
    therapy, iop, *_ = plan_words.plan_share(scenario(**inputs))
    return therapy, iop


def first_steps(**inputs):
    result = comparison(**inputs)
    return [step_sentences(result, care)[0].split("** ")[1] for care in ("therapy", "iop")]


@pytest.mark.parametrize(
    "start_date",
    [
        # By Monday, February 1, a new plan year has started: nothing of it is paid.
        "2027-01-30",
        "2027-01-31",
    ],
)
def test_a_deductible_paid_in_the_year_before_the_first_visit_is_not_met(start_date):
    inputs = {**SATURDAY, **ALL_PAID, "start_date": start_date}
    assert told(**inputs)[1].startswith(
        "A program day: you pay the full price until your deductible is met."
    )
    assert first_steps(**inputs)[1].startswith("You pay the full price, $255 each time.")


@pytest.mark.parametrize("start_date", ["2027-01-29", "2027-02-01"])
def test_a_deductible_paid_in_the_year_of_the_first_visit_is_met(start_date):
    inputs = {**SATURDAY, **ALL_PAID, "start_date": start_date}
    assert told(**inputs)[1].startswith(
        "A program day: your plan pays 80% of the price and you pay 20%."
    )
    assert first_steps(**inputs)[1].startswith("You pay your share, $51 of $255")


def test_a_deductible_that_is_met_comes_first_again_with_a_new_plan_year_inside_the_course():
    """From November 30: 15 of 24 days until December 31 at $51, then $1,886 anew from January 1."""
    late = {"start_date": "2026-11-30", **ALL_PAID}
    assert told(**late)[1] == (
        "A program day: your plan pays 80% of the price and you pay 20%. On January 1, 2027 a new "
        "plan year starts, and your deductible comes first again."
    )
    # Therapy goes on after New Year too, but its copayment is owed without the deductible.
    assert told(**late)[0] == "A therapy visit: you pay a $27 copayment."
    share, _, full, *_ = step_sentences(comparison(**late), "iop")
    assert share.startswith("**Days 1 to 15,")
    assert "You pay the full price, $255 each time." in full


@pytest.mark.parametrize(
    "inputs",
    [
        # Eight weeks from November 2 end before New Year.
        {"start_date": "2026-11-02"},
        # All of it was paid in the last three months, and counts again.
        {
            "start_date": "2026-11-30",
            "deductible_carries_over": "yes",
            "deductible_met_late_usd": 1886,
        },
    ],
)
def test_a_deductible_that_stays_met_is_not_said_to_come_again(inputs):
    assert told(**ALL_PAID, **inputs)[1] == (
        "A program day: your plan pays 80% of the price and you pay 20%."
    )


@pytest.mark.parametrize(
    "inputs",
    [
        REACHED,
        REACHED | {"deductible_met_usd": 1886},
        REACHED | {"oop_met_usd": 5000, "iop_copay_per_day_usd": 50},
        {"oop_max_usd": 0},
        {"oop_max_usd": 0, **SATURDAY},
    ],
)
def test_once_the_maximum_is_reached_the_plan_pays_all(inputs):
    for visit, sentence in zip(("A therapy visit", "A program day"), told(**inputs), strict=True):
        assert sentence == (
            f"{visit}: your plan pays all of the price for the rest of the plan year. You have "
            "reached your out-of-pocket maximum."
        )
    for step in first_steps(**inputs):
        assert step == "You pay nothing. You have reached your out-of-pocket maximum."


def test_a_maximum_that_is_reached_holds_until_the_plan_year_ends():
    """From November 30: 15 days until December 31 are free, and $1,886 are owed anew after it."""
    late = {"start_date": "2026-11-30", "oop_met_usd": 4000}
    assert "for the rest of the plan year" in told(**late)[1]
    free, _, full, *_ = step_sentences(comparison(**late), "iop")
    assert free.startswith("**Days 1 to 15,")
    assert full.startswith("**Days 16 to 22,")
    assert "You pay the full price, $255 each time." in full


def test_what_is_above_the_plans_price_is_owed_past_the_maximum():
    """$400 - $255 = $145."""
    charged = {"network": "oon", "therapy_charge_usd": 130.23, "iop_charge_per_day_usd": 400}
    assert told(**charged, **REACHED)[1] == (
        "A program day: your plan pays all of the price it allows for the rest of the plan year. "
        "You have reached your out-of-pocket maximum. Each time you pay $145 more, which is above "
        "the price your plan allows."
    )


def test_a_maximum_reached_in_the_year_before_the_first_visit_is_not_reached():
    assert told(**SATURDAY, oop_met_usd=4000)[0] == "A therapy visit: you pay a $27 copayment."
    assert first_steps(**SATURDAY, oop_met_usd=4000)[0].startswith("You pay the copayment, $27")


@pytest.mark.parametrize(
    ("limits", "day"),
    [
        # Of many plans the deductible is the maximum: nothing comes after it.
        ({"oop_max_usd": 1886}, "reached"),
        ({"oop_max_usd": 1886, "plan_pays_percent": 100}, "reached"),
        # $10 are left of the maximum, and $1,886 of the deductible.
        ({"oop_met_usd": 3990}, "reached"),
        ({"oop_max_usd": 1886, "iop_copay_per_day_usd": 50}, "reached"),
        ({"oop_max_usd": 1886.01}, "met"),
        ({"oop_max_usd": 1886, "oop_max_applies": "no"}, "met"),
    ],
)
def test_what_comes_after_a_deductible_is_told_where_the_maximum_leaves_room_for_it(limits, day):
    ends = {
        "met": "your deductible is met. Then your plan pays 80% and you pay 20%.",
        "reached": "you reach your out-of-pocket maximum. Then your plan pays all of the price.",
    }
    assert told(**limits)[1] == f"A program day: you pay the full price until {ends[day]}"


def test_the_same_is_told_of_therapy_after_a_deductible():
    by_share = {"therapy_copay_usd": 0, "therapy_deductible_applies": "yes", "oop_max_usd": 1886}
    assert told(**by_share)[0] == (
        "A therapy visit: you pay the full price until you reach your out-of-pocket maximum. "
        "Then your plan pays all of the price."
    )


def test_once_the_maximum_is_reached_the_plan_pays_all_of_the_price_and_not_of_a_rest():
    rest = {"iop_copay_per_day_usd": 50, "iop_share_too": "yes", "iop_share_of_rest": "yes"}
    assert told(**rest, **REACHED)[1] == (
        "A program day: your plan pays all of the price for the rest of the plan year. "
        "You have reached your out-of-pocket maximum."
    )


@pytest.mark.parametrize(
    ("inputs", "price"),
    [
        ({"therapy_copay_usd": 500}, "the full price"),
        ({"therapy_copay_usd": 131}, "the full price"),
        ({"therapy_copay_usd": 500, "therapy_deductible_applies": "yes"}, "the full price"),
        # The therapist bills less than the plan allows, and less than the copayment.
        ({"network": "oon", "therapy_charge_usd": 20}, "the full price"),
        ({"network": "oon", "therapy_copay_usd": 500}, "the price your plan allows"),
    ],
)
def test_a_copayment_above_the_price_is_not_what_a_visit_costs(inputs, price):
    sentence = told(**inputs)[0]
    assert sentence.startswith(
        f"A therapy visit: you pay {price}, which is less than your copayment."
    )


def test_a_copayment_as_high_as_the_price_is_the_copayment():
    assert told(iop_copay_per_day_usd=255, deductible_usd=0)[1] == (
        "A program day: you pay a $255 copayment."
    )


FREE = {
    "therapy_network": "oon",
    "therapy_price_usd": 0,
    "therapy_charge_usd": 150,
}


@pytest.mark.parametrize(
    "terms",
    [
        {},
        {"therapy_deductible_applies": "yes"},
        {"therapy_copay_usd": 0},
        {"therapy_first_visits": 3, "therapy_first_copay_usd": 10},
        {"oop_met_usd": 4000},
    ],
)
def test_of_a_price_of_nothing_no_term_takes_a_part(terms):
    assert told(**FREE, **terms)[0] == (
        "A therapy visit: the price your plan allows is $0. Each time you pay $150 more, which is "
        "above the price your plan allows."
    )


def test_a_program_that_is_free_is_said_to_be():
    assert told(iop_price_per_day_usd=0)[1] == "A program day: the full price is $0."


def test_first_visits_cost_no_more_than_the_plan_allows():
    """Three sessions at $200 each, of which the plan allows $130.23."""
    first = {"therapy_first_visits": 3, "therapy_first_copay_usd": 200}
    assert told(**first)[0].startswith(
        "A plan year begins with 3 sessions of therapy at $130.23 each. The others work like this:"
    )
