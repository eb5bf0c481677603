"""What plans and insurers say of rarer terms, entered as whoever uses the page would enter them.

Where a source prints figures, they are the test's. Where it has the rule alone, the prices are
ours, and what follows is worked by hand.
"""

import pytest
from scenarios import comparison

# 20 sessions at $100 or 6 days at $200 in one plan year, without a deductible or a maximum.
PLAIN = {
    "therapy_price_usd": 100,
    "therapy_copay_usd": 0,
    "therapy_sessions": 20,
    "iop_hours_per_week": 9,
    "iop_weeks": 2,
    "iop_price_per_day_usd": 200,
    "deductible_usd": 0,
    "oop_max_applies": "no",
}


def paid(care="therapy", **inputs):
    return comparison(**PLAIN | inputs).options[care].patient_total_usd


def deductible_of(year, **inputs):
    """What the sessions of a calendar year pay toward the deductible."""
    ledger = comparison(**PLAIN | inputs).ledger
    return sum(e.deductible_usd for e in ledger if e.care == "therapy" and e.date.year == year)


def test_fourth_quarter_rollover_as_an_insurer_prints_it():
    """Of $2,000 a member paid $800 in the fourth quarter: $1,200 are left of the next year's.

    https://tuftshealthplan.com/broker/news/2019/4th-quarter-deductible-carryover
    """
    terms = {"deductible_usd": 2000, "deductible_carries_over": "yes",
             "therapy_deductible_applies": "yes", "therapy_sessions": 30}  # fmt: skip
    # 8 sessions from November 9 on; and paid before the first day, which is the next year's visit.
    assert deductible_of(2026, **terms, start_date="2026-11-09") == 800
    assert deductible_of(2027, **terms, start_date="2026-11-09") == 1200
    before = {"deductible_met_usd": 800, "oop_met_usd": 800, "deductible_met_late_usd": 800}
    assert deductible_of(2027, **terms, **before, start_date="2026-12-31",
                         therapy_weekdays="mon") == 1200  # fmt: skip


@pytest.mark.parametrize(
    ("deductible", "early", "late", "left"),
    [
        # https://experts123.com/q/what-is-an-individual-deductible-carry-over-provision.html
        (900, 200, 550, 350),
        # http://affordablehealthinsurancequotes.org/basics/deductible-carryover-provision/
        (2500, 1000, 500, 2000),
    ],
)
def test_what_was_paid_from_october_on_lowers_the_next_deductible(deductible, early, late, left):
    """The amounts are those printed; the first visit is the next plan year's."""
    met = early + late
    found = deductible_of(
        2027,
        deductible_usd=deductible,
        therapy_deductible_applies="yes",
        therapy_sessions=30,
        deductible_carries_over="yes",
        deductible_met_usd=met,
        oop_met_usd=met,
        deductible_met_late_usd=late,
        start_date="2026-12-31",
        therapy_weekdays="mon",
    )
    assert found == left


def test_october_to_december_at_a_university():
    """Auburn 2021: $500, credited to the next year from October on; programs are paid in full.

    4 sessions in December at a share of 20%, which is ours: $400, then $100 and 15 at $20.
    https://info.5y1.org/behavioral-health-day-treatment-programs_1_b5ecc8.html
    """
    terms = {"deductible_usd": 500, "deductible_carries_over": "yes", "plan_pays_percent": 80,
             "therapy_deductible_applies": "yes", "start_date": "2026-12-07"}  # fmt: skip
    assert paid(**terms) == 400 + 100 + 15 * 20
    program = {"iop_own_share": "yes", "iop_pays_percent": 100, "iop_deductible_applies": "no"}
    assert paid("iop", **terms, **program) == 0


def test_ten_visits_at_ten_dollars_then_a_share():
    """FEP Blue Focus 2025, 5(e): $10 for the first 10 visits, then 30% after the deductible.

    The deductible of $500 is ours: 10 at $10, 5 in full, 5 at $30.
    https://2025-fep-blue-focus.fepbrochures-bcbsa.com
    """
    terms = {"therapy_first_visits": 10, "therapy_first_copay_usd": 10, "plan_pays_percent": 70,
             "therapy_deductible_applies": "yes", "deductible_usd": 500}  # fmt: skip
    assert paid(**terms) == 100 + 500 + 150


def test_a_hundred_dollars_without_prior_approval():
    """FEP Blue Focus 2020, 5(e): a facility's program at 30%, and a penalty of $100.

    Taken as one of each day: 6 at $60 and $100. On a price of $120 only $84 are left to take.
    """
    terms = {"plan_pays_percent": 70, "iop_penalty_per_day_usd": 100}
    assert paid("iop", **terms) == 6 * 160
    assert paid("iop", **terms, iop_price_per_day_usd=120) == 6 * 120


def test_a_student_plan_with_a_deductible_of_each_network():
    """University of Northern Colorado: $500 and 20% in network, $1,000 and 50% out of it.

    http://www.unco.edu/student-health-insurance-program/plan-enrollment/deductible-coinsurance.aspx
    """
    terms = {
        "therapy_network": "oon",
        "therapy_charge_usd": 100,
        "therapy_own_share": "yes",
        "therapy_pays_percent": 50,
        "therapy_deductible_applies": "yes",
        "other_net_deductible_usd": 1000,
        "other_net_oop_max_applies": "no",
        "deductible_usd": 500,
        "plan_pays_percent": 80,
    }
    assert paid(**terms) == 1000 + 10 * 50
    assert paid("iop", **terms) == 500 + 140


def test_visits_that_went_to_the_deductible_count_in_one_plan_and_not_in_another():
    """20 sessions, 8 of them a year, $300 first, then 20%: counted in both ways.

    Only paid ones: https://experts123.com/q/how-do-plans-calculate-what-constitutes-a-day-or-a-
    visit-when-applying-the-benefit-limits.html. All of them:
    http://pantherpt.com/physical-therapy-visit-limits-caps-authorizations-benefit-periods/
    """
    terms = {"deductible_usd": 300, "therapy_deductible_applies": "yes", "plan_pays_percent": 80,
             "therapy_visit_limit": 8}  # fmt: skip
    assert paid(**terms) == 300 + 5 * 20 + 12 * 100
    assert paid(**terms, therapy_only_paid_count="yes") == 300 + 8 * 20 + 9 * 100
