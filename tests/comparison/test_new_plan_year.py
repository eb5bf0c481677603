"""What is said of a new plan year: under the person's plan, and evenly under any plan."""

import pytest
from scenarios import comparison

from carechoice.comparison.plan_year import first_day
from carechoice.comparison.plan_year.words import new_plan_year_note

ACROSS = {"start_date": "2026-12-07"}
ANY_PLAN = (
    "Your plan year starts again on January 1, 2027, during therapy and the IOP. Depending on your "
    "plan, you then start a deductible or a maximum again."
)


def test_under_any_plan_each_option_that_a_plan_year_begins_within_is_named():
    """The example has a copayment for therapy outside its deductible; other plans do not."""
    assert new_plan_year_note(comparison(**ACROSS)) == ANY_PLAN


def test_once_the_plan_is_known_what_it_takes_is_told():
    """12 program days of $300 pass a deductible of $1,000 in each year; a copayment is the same."""
    own = {"plan": "own", "filled_by": "own"}
    terms = {"deductible_usd": 1000, "oop_max_applies": "no", "therapy_copay_usd": 20,
             "therapy_deductible_applies": "no", "iop_price_per_day_usd": 300,
             "iop_deductible_applies": "yes", "iop_copay_per_day_usd": 0,
             "plan_pays_percent": 80}  # fmt: skip
    assert new_plan_year_note(comparison(**ACROSS, **own, **terms)) == (
        "Your plan year starts again on January 1, 2027, during the IOP. You then start your "
        "deductible again."
    )


def test_an_option_that_ends_before_the_plan_year_does_is_not_named():
    """Two weeks of the program from November 30 end on December 11; 18 sessions do not."""
    told = new_plan_year_note(comparison(start_date="2026-11-30", iop_weeks=2))
    assert "on January 1, 2027, during therapy. Depending on" in told


@pytest.mark.parametrize(
    ("inputs", "named"),
    [
        ({"iop_not_covered": "yes"}, "during therapy. Depending"),
        ({"therapy_network": "self_pay"}, "during the IOP. Depending"),
        # After six weeks of the program, which the plan pays for, come sessions that it does not.
        (
            {"therapy_not_covered": "yes", "third_path": "step_down"},
            "during the IOP and the two in a row. Depending",
        ),
    ],
)
def test_an_option_that_counts_toward_no_limit_of_the_plan_is_not_named(inputs, named):
    assert named in new_plan_year_note(comparison(**ACROSS, **inputs))


def test_options_with_other_plan_years_within_them_have_a_sentence_each():
    """104 weekly sessions from December 2026 end in 2028; six weeks of the program in January."""
    told = new_plan_year_note(comparison(**ACROSS, therapy_sessions=104))
    assert "on January 1 of 2027 and 2028, during therapy. Depending on" in told
    assert "on January 1, 2027, during the IOP. Depending on" in told


@pytest.mark.parametrize("inputs", [{"deductible_usd": 1500}, {"plan_pays_percent": 80}])
def test_one_number_of_the_plan_alone_does_not_say_which_option_loses_something(inputs):
    """The example pays for therapy before its deductible; the person's plan may not."""
    assert new_plan_year_note(comparison(**ACROSS, **inputs)) == ANY_PLAN


def test_an_option_that_costs_the_same_under_each_plan_it_may_be_is_not_named():
    """18 copayments of $30 are $540 in one plan year and in two, and reach no maximum there is."""
    told = new_plan_year_note(comparison(**ACROSS, therapy_copay_usd=30))
    assert told == ANY_PLAN.replace("during therapy and the IOP", "during the IOP")


def test_a_bill_that_is_known_in_two_plan_years_and_may_be_less_in_one_is_named():
    """24 copayments of $85: $1,020 in each year, below any maximum; $2,040 in one, above some.

    12 program days lie in January and 12 in February, when the plan year begins.
    """
    terms = {"iop_copay_per_day_usd": 85, "iop_deductible_applies": "no",
             "therapy_copay_usd": 30, "therapy_deductible_applies": "no",
             "oop_max_applies": "yes"}  # fmt: skip
    at_hand = comparison(start_date="2027-01-04", plan_year_start="02-01", **terms)
    assert at_hand.options["iop"].is_cost_known
    assert new_plan_year_note(at_hand) == (
        "Your plan year starts again on February 1, 2027, during the IOP. Depending on your plan, "
        "you then start a maximum again."
    )
    assert first_day.sentence(at_hand) == (
        "Starting on February 1, 2027, with the new plan year, you pay the same for therapy and "
        "likely up to $40 less for the IOP."
    )


def test_without_a_deductible_a_maximum_alone_may_start_again():
    """Therapy, $2,344 in all, reaches none that is drawn; the program's $6,120 may."""
    told = new_plan_year_note(comparison(**ACROSS, deductible_usd=0))
    assert told == (
        "Your plan year starts again on January 1, 2027, during the IOP. Depending on your plan, "
        "you then start a maximum again."
    )


def test_a_course_that_no_plan_year_holds_may_always_lose_something():
    """104 weekly sessions: with a plan year from December on, two of them begin within."""
    told = new_plan_year_note(comparison(**ACROSS, deductible_usd=500, therapy_sessions=104))
    assert "January 1 of 2027 and 2028, during therapy. Depending on" in told


def test_what_was_paid_and_is_lost_may_be_all_that_a_new_plan_year_takes():
    """A deductible of $1,000, met: December costs a share alone, January $1,000 more."""
    met = {"deductible_usd": 1000, "deductible_met_usd": 1000, "iop_deductible_applies": "yes"}
    told = new_plan_year_note(comparison(**ACROSS, **met))
    assert "the IOP. Depending on your plan, you then start a deductible or a maximum" in told


def test_a_plan_without_a_maximum_starts_none_again():
    told = new_plan_year_note(comparison(**ACROSS, oop_max_applies="no"))
    assert told == ANY_PLAN.replace("a deductible or a maximum", "a deductible")


def test_what_is_carried_over_under_any_plan_still_counts():
    told = new_plan_year_note(comparison(**ACROSS, deductible_carries_over="yes"))
    assert told == (
        f"{ANY_PLAN} What you paid toward a deductible in the last three months before that day "
        "still counts."
    )


def test_a_later_first_day_is_told_where_the_example_alone_would_lose_nothing():
    """Its deductible is carried over; the maximum of another plan starts again all the same."""
    told = first_day.sentence(comparison(**ACROSS, deductible_carries_over="yes"))
    assert told.startswith("Starting on January 4, 2027, with the new plan year, you pay ")
    assert "less for the IOP" in told


@pytest.mark.parametrize("inputs", [{"start_date": "2027-01-04"}, ACROSS | {"plan": "none"}])
def test_nothing_is_said_within_one_plan_year_or_without_a_plan(inputs):
    assert new_plan_year_note(comparison(**inputs)) == ""


def test_of_each_option_the_limits_are_named_that_it_can_count_toward():
    """104 sessions outside the deductible, about $150 each, can reach a maximum; no deductible."""
    told = new_plan_year_note(
        comparison(**ACROSS, therapy_sessions=104, therapy_deductible_applies="no")
    )
    assert told == (
        "Your plan year starts again on January 1 of 2027 and 2028, during therapy. "
        "Depending on your plan, you then start a maximum again. Your plan year starts again on "
        "January 1, 2027, during the IOP. Depending on your plan, you then start a deductible or a "
        "maximum again."
    )
