"""A deductible paid in the last three months of a plan year counts in the next: worked by hand."""

from datetime import date
from functools import partial

import pytest
from bills_at_once import at_once, each_alone
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
from carechoice.comparison.plan_year.words import plan_year_note
from carechoice.inputs.what_counts import has_input, is_in_use
from carechoice.topics.bill.facts import milestones
from carechoice.topics.bill.steps import step_sentences
from carechoice.topics.sources import method
from carechoice.topics.unknown.questions import general, questions
from carechoice.topics.unknown.swings import swings

TODAY = date(2026, 11, 23)
# 10 sessions at $100, 4 of them in December; 6 days at $200, all in December. $1,000 come first,
# then the plan pays 80 percent.
PLAIN = TEN_SESSIONS_SIX_DAYS | {
    "start_date": "2026-12-07",
    "therapy_deductible_applies": "yes",
    "deductible_usd": 1000,
}
paid = partial(paid_usd, **PLAIN)
CARRIED = {"deductible_carries_over": "yes"}
# $700 are paid, $400 of them since October.
MET = {"deductible_met_usd": 700, "oop_met_usd": 700, "deductible_met_late_usd": 400}
LENGTHS = [
    {"therapy_sessions": sessions, "iop_weeks": weeks}
    for sessions, weeks in ((10, 2), (1, 1), (80, 20))
]
TERMS = [
    {},
    MET,
    {"deductible_met_usd": 700, "deductible_met_late_usd": 900},
    {"deductible_usd": 5000, "oop_max_applies": "yes", "oop_max_usd": 350},
    {"therapy_first_visits": 2, "therapy_first_copay_usd": 90, "oop_max_applies": "yes",
     "oop_max_usd": 300, "therapy_stops_after": 8},
    {"therapy_penalty_usd": 30, "therapy_visit_limit": 5},
    {"therapy_network": "oon", "therapy_charge_usd": 150, "other_net_deductible_usd": 500,
     "other_net_deductible_met_usd": 200, "other_net_deductible_met_late_usd": 150},
    {"family_deductible_usd": 1500, "family_deductible_met_usd": 1300, **MET},
    {"plan_year_start": "02-28", "start_date": "2026-11-23"},
]  # fmt: skip


def test_what_december_takes_of_the_deductible_is_not_asked_again_in_january():
    """$400 and then $1,000 are due in full without it; with it $600, as $400 are carried over."""
    assert paid()[0] == 400 + 600
    assert paid(therapy_sessions=20)[0] == 400 + 1000 + 6 * 20
    assert paid(**CARRIED)[0] == 400 + 600
    assert paid(**CARRIED, therapy_sessions=20)[0] == 400 + 600 + 10 * 20


def test_what_september_took_is_asked_again():
    """From September 21 on, a session a week: 2 of 15 before October, which are lost."""
    early = {"start_date": "2026-09-21", "therapy_sessions": 25, **CARRIED}
    # 10 in full and 5 at $20; $800 of the $1,000 were paid from October on, so 2 more in full.
    assert paid(**early)[0] == (1000 + 5 * 20) + (200 + 8 * 20)


def test_of_what_was_paid_before_the_first_day_only_the_late_part_counts_again():
    """$300 are left and paid in December, then $20; $700 of January's $1,000 are carried over."""
    assert paid(**CARRIED, **MET)[0] == (300 + 20) + (300 + 3 * 20)
    # Without it, $1,000 begin anew.
    assert paid(**MET)[0] == (300 + 20) + 600


def test_a_first_visit_in_the_new_plan_year_finds_what_was_carried_over():
    """Saturday, January 30: the plan year that begins on Monday has $600 of $1,000 left."""
    weekend = {"start_date": "2027-01-30", "plan_year_start": "02-01"}
    assert paid(**CARRIED, **MET, **weekend)[0] == 600 + 4 * 20
    assert paid(**MET, **weekend)[0] == 1000


def test_last_months_are_those_of_the_plan_year():
    """Of one that begins on April 1 they begin on January 1: December counts once only."""
    fiscal = {"plan_year_start": "04-01", "therapy_sessions": 30, "deductible_usd": 1500}
    # 15 sessions to March 15, in full, and 2 more at $20; of them 4 in December.
    assert paid(**CARRIED, **fiscal)[0] == (1500 + 2 * 20) + (400 + 9 * 20)


def test_it_counts_toward_the_deductible_and_not_toward_the_maximum():
    """$350 is the most in each plan year, and all of it is owed again in January."""
    capped = {"oop_max_applies": "yes", "oop_max_usd": 350}
    assert paid(**CARRIED, **capped)[0] == 700
    # $400 in December; from January $400 of the $500 left, so that the maximum binds nothing.
    roomy = {"deductible_usd": 900, "oop_max_applies": "yes", "oop_max_usd": 450}
    assert paid(**CARRIED, **roomy)[0] == 400 + 450


def test_each_network_carries_over_its_own():
    out = {
        "therapy_network": "oon",
        "therapy_charge_usd": 100,
        "other_net_deductible_usd": 500,
        "other_net_deductible_met_usd": 200,
        "other_net_deductible_met_late_usd": 150,
    }
    # $300 and $20; then $500 less the $150 and $300 carried over, of a first visit, and 5 at $20.
    assert paid(**CARRIED, **out)[0] == (300 + 20) + (50 + 10 + 5 * 20)


def test_one_deductible_for_both_networks_carries_over_what_was_paid_in_either():
    """Medicare's $1,000, say, as it has one for all providers: 3 sessions of $100 in December, and
    from January 6 days of $200 out of network: $700 in full, then a fifth of $100 and of 2 x $200.
    """
    one = {
        "plan": "medicare",
        "deductible_usd": 1000,
        "iop_network": "oon",
        "iop_charge_per_day_usd": 200,
    }
    ways = {"third_path": "step_up", "step_up_sessions": 3, "start_date": "2026-12-14"}
    result = comparison(**PLAIN | CARRIED | one | ways)
    step_up = result.options["step_up"].patient_usd.likely
    assert step_up == 300 + 700 + 20 + 2 * 40


@pytest.mark.parametrize("days", [{}, {"start_date": "2026-09-14"}, {"start_date": "2027-01-04"}])
@pytest.mark.parametrize("terms", TERMS)
def test_the_bill_of_many_scenarios_at_once_is_the_same(terms, days):
    some = [
        scenario(
            **PLAIN | days | {"therapy_sessions": sessions, "iop_weeks": weeks} | terms | asked
        )
        for sessions, weeks in ((10, 2), (1, 1), (80, 20))
        for asked in ({}, CARRIED)
    ]
    assert at_once(some) == each_alone(some)


def test_nothing_is_lost_where_all_was_paid_late():
    assert [each.limits for each in restarts(comparison(**PLAIN), "therapy")] == ["deductible"]
    assert restarts(comparison(**PLAIN | CARRIED), "therapy") == []
    steps = " ".join(step_sentences(comparison(**PLAIN | CARRIED), "therapy"))
    assert "A new plan year starts on January 1, 2027. What you pay stays the same." in steps


def test_what_counts_in_the_new_plan_year_is_told_where_a_part_is_lost():
    result = comparison(**PLAIN | CARRIED | {"start_date": "2026-09-21", "therapy_sessions": 25})
    kept = "What you paid toward it in the last three months before it still counts."
    assert f"You then start your deductible again. {kept}" in plan_year_note(result)
    assert any(f"Your deductible starts again. {kept}" in step
               for step in step_sentences(result, "therapy"))  # fmt: skip
    told = " ".join(method.steps(result))
    assert "in the last three months of a plan year counts in the next one too" in told


def test_where_nothing_was_paid_late_nothing_is_said_to_count_in_the_new_plan_year():
    """$200 were met before the first day, $50 of them late or none; all visits of 2026 are therapy
    without insurance.
    """
    met = {"deductible_met_usd": 200, "deductible_met_late_usd": 0, "start_date": "2026-12-07"}
    up = {"third_path": "step_up", "step_up_sessions": 5, "therapy_network": "self_pay"}
    inputs = PLAIN | CARRIED | met | up | {"iop_deductible_applies": "yes"}
    assert (
        "A new plan year starts on January 1, 2027. Your deductible starts again."
        in step_sentences(comparison(**inputs), "step_up")
    )
    kept = comparison(**inputs | {"deductible_met_late_usd": 50})
    assert (
        "A new plan year starts on January 1, 2027. Your deductible starts again. "
        "What you paid toward it in the last three months before it still counts."
    ) in step_sentences(kept, "step_up")


def test_the_deductible_is_met_earlier_in_the_new_plan_year():
    """$600 are left from January 4 on: met with the sixth session, on February 8."""
    result = comparison(**PLAIN | CARRIED)
    assert milestones(result, "therapy").deductible_met == date(2027, 2, 8)


def test_a_later_first_day_takes_along_what_was_paid_late():
    """From January $600 and 4 at $20, as against $320 and $360 from December on."""
    asked = {"deductible_usd": 1200}
    later = later_start(comparison(**PLAIN | CARRIED | MET | asked))
    # $1,200: $500 left, $400 of them in December; then $1,200 less $800, and 2 at $20. From January
    # on $800, and 2 at $20.
    assert later.more_usd["therapy"] == same_in_all((800 + 2 * 20) - (400 + 400 + 2 * 20))


def test_the_sentence_on_a_visit_says_what_is_left():
    """$400 and $600 carried over are all of it: no deductible comes first."""
    weekend = {"start_date": "2027-01-30", "plan_year_start": "02-01", "deductible_usd": 400}
    told = " ".join(plan_words.plan_share(scenario(**PLAIN | MET | CARRIED | weekend)))
    assert "A therapy visit: your plan pays 80%" in told
    assert "until your deductible" not in told


def test_how_much_was_paid_late_is_an_input_where_something_was_paid():
    assert not has_input("deductible_met_late_usd", scenario(**PLAIN))
    assert not has_input("deductible_met_late_usd", scenario(**PLAIN | CARRIED))
    assert has_input("deductible_met_late_usd", scenario(**PLAIN | CARRIED | MET))
    assert is_in_use("deductible_met_late_usd", scenario(**PLAIN | CARRIED | MET))
    assert not has_input("other_net_deductible_met_late_usd", scenario(**PLAIN | CARRIED | MET))
    assert has_input("deductible_carries_over", scenario(**PLAIN))
    assert not is_in_use("deductible_carries_over", scenario(**PLAIN))


def test_how_much_was_paid_late_is_asked_with_what_depends_on_it():
    """Of $700 none or all: $1,000 less $300 of December in January are $560, or nothing is left."""
    met = {"deductible_met_usd": 700, "oop_met_usd": 700}
    asked = scenario(**REST_KNOWN | PLAIN | CARRIED | met)
    stakes = {each.field: each.stake_usd.high_usd for each in questions(asked, swings(asked))}
    # $600 in full, or 6 at $20.
    assert stakes["deductible_met_late_usd"] == 600 - 120


def test_whether_it_carries_over_is_asked_where_care_runs_into_a_new_plan_year():
    question = (
        "Does what I pay toward my deductible in the last three months of a plan year count in the "
        "next one too?"
    )
    assert question in general(scenario(**PLAIN))
    assert question not in general(scenario(**PLAIN | {"start_date": "2027-01-04"}))
    assert question not in general(scenario(**PLAIN | CARRIED))
    assert question not in general(scenario(plan="medicare", start_date="2026-12-07"))
    assert question not in general(scenario(**PLAIN | {"deductible_usd": 0}))


def test_amounts_that_cannot_be_are_doubted():
    late = {"deductible_met_usd": 700, "oop_met_usd": 700, "deductible_met_late_usd": 900}
    told = " ".join(warnings(comparison(**PLAIN | CARRIED | late), TODAY))
    assert "more for the last three months ($900) than you paid in all ($700)" in told
    early = comparison(**PLAIN | CARRIED | MET | {"start_date": "2027-06-07"})
    told = " ".join(warnings(early, date(2027, 6, 1)))
    assert "The last three months of this plan year begin on October 1, 2027" in told


def test_what_counts_in_the_new_plan_year_is_said_with_what_does_not():
    weekend = {"start_date": "2027-01-30", "plan_year_start": "02-01"}
    told = " ".join(warnings(comparison(**PLAIN | CARRIED | MET | weekend), date(2027, 1, 28)))
    assert "So we count only what is carried over to it." in told
    january = comparison(**PLAIN | CARRIED | MET | {"start_date": "2027-01-04"})
    told = " ".join(warnings(january, TODAY))
    assert "Enter only what you paid in it and what was carried over to it" in told
    # Therapy begins on Friday, the program on Monday.
    some = {
        "start_date": "2027-01-29",
        "plan_year_start": "02-01",
        "therapy_weekdays": "fri",
        "iop_weekdays": "mon_tue_thu",
    }
    told = " ".join(warnings(comparison(**PLAIN | CARRIED | MET | some), date(2027, 1, 28)))
    assert "There only what is carried over counts." in told


@pytest.mark.parametrize("field", [
    "deductible_carries_over", "deductible_met_late_usd", "other_net_deductible_met_late_usd",
])  # fmt: skip
def test_a_plan_can_confirm_each_of_them(field):
    asked = {"iop_network": "oon", "other_net_deductible_met_usd": 100}
    confirmed = scenario(**PLAIN | CARRIED | MET | asked).but(confirmed=((field, TODAY),))
    (question,) = questions(confirmed, [])
    assert question.field == field
    assert "last three months" in question.text
