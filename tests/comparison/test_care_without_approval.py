"""What a plan pays less for visits without approval, with figures worked by hand."""

from datetime import date
from functools import partial

import pytest
from bills_at_once import at_once, each_alone, of_three_lengths
from scenarios import TEN_SESSIONS_SIX_DAYS, comparison, paid_usd, scenario

from carechoice.comparison.ledger import entries_of
from carechoice.comparison.plan import words as plan_words
from carechoice.inputs.coverage import owes_nothing
from carechoice.inputs.what_counts import has_input, is_in_use
from carechoice.topics.bill.steps import step_sentences
from carechoice.topics.sources import method
from carechoice.topics.unknown.questions import questions

TODAY = date(2026, 11, 23)
# 10 sessions at $100 and 6 days at $200, of which the plan pays 80 percent at once.
PLAIN = TEN_SESSIONS_SIX_DAYS | {"iop_deductible_applies": "no"}
paid = partial(paid_usd, **PLAIN)
FIELDS = (
    "therapy_penalty_usd", "therapy_penalty_percent",
    "iop_penalty_per_day_usd", "iop_penalty_percent",
)  # fmt: skip
TERMS = [
    {"therapy_penalty_usd": 50, "iop_penalty_percent": 50},
    {"therapy_penalty_percent": 12.5, "iop_penalty_per_day_usd": 30, "iop_penalty_percent": 20},
    {"therapy_penalty_usd": 90, "therapy_deductible_applies": "yes"},
    {"iop_penalty_per_day_usd": 100, "oop_max_applies": "yes", "oop_max_usd": 130},
    {"therapy_penalty_usd": 15, "therapy_first_visits": 3, "therapy_visit_limit": 5},
    {"therapy_penalty_percent": 40, "therapy_network": "oon", "therapy_charge_usd": 80},
    {"iop_penalty_percent": 100, "iop_deductible_applies": "yes", "iop_stops_after": 4},
]


def test_an_amount_is_owed_on_top_of_the_share_of_each_visit():
    """10 times $20 and $50; 6 times $40 and $30."""
    assert paid(therapy_penalty_usd=50, iop_penalty_per_day_usd=30) == (700, 420)


def test_a_share_is_one_of_the_price_the_plan_allows():
    """10 times $20 and half of $100; 6 times $40 and a fifth of $200; or both: $40, $30, $40."""
    assert paid(therapy_penalty_percent=50, iop_penalty_percent=20) == (700, 480)
    assert paid(iop_penalty_per_day_usd=30, iop_penalty_percent=20)[1] == 6 * 110
    # A therapist out of network charges $80: $16, and half of $80.
    out = {"therapy_network": "oon", "therapy_charge_usd": 80, "therapy_penalty_percent": 50}
    assert paid(**out)[0] == 10 * 56


def test_nobody_pays_more_than_the_plan_would_have_paid():
    """Of $100 the plan would pay $80: all of them are owed, and no more."""
    assert paid(therapy_penalty_usd=500) == (1000, 240)
    assert paid(therapy_penalty_percent=100) == (1000, 240)


def test_of_a_visit_that_goes_to_the_deductible_nothing_is_taken_off():
    """$300 for three sessions, of which the plan pays nothing; then 7 times $20 and $50."""
    assert paid(therapy_deductible_applies="yes", therapy_penalty_usd=50)[0] == 300 + 7 * 70


def test_it_fills_neither_the_deductible_nor_the_maximum():
    """$40, $40 and the last $20 of $100; $30 on top of all six."""
    capped = {"oop_max_applies": "yes", "oop_max_usd": 100}
    assert paid(**capped, iop_penalty_per_day_usd=30)[1] == 100 + 6 * 30
    (*_, last) = entries_of(comparison(**PLAIN | capped, iop_penalty_per_day_usd=30), "iop")
    assert (last.patient_usd, last.penalty_usd, last.oop_left_usd) == (30, 30, 0)


def test_over_the_turn_of_a_plan_year_with_a_deductible():
    """4 sessions in December: 3 to the deductible, then $20 and $50. 6 from January: 3 and 3."""
    late = {"start_date": "2026-12-07", "therapy_deductible_applies": "yes"}
    assert paid(**late, therapy_penalty_usd=50)[0] == (300 + 70) + (300 + 3 * 70)


def test_care_that_the_plan_does_not_pay_for_costs_no_more_without_approval():
    assert paid(therapy_penalty_usd=50, therapy_not_covered="yes")[0] == 1000
    assert paid(therapy_penalty_usd=50, therapy_stops_after=4)[0] == 4 * 70 + 600


@pytest.mark.parametrize("days", [{}, {"start_date": "2026-12-07"}])
@pytest.mark.parametrize("terms", TERMS)
def test_many_bills_at_once_have_what_is_owed_without_approval_too(terms, days):
    some = of_three_lengths(**PLAIN | terms | days)
    assert at_once(some) == each_alone(some)


def test_who_has_no_approval_owes_something_under_any_plan():
    free = {"plan": "masshealth"}
    assert owes_nothing(scenario(**free))
    assert not owes_nothing(scenario(**free, iop_penalty_percent=20))


def test_what_is_owed_for_want_of_approval_is_told():
    asked = {"therapy_penalty_usd": 15, "iop_penalty_percent": 50}
    told = " ".join(plan_words.plan_share(scenario(**PLAIN | asked)))
    assert (
        "Each therapy session has no approval: you pay up to $15 more for it, and that counts "
        "toward no limit."
    ) in told
    assert "Each program day has no approval: you pay up to $100 more for it" in told
    # Half of $130.23 is $65.115: half a cent goes up, as on the bill below.
    cents = comparison(therapy_sessions=1, therapy_penalty_usd=30, therapy_penalty_percent=50)
    more = "$95.12 more"
    assert f"you pay up to {more} for it" in plan_words.plan_share(cents.scenario)[0]
    assert f"You pay {more}, because" in step_sentences(cents, "therapy")[0]
    # No plan takes off more than the price.
    above = " ".join(plan_words.plan_share(scenario(**PLAIN, iop_penalty_per_day_usd=600)))
    assert "you pay up to $200 more for it" in above


def test_a_share_of_a_price_of_nothing_is_told_nowhere():
    free = scenario(therapy_price_usd="0", therapy_penalty_percent="50")
    assert "no approval" not in " ".join(plan_words.plan_share(free))


def test_the_bill_says_of_each_run_of_visits_what_is_owed_on_top():
    asked = {"therapy_deductible_applies": "yes", "therapy_penalty_usd": 15,
             "therapy_sessions": 5}  # fmt: skip
    full, share = step_sentences(comparison(**PLAIN | asked), "therapy")
    assert "approval" not in full
    assert "You pay your share, $20 of $100 each time. Your plan pays $65. " in share
    assert "Each time you pay $15 more, because they have no approval." in share
    one = step_sentences(comparison(**PLAIN | asked | {"therapy_sessions": 4}), "therapy")[-1]
    assert "You pay $15 more, because it has no approval." in one
    free = {"iop_own_share": "yes", "iop_pays_percent": 100, "iop_penalty_per_day_usd": 30}
    (days,) = step_sentences(comparison(**PLAIN | free), "iop")
    assert "You pay $30 each time, because they have no approval. Your plan pays $170." in days
    single = {"iop_weeks": 1, "iop_stops_after": 1, "iop_hours_per_week": 6}
    assert (
        "You pay $30, because it has no approval. Your plan pays $170."
        in (step_sentences(comparison(**PLAIN | free | single), "iop")[0])
    )


def test_the_method_has_it_as_a_part_and_in_the_order():
    told = " ".join(method.steps(comparison(**PLAIN, therapy_penalty_usd=15)))
    assert "$350 = your share $200 + $150 for missing approval. Your plan pays the rest" in (
        told.replace("**", "")
    )
    assert "without approval is added to what you pay, and counts toward no limit" in told


def test_at_nothing_they_are_inputs_that_have_no_part_in_the_bill():
    for field in FIELDS:
        assert has_input(field, scenario())
        assert not is_in_use(field, scenario())
        assert is_in_use(field, scenario(**{field: 5}))
    assert not has_input("iop_penalty_percent", scenario(iop_not_covered="yes"))


@pytest.mark.parametrize("field", FIELDS)
def test_a_plan_can_confirm_each_of_them(field):
    (question,) = questions(scenario(**PLAIN).but(confirmed=((field, TODAY),)), [])
    assert question.field == field
    assert "has no approval" in question.text
