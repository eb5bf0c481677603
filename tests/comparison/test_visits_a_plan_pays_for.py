"""Limits on visits, first visits on terms of their own, and a plan that stops paying.

All figures are worked by hand.
"""

from datetime import date
from functools import partial

import pytest
from bills_at_once import at_once, each_alone, of_three_lengths
from scenarios import (
    REST_KNOWN,
    TEN_SESSIONS_SIX_DAYS,
    comparison,
    paid_usd,
    same_in_all,
    scenario,
    warnings,
)

from carechoice.comparison.ledger import restarts
from carechoice.comparison.plan import words as plan_words
from carechoice.comparison.plan_year.first_day import later_start
from carechoice.inputs.coverage import owes_nothing
from carechoice.inputs.what_counts import has_input, is_in_use
from carechoice.topics.bill.steps import step_sentences
from carechoice.topics.sources import method
from carechoice.topics.unknown.questions import general, questions
from carechoice.topics.unknown.swings import swings

TODAY = date(2026, 11, 23)
# 10 sessions at $100 and 6 days at $200, of which the plan pays 80 percent at once.
PLAIN = TEN_SESSIONS_SIX_DAYS | {"iop_deductible_applies": "no"}
paid = partial(paid_usd, **PLAIN)
# In one plan year, and over the turn of one with 4 of 10 sessions and all 6 days before it.
DAYS = ({}, {"start_date": "2026-12-07"})
TERMS = [
    {"therapy_visit_limit": 6, "therapy_visits_used": 4},
    {"therapy_visit_limit": 2, "iop_day_limit": 3, "iop_days_used": 9},
    {"therapy_stops_after": 6, "iop_stops_after": 1},
    {"therapy_first_visits": 3, "iop_first_days": 2, "iop_first_copay_usd": 45},
    {"therapy_first_visits": 3, "therapy_visits_used": 2, "therapy_visit_limit": 5},
    {"therapy_first_visits": 9, "therapy_stops_after": 7, "therapy_network": "oon",
     "therapy_charge_usd": 150},
    {"therapy_visit_limit": 4, "therapy_deductible_applies": "yes", "oop_max_applies": "yes",
     "oop_max_usd": 250, "therapy_first_visits": 1, "therapy_first_copay_usd": 60},
    {"iop_day_limit": 2, "iop_not_covered": "yes"},
]  # fmt: skip


def test_sessions_past_the_limit_of_a_plan_year_are_owed_in_full():
    """6 at $20 and 4 at $100; with 4 used 2 at $20 and 8 at $100."""
    assert paid(therapy_visit_limit=6) == (120 + 400, 240)
    assert paid(therapy_visit_limit=6, therapy_visits_used=4) == (40 + 800, 240)
    assert paid(therapy_visit_limit=6, therapy_visits_used=9) == (1000, 240)


def test_a_new_plan_year_has_all_of_its_visits():
    """Of 4 sessions in December 2 are left; all 6 from January on are paid for."""
    late = {"start_date": "2026-12-07", "therapy_visit_limit": 6, "therapy_visits_used": 4}
    assert paid(**late) == (2 * 20 + 2 * 100 + 6 * 20, 240)


def test_a_first_day_in_the_next_plan_year_has_all_of_its_visits():
    """8 sessions: $200, $200, $300 and $20; from January on $300, 3 at $20 and 2 at $100."""
    late = {"start_date": "2026-12-07", "therapy_visit_limit": 6, "therapy_visits_used": 4}
    asked = {"therapy_deductible_applies": "yes", "therapy_sessions": 8}
    assert paid(**late | asked)[0] == 720
    assert later_start(comparison(**PLAIN | late | asked)).more_usd["therapy"] == same_in_all(
        560 - 720
    )


def test_program_days_after_the_plan_stops_paying_are_owed_in_full():
    """2 days at $40 and 4 at $200, also where a new plan year lies between."""
    assert paid(iop_stops_after=2) == (200, 2 * 40 + 4 * 200)
    assert paid(iop_stops_after=2, start_date="2026-12-28") == (200, 2 * 40 + 4 * 200)
    assert paid(iop_stops_after=6) == (200, 240)


def test_what_a_plan_does_not_pay_counts_toward_no_limit():
    """$200 and $100 go to the deductible; with a maximum of $150 no more than that is shared."""
    inputs = {"iop_stops_after": 1, "iop_deductible_applies": "yes"}
    assert paid(**inputs)[1] == 6 * 200
    capped = paid(**inputs, oop_max_applies="yes", oop_max_usd=150)
    assert capped[1] == 150 + 5 * 200


def test_the_first_sessions_of_a_plan_year_at_no_charge():
    """7 at $20; over the turn of the year 3 of 4 are free, and 3 of the 6 after it."""
    assert paid(therapy_first_visits=3) == (140, 240)
    assert paid(therapy_first_visits=3, start_date="2026-12-07") == (20 + 60, 240)
    assert paid(therapy_first_visits=3, therapy_visits_used=2) == (9 * 20, 240)


def test_the_first_days_at_a_copayment_come_before_the_deductible():
    """2 at $45; then $300 of $800 and a fifth of $500."""
    first = {"iop_first_days": 2, "iop_first_copay_usd": 45, "iop_deductible_applies": "yes"}
    assert paid(**first)[1] == 90 + 300 + 100


def test_out_of_network_the_charge_is_owed_past_the_limit():
    """4 at $20 and $50 above the price; 6 at the charge of $150."""
    out = {"network": "oon", "therapy_charge_usd": 150, "therapy_visit_limit": 4}
    assert paid(**out)[0] == 4 * 70 + 6 * 150


def test_in_one_course_of_both_each_kind_of_care_is_counted_by_itself():
    """6 days, 2 of them paid for; then 4 sessions, 3 of them paid for."""
    down = {"third_path": "step_down", "step_down_sessions": 4}
    terms = {"iop_stops_after": 2, "therapy_visit_limit": 3}
    result = comparison(**PLAIN | down | terms)
    assert result.options["step_down"].patient_usd.likely == 2 * 40 + 4 * 200 + 3 * 20 + 100


@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("terms", TERMS)
def test_many_bills_at_once_have_the_visits_that_a_plan_pays_for_too(terms, days):
    some = of_three_lengths(**PLAIN | terms | days)
    assert at_once(some) == each_alone(some)


def test_a_plan_that_may_stop_paying_leaves_something_to_owe():
    free = {"plan": "masshealth"}
    assert owes_nothing(scenario(**free))
    assert not owes_nothing(scenario(**free, therapy_visit_limit=5))
    assert not owes_nothing(scenario(**free, iop_stops_after=5))
    assert not owes_nothing(scenario(**free, iop_first_days=2, iop_first_copay_usd=5))
    assert owes_nothing(scenario(**free, iop_first_days=2))


def told(**inputs):
    return " ".join(plan_words.plan_share(scenario(**PLAIN | inputs)))


def test_what_a_plan_pays_for_is_told():
    assert (
        "Your plan pays for 6 sessions of therapy in a plan year, with 2 left. You pay the full "
        "price of those past that."
    ) in told(therapy_visit_limit=6, therapy_visits_used=4)
    assert (
        "A program day: your plan pays for 5 days of the program in a plan year, and none is left."
    ) in told(iop_day_limit=5, iop_days_used=5)
    assert (
        "A therapy visit: your plan pays for 5 sessions of therapy in a plan year, and none is"
    ) in told(therapy_visit_limit=5, therapy_visits_used=7)
    assert "pays for 4 sessions of therapy in this course at most" in told(therapy_stops_after=4)
    assert "pays for 4 days of the program in this course at most" in told(iop_stops_after=4)
    assert "pays for 9 days of the program in a plan year, with 9 left" in told(iop_day_limit=9)
    # What was used belongs to the plan year of the first day, which is over by the first visit.
    weekend = {"start_date": "2027-01-30", "plan_year_start": "02-01", "iop_days_used": 5}
    assert "with 9 left" in told(iop_day_limit=9, **weekend)


def test_the_first_visits_are_told_before_all_others():
    assert (
        "A plan year begins with 3 sessions of therapy at no charge. The others work like this: "
        "A therapy visit: your plan pays 80%"
    ) in told(therapy_first_visits=3)
    assert "with 3 sessions of therapy at $10 each." in told(
        therapy_first_visits=3, therapy_first_copay_usd=10
    )
    assert "with 2 days of the program at no charge." in told(iop_first_days=2)
    one = {"therapy_first_visits": 1, "therapy_first_copay_usd": 10}
    assert "begins with 1 session of therapy at $10. The others" in told(**one)
    assert "begins with 1 day of the program at $45. The others" in told(
        iop_first_days=1, iop_first_copay_usd=45
    )
    assert "with 2 days of the program at $45 each." in told(
        iop_first_days=2, iop_first_copay_usd=45
    )


def test_the_bill_names_each_run_of_visits_as_it_is_billed():
    asked = {"therapy_first_visits": 2, "therapy_first_copay_usd": 10, "therapy_stops_after": 7}
    first, others, past = step_sentences(comparison(**PLAIN | asked | {"therapy_copay_usd": 30}),
                                     "therapy")  # fmt: skip
    assert "You pay the copayment, $10 each time. Your plan pays $90." in first
    assert "You pay the copayment, $30 each time. Your plan pays $70." in others
    assert "You pay the full price, $100 each time. Your plan does not pay for it" in past


def test_the_method_names_what_depends_on_the_number_of_a_visit():
    asked = scenario(**PLAIN, therapy_first_visits=2, iop_stops_after=3)
    order = " ".join(method.steps(comparison(**PLAIN, therapy_first_visits=2, iop_stops_after=3)))
    assert "The first visits of a plan year cost an amount of their own" in order
    assert "or after the plan stops paying, are owed in full" in order
    assert has_input("therapy_visits_used", asked)


def test_what_is_used_is_asked_for_only_where_it_matters():
    assert not has_input("therapy_visits_used", scenario())
    assert not has_input("therapy_first_copay_usd", scenario())
    assert has_input("therapy_visit_limit", scenario())
    assert not is_in_use("therapy_visit_limit", scenario())
    assert has_input("iop_days_used", scenario(iop_day_limit=5))
    assert not has_input("iop_day_limit", scenario(iop_network="self_pay"))


def test_more_used_than_the_limit_is_said():
    for asked in ({"therapy_visit_limit": 5, "therapy_visits_used": 7},
                  {"iop_day_limit": 5, "iop_days_used": 7}):  # fmt: skip
        (told,) = warnings(comparison(**PLAIN | asked), date(2027, 1, 4))
        assert "7 as used, more than the limit (5)" in told


def test_visits_used_in_the_plan_year_before_are_said_not_to_count():
    """January 1 and 2, 2027 are no day for a visit; the plan year of the first ends on the 2nd."""
    asked = {"start_date": "2027-01-01", "plan_year_start": "01-03", "therapy_visit_limit": 6,
             "therapy_weekdays": "mon"}  # fmt: skip
    for used in (5, 7):
        (told,) = warnings(comparison(**PLAIN | asked, therapy_visits_used=used), TODAY)
        assert told == (
            "By the first session on January 4, 2027, a new plan year has started. "
            "So we count none as used."
        )
    asked = {"start_date": "2027-01-02", "plan_year_start": "01-03", "iop_first_days": 2}
    (told,) = warnings(comparison(**PLAIN | asked, iop_days_used=2), TODAY)
    assert told.startswith("By the first program day on January 4, 2027, a new plan year")


def test_a_new_plan_year_that_counts_visits_anew_is_said_to():
    """3 of 4 sessions in December and 3 from January on; a program day at no charge in each."""
    late = {"start_date": "2026-12-07"}
    steps = step_sentences(comparison(**PLAIN | late, therapy_visit_limit=3), "therapy")
    assert steps[2] == (
        "A new plan year starts on January 1, 2027. "
        "Your plan counts your visits from the first one again."
    )
    some = {"therapy_visit_limit": 3, "therapy_deductible_applies": "yes"}
    steps = step_sentences(comparison(**PLAIN | late | some), "therapy")
    assert (
        "A new plan year starts on January 1, 2027. Your deductible starts again. "
        "Your plan counts your visits from the first one again."
    ) in steps


def test_how_many_are_used_is_asked_with_what_depends_on_it():
    """Of 6 sessions a plan year none or all may be used: $520 or $1,000."""
    terms = REST_KNOWN | PLAIN | {"therapy_deductible_applies": "no"}
    asked = scenario(**terms, therapy_visit_limit=6)
    stakes = {each.field: each.stake_usd.high_usd for each in questions(asked, swings(asked))}
    assert stakes["therapy_visits_used"] == 480


def test_a_limit_is_asked_for_in_general_until_it_is_known_of_both():
    asked = "Is there a limit on visits or program days in a year?"
    assert asked in general(scenario())
    days = "Is there a limit on program days in a year?"
    assert days in general(scenario(therapy_visit_limit=20))
    known = general(scenario(therapy_visit_limit=20, iop_day_limit=60))
    assert not any("limit on" in each for each in known)


@pytest.mark.parametrize("field", [
    "therapy_visit_limit", "therapy_stops_after", "therapy_first_visits", "therapy_first_copay_usd",
    "iop_day_limit", "iop_days_used", "iop_stops_after", "iop_first_days", "iop_first_copay_usd",
])  # fmt: skip
def test_a_plan_can_confirm_each_of_them(field):
    confirmed = scenario(**PLAIN).but(confirmed=((field, TODAY),))
    (question,) = questions(confirmed, [])
    assert question.field == field
    assert question.text.endswith("?")


def test_a_lost_plan_year_is_seen_past_visits_that_are_not_paid_for():
    """$100 of the deductible in December, then 3 sessions owed; from January it comes again."""
    asked = {"start_date": "2026-12-07", "therapy_visit_limit": 1,
             "therapy_deductible_applies": "yes"}  # fmt: skip
    (restart,) = restarts(comparison(**PLAIN | asked), "therapy")
    assert restart.limits == "deductible"
