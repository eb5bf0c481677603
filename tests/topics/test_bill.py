"""The bill in detail, worked by hand.

The default scenario from January 4, 2027: 18 sessions at $130.23 with a $27 copayment; 24 program
days at $255, $1,886 deductible, then 20%. Seven days in full are $1,785; day 8 has $101 of
deductible and 20% of the other $154, $30.80; days 9 to 24 cost $51 each, $816 together.
"""

from datetime import date

import pytest
from scenarios import comparison

from carechoice.comparison.ledger import entries_of, running_usd
from carechoice.comparison.other_costs import other_costs
from carechoice.topics.bill import facts as bill


def steps(pathway, **inputs):
    found = bill.steps(comparison(**inputs), pathway)
    return [(step.kind, step.first, step.last, step.entry.patient_usd) for step in found]


def test_the_iop_goes_through_the_deductible_and_then_the_share():
    assert steps("iop") == [
        ("full", 1, 7, 255),
        ("crossing", 8, 8, 131.80),
        ("share", 9, 24, 51),
    ]


def test_therapy_with_a_copayment_is_one_step():
    assert steps("therapy") == [("copay", 1, 18, 27)]


def test_a_new_plan_year_starts_the_deductible_again():
    """From November 30 on, days 1 to 15 fall into 2026 and 16 to 24 into 2027."""
    found = bill.steps(comparison(start_date="2026-11-30"), "iop")
    assert [(step.kind, step.first, step.last) for step in found] == [
        ("full", 1, 7),
        ("crossing", 8, 8),
        ("share", 9, 15),
        ("full", 16, 22),
        ("crossing", 23, 23),
        ("share", 24, 24),
    ]
    assert [step.new_year for step in found] == [None, None, None, date(2027, 1, 1), None, None]


def test_the_maximum_is_reached_inside_a_day_and_then_nothing_is_due():
    """$2,000: after day 8 $1,916.80 is paid; day 9 costs $51, day 10 the last $32.20."""
    assert steps("iop", oop_max_usd=2000) == [
        ("full", 1, 7, 255),
        ("crossing", 8, 8, 131.80),
        ("share", 9, 9, 51),
        ("reaches_max", 10, 10, 32.20),
        ("past_max", 11, 24, 0),
    ]


def test_without_insurance_every_visit_costs_its_price():
    assert steps("iop", plan="none") == [("self_pay", 1, 24, 350)]


def test_a_plan_that_pays_all_leaves_nothing():
    assert steps("therapy", plan="masshealth") == [("free", 1, 18, 0)]


def test_out_of_network_the_part_above_the_plans_price_is_added_and_counts_toward_nothing():
    """A $400 day of which the plan allows $255: $145 more each day, deductible as before."""
    found = bill.steps(comparison(network="oon", iop_charge_per_day_usd=400), "iop")
    assert [(step.kind, step.first, step.last) for step in found] == [
        ("full", 1, 7),
        ("crossing", 8, 8),
        ("share", 9, 24),
    ]
    assert [step.entry.patient_usd for step in found] == [400, 131.80 + 145, 51 + 145]
    assert {step.entry.balance_usd for step in found} == {145}


def test_milestones_are_the_days_on_which_the_limits_are_used_up():
    """Three days a week from Monday, January 4: day 8 is Tuesday of week 3, day 10 of week 4."""
    result = comparison(oop_max_usd=2000)
    days = [entry.date for entry in entries_of(result, "iop")]
    found = bill.milestones(result, "iop")
    assert (found.deductible_met, found.oop_max_reached) == (days[7], days[9])
    nothing = bill.milestones(result, "therapy")
    assert (nothing.deductible_met, nothing.oop_max_reached) == (None, None)


def test_months_add_up_to_the_whole_bill():
    result = comparison(start_date="2026-11-30")
    months = bill.months(result)
    assert [month.first_day for month in months] == [
        date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1),
    ]  # fmt: skip
    for pathway, option in result.options.items():
        paid = sum(month.patient_usd[pathway] for month in months)
        assert paid == pytest.approx(option.patient_usd.likely)
        plan = sum(month.plan_usd[pathway] for month in months)
        assert plan == pytest.approx(option.plan_usd)
    # Monday, November 30: one session and one program day.
    assert months[0].patient_usd == {"therapy": 27, "iop": 255}


def test_the_running_sum_ends_at_the_whole_bill():
    entries = entries_of(comparison(), "iop")
    running = running_usd(entries)
    assert running[:2] == [255, 510]
    assert running[-1] == 1785 + 131.80 + 816


def test_break_even_where_therapy_with_a_copayment_never_reaches_the_iop():
    """104 sessions at $27 are $2,808; the IOP costs $2,732.80, so it is reached at session 102."""
    found = bill.break_even(comparison())
    assert found.iop_usd == 2732.80
    assert found.therapy_usd[17] == 486
    # 101 x 27 = 2,727; 102 x 27 = 2,754.
    assert found.sessions == 102


def test_break_even_is_never_where_even_the_most_sessions_cost_less():
    assert bill.break_even(comparison(therapy_copay_usd=10)).sessions is None


def test_break_even_is_the_first_session_where_the_iop_is_free():
    result = comparison(iop_price_per_day_usd=0)
    assert bill.break_even(result).sessions == 1


def test_other_costs_count_every_visit_and_every_hour_away():
    """24 days of 3 hours and 40 minutes of travel: 72 + 16 = 88 hours."""
    result = comparison(
        travel_usd_per_visit=12,
        travel_minutes_per_visit=40,
        unpaid_usd_per_hour=25,
        child_care_usd_per_hour=15,
    )
    found = other_costs(result.options["iop"])
    assert (found.travel_usd, found.unpaid_usd, found.child_care_usd) == (288, 2200, 1320)
    assert found.total_usd == 3808


def test_online_there_is_no_way_there_to_pay_for():
    """72 hours of care at $25, and nothing for the way there."""
    result = comparison(
        visits_online="yes",
        travel_usd_per_visit=12,
        travel_minutes_per_visit=40,
        unpaid_usd_per_hour=25,
    )
    found = other_costs(result.options["iop"])
    assert (found.travel_usd, found.unpaid_usd) == (0, 1800)


def test_other_costs_are_nothing_until_they_are_entered():
    result = comparison()
    assert other_costs(result.options["therapy"]).total_usd == 0
