"""Where nobody said what was paid toward a plan's limits, a range says that nothing counts."""

import pytest
from scenarios import comparison, scenario

from carechoice.comparison.nothing_paid import nothing_paid
from carechoice.topics.bill.captions import break_even_caption
from carechoice.topics.bill.facts import break_even
from carechoice.topics.dashboard.captions import cost_caption
from carechoice.topics.sources.method import steps
from carechoice.topics.unknown.facts import spreads
from carechoice.topics.unknown.words import unknown_caption

TOWARD = "We count nothing as paid so far toward:"
NOTHING = f"{TOWARD} Deductible, Out-of-pocket maximum."


@pytest.mark.parametrize(
    ("plan", "told"),
    [("employer", NOTHING), ("high_deductible", NOTHING), ("medicare", f"{TOWARD} Deductible.")],
)
def test_it_is_said_of_the_limits_that_a_plan_has(plan, told):
    assert nothing_paid(scenario(plan=plan)) == [told]


@pytest.mark.parametrize(
    "inputs",
    [
        # Nobody pays toward a limit.
        {"plan": "none"},
        {"plan": "masshealth"},
        {"deductible_usd": 0, "oop_max_applies": "no"},
        # What was paid is said.
        {"deductible_met_usd": 400, "oop_met_usd": 400},
        {"deductible_usd": 0, "oop_met_usd": 400},
        # That nothing was, too.
        {"deductible_met_usd": 0, "oop_met_usd": 0},
    ],
)
def test_it_is_not_said_where_there_is_no_limit_or_it_is_known_what_was_paid(inputs):
    assert nothing_paid(scenario(**inputs)) == []


def test_where_one_of_two_amounts_is_known_the_limit_of_the_other_is_named():
    assert nothing_paid(scenario(oop_met_usd=400)) == [f"{TOWARD} Deductible."]


def test_a_limit_that_the_known_terms_leave_nothing_to_do_is_not_named():
    """Copayments alone are owed: a deductible never comes first, and a maximum can end them."""
    copays = {"therapy_copay_usd": 30, "iop_copay_per_day_usd": 50}
    at_once = {"therapy_deductible_applies": "no", "iop_deductible_applies": "no"}
    assert nothing_paid(scenario(**copays, **at_once)) == [f"{TOWARD} Out-of-pocket maximum."]


def test_every_place_that_says_what_a_range_is_says_it():
    begun = comparison()
    assert NOTHING in cost_caption(begun)
    assert NOTHING in unknown_caption(begun, spreads(begun))
    assert NOTHING in break_even_caption(begun, break_even(begun))
    counts = "What you have paid so far toward its limits is not varied: it counts as nothing until"
    assert any(counts in step for step in steps(begun))


def test_where_there_is_no_range_it_is_not_said_of_one():
    terms = {"deductible_usd": 500, "oop_max_usd": 4000, "plan_pays_percent": 80}
    therapy = {"therapy_copay_usd": 30, "therapy_deductible_applies": "no"}
    program = {"iop_copay_per_day_usd": 50, "iop_deductible_applies": "no"}
    prices = {"therapy_price_usd": 140, "iop_price_per_day_usd": 300}
    known = comparison(**terms, **therapy, **program, **prices)
    assert TOWARD not in cost_caption(known)
    assert TOWARD not in unknown_caption(known, spreads(known))
    assert TOWARD not in break_even_caption(known, break_even(known))
