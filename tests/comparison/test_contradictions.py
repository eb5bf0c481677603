"""Inputs that contradict each other get a sentence; nothing is blocked."""

from datetime import date

import pytest
from scenarios import TODAY, comparison, warnings

# The course of these scenarios starts on January 4, 2027.
IN_2027 = date(2027, 1, 2)
CONTRADICTIONS = [
    ({"deductible_usd": 500, "deductible_met_usd": 600, "oop_met_usd": 600}, "fully met"),
    ({"oop_met_usd": 5000}, "We count it as reached."),
    ({"deductible_met_usd": 500, "oop_met_usd": 100}, "also counts"),
    ({"deductible_usd": 5000}, "above your out-of-pocket maximum"),
    # Both bills are $0, also where 0 was to say that there is no maximum.
    ({"oop_max_usd": 0}, "With a maximum of $0 your plan pays all that it covers."),
    ({"oop_max_usd": 0, "deductible_usd": 0}, "If it has no maximum, turn that off."),
    ({"oop_max_usd": 12500}, "$12,000, the most the law allows for one person in 2027"),
    ({"plan_pays_percent": 20}, "If 20% is your own share, the plan pays 80%."),
    ({"therapy_copay_usd": 200}, "more than the price of a session"),
    ({"iop_copay_per_day_usd": 300}, "more than the price of a program day"),
    ({"iop_hours_per_week": 22}, "We count 5 days a week of 4 hours 24 minutes."),
    ({"iop_hours_per_week": 5}, "We count 1 day a week of 5 hours."),
    ({"iop_hours_per_week": 8, "iop_hours_per_day": 2}, "We count 2 days a week of 4 hours."),
    ({"plan": "none", "iop_price_per_day_usd": 650}, "$15,600"),
]


@pytest.mark.parametrize(("inputs", "part"), CONTRADICTIONS)
def test_a_contradiction_gets_one_sentence_and_still_an_answer(inputs, part):
    result = comparison(**inputs)
    told = warnings(result, IN_2027)
    assert len(told) == 1
    assert part in told[0]
    assert result.options["iop"].patient_usd.likely >= 0


@pytest.mark.parametrize("plan", ["employer", "high_deductible", "medicare", "masshealth", "none"])
def test_no_example_plan_warns(plan):
    assert warnings(comparison(plan=plan), IN_2027) == []


def test_the_plans_terms_are_not_doubted_where_they_are_not_used():
    assert warnings(comparison(plan="none", deductible_usd=5000), IN_2027) == []


def test_a_cap_that_is_off_is_not_doubted():
    assert warnings(comparison(oop_max_applies="false", oop_met_usd=9000), IN_2027) == []


def test_what_was_paid_before_the_plan_year_of_the_first_day_is_doubted():
    """Today is November 2026, the course starts in January 2027."""
    paid = comparison(deductible_met_usd=600, oop_met_usd=600)
    (told,) = warnings(paid, TODAY)
    assert "A new plan year starts on January 1, 2027" in told
    assert warnings(paid, IN_2027) == []


def test_the_legal_maximum_is_that_of_the_plan_years_year():
    assert warnings(comparison(oop_max_usd=11500), IN_2027) == []
    assert len(warnings(comparison(oop_max_usd=11500, start_date="2026-11-30"), TODAY)) == 1


def test_a_year_without_a_known_legal_maximum_is_not_doubted():
    assert warnings(comparison(oop_max_usd=20000, start_date="2029-01-08"), date(2029, 1, 2)) == []


def test_a_share_no_service_uses_is_not_doubted():
    terms = {"plan_pays_percent": 20, "iop_copay_per_day_usd": 30}
    assert warnings(comparison(**terms), IN_2027) == []


def test_a_deductible_no_service_uses_is_not_doubted():
    terms = {"deductible_usd": 5000, "iop_deductible_applies": "false"}
    assert warnings(comparison(**terms), IN_2027) == []


@pytest.mark.parametrize(
    ("hours_per_week", "longest", "told"),
    [
        (10, 3, "We count 3 days a week of 3 hours 20 minutes."),
        (5, 4, "We count 1 day a week of 5 hours."),
        (22, 3.5, "We count 5 days a week of 4 hours 24 minutes."),
    ],
)
def test_hours_that_make_no_usual_days_are_told_as_they_are_counted(hours_per_week, longest, told):
    result = comparison(iop_hours_per_week=hours_per_week, iop_hours_per_day=longest)
    assert warnings(result, TODAY)[0] == told


def test_days_longer_than_most_programs_have_are_counted_as_entered_and_said():
    """Nine hours in days of up to five are two days of 4 h 30 min; 20 in days of five are four."""
    for inputs, counted in (
        ({"iop_hours_per_day": 5}, "2 days of 4 hours 30 minutes"),
        ({"iop_hours_per_day": 5, "iop_hours_per_week": 20}, "4 days of 5 hours"),
    ):
        assert warnings(comparison(**inputs), TODAY) == [
            f"Most days last 3 hours to 4 hours. We count {counted}. Ask how they are billed."
        ]


def test_the_longest_day_may_be_longer_than_any_day_that_is_counted():
    """Three hours make one day of three, whatever a day could be."""
    asked = {"iop_hours_per_day": 8, "iop_hours_per_week": 3}
    assert warnings(comparison(**asked), TODAY) == []
