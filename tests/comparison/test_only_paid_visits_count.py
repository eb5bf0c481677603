"""A limit that only visits count toward which the plan paid a part of: worked by hand."""

from datetime import date
from functools import partial

import pytest
from bills_at_once import at_once, each_alone
from scenarios import REST_KNOWN, TEN_SESSIONS_SIX_DAYS, paid_usd, scenario

from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.plan import words as plan_words
from carechoice.inputs.what_counts import has_input, is_in_use
from carechoice.topics.unknown.questions import questions
from carechoice.topics.unknown.swings import swings

TODAY = date(2026, 11, 23)
# 10 sessions at $100 and 6 days at $200; $300 come first, then the plan pays 80 percent.
PLAIN = TEN_SESSIONS_SIX_DAYS | {"therapy_deductible_applies": "yes"}
paid = partial(paid_usd, **PLAIN)
PAID_ONLY = {"therapy_only_paid_count": "yes", "iop_only_paid_count": "yes"}
LIMITED = {"therapy_visit_limit": 5, "iop_day_limit": 3}
LENGTHS = [
    {"therapy_sessions": sessions, "iop_weeks": weeks}
    for sessions, weeks in ((10, 2), (1, 1), (70, 16))
]
TERMS = [
    {},
    {"therapy_visits_used": 3, "iop_days_used": 4},
    {"therapy_copay_usd": 120, "iop_penalty_per_day_usd": 300},
    {"oop_max_applies": "yes", "oop_max_usd": 250},
    {"oop_max_applies": "yes", "oop_max_usd": 340, "therapy_copay_usd": 100},
    {"therapy_first_visits": 2, "therapy_first_copay_usd": 100, "iop_first_days": 1},
    {"therapy_stops_after": 7, "therapy_penalty_percent": 80, "deductible_carries_over": "yes"},
    {"therapy_network": "oon", "therapy_charge_usd": 130, "iop_not_covered": "yes"},
]


def test_sessions_that_went_to_the_deductible_do_not_count():
    """All count: 3 in full, 2 at $20, 5 in full. Only those paid: 3 in full, 5 at $20, 2 in full.

    Of the days the second has the last $100 of the deductible, so the plan pays a part of it.
    """
    assert paid(**LIMITED) == (300 + 40 + 500, 200 + 120 + 40 + 600)
    assert paid(**LIMITED, **PAID_ONLY) == (300 + 100 + 200, 200 + 120 + 2 * 40 + 2 * 200)


def test_visits_used_are_those_the_plan_counted():
    """3 of 5 are used: 3 in full, 2 at $20, 5 in full."""
    assert paid(**LIMITED, **PAID_ONLY, therapy_visits_used=3)[0] == 300 + 40 + 500
    assert paid(**LIMITED, **PAID_ONLY, therapy_visits_used=5)[0] == 1000


def test_a_new_plan_year_has_all_of_them_again():
    """4 in December: 3 in full and $20. From January 3 in full and 3 at $20."""
    late = {"start_date": "2026-12-07", "therapy_visit_limit": 3}
    assert paid(**late, **PAID_ONLY)[0] == (300 + 20) + (300 + 60)
    assert paid(**late)[0] == (300 + 100) + 600


def test_what_costs_as_much_as_the_copayment_never_counts():
    """Of a copayment of $120 all of each $100 is owed, and the limit is never reached."""
    copay = {"therapy_copay_usd": 120, "therapy_deductible_applies": "no"}
    assert paid(**LIMITED, **PAID_ONLY, **copay)[0] == 1000


def test_past_the_maximum_the_plan_pays_all_and_visits_count():
    """$250 is the most: 2 in full, half of the third, of which the plan pays $50; 4 more, then $100
    each."""
    capped = {"oop_max_applies": "yes", "oop_max_usd": 250}
    assert paid(**LIMITED, **PAID_ONLY, **capped)[0] == 250 + 3 * 100


def test_what_want_of_approval_takes_whole_is_not_paid_for():
    """The plan would pay $80 and takes off as much: no session counts, and each costs $100."""
    assert paid(**LIMITED, **PAID_ONLY, therapy_penalty_usd=80)[0] == 1000


@pytest.mark.parametrize("days", [{}, {"start_date": "2026-12-07"}])
@pytest.mark.parametrize("terms", TERMS)
def test_the_bill_of_many_scenarios_at_once_is_the_same(terms, days):
    some = [
        scenario(**PLAIN | LIMITED | days | length | terms | asked)
        for length in LENGTHS
        for asked in ({}, PAID_ONLY, {"iop_only_paid_count": "yes", "iop_day_limit": 0})
    ]
    assert at_once(some) == each_alone(some)


def test_it_is_told_what_counts():
    told = " ".join(plan_words.plan_share(scenario(**PLAIN | LIMITED | PAID_ONLY)))
    assert "Your plan pays a part of 5 sessions of therapy in a plan year, with 5 left." in told
    assert "Your plan pays a part of 3 days of the program in a plan year, with 3 left." in told
    assert "Those it pays nothing of do not count." in told


@pytest.mark.parametrize("care", PATHWAYS)
def test_it_is_an_input_where_there_is_a_limit_and_asked_with_its_dollars(care):
    field = f"{care}_only_paid_count"
    assert not has_input(field, scenario(**PLAIN))
    assert has_input(field, scenario(**PLAIN | LIMITED))
    assert is_in_use(field, scenario(**PLAIN | LIMITED))
    assert not is_in_use(field, scenario(**PLAIN))
    asked = scenario(**REST_KNOWN | PLAIN | LIMITED)
    stakes = {each.field: each.stake_usd.high_usd for each in questions(asked, swings(asked))}
    # $840 or $600 of therapy, $960 or $800 of the program.
    assert stakes[field] == {"therapy": 240, "iop": 160}[care]
    confirmed = questions(scenario(**PLAIN).but(confirmed=((field, TODAY),)), [])
    assert "that my plan pays a part of count toward its limit" in confirmed[0].text


def test_a_bill_that_is_highest_between_the_ends_of_a_range_is_found_there():
    """Of $300 nothing is paid: 3 in full, 5 at $20, 2 in full. All of it: 5 at $20, 5 in full.

    Either is $600. Of the values tried, $112.50 costs most: 1 in full; the second has the last
    $87.50 and counts, at $90; 4 at $20, 4 in full. That is $670.
    """
    terms = REST_KNOWN | PLAIN | {"therapy_visit_limit": 5, "therapy_only_paid_count": "yes"}
    asked = scenario(**terms | {"iop_not_covered": "yes"})
    (met,) = (each for each in swings(asked) if each.field == "deductible_met_usd")
    assert met.patient_usd["therapy"] == (0, 0)
    assert met.stake_usd == (70, 70)
