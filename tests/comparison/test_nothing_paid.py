"""Where nobody said what was paid toward a plan's limits, a range says that nothing counts."""

import pytest
from scenarios import comparison, scenario

from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan.nothing_paid import nothing_paid
from carechoice.topics.bill.captions import break_even_caption
from carechoice.topics.bill.facts import break_even
from carechoice.topics.dashboard.captions import cost_caption
from carechoice.topics.sources.method import steps
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.words import unknown_caption

TOWARD = "We count nothing as paid so far toward:"
NOTHING = f"{TOWARD} Deductible, Out-of-pocket maximum."
IN_SHORT = "We count $0 paid so far."


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


def test_a_limit_is_called_by_a_name_that_fits_in_a_sentence():
    """Its label is “Family deductible (0: none)”."""
    family = {"family_deductible_usd": 3000, "family_oop_max_usd": 8000}
    known = {"deductible_met_usd": 0, "oop_met_usd": 0}
    told = f"{TOWARD} Family deductible, Family out-of-pocket maximum."
    assert nothing_paid(scenario(**family, **known)) == [told]


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"network": "oon"},
        {"network": "oon", "deductible_usd": 500},
        {"iop_network": "oon"},
        {"deductible_usd": 500},
        {"plan": "high_deductible"},
        {"plan": "medicare"},
        {"plan": "own", "filled_by": "own"},
    ],
)
def test_the_answer_itself_says_it_in_short(inputs):
    assert main_assumption(scenario(**inputs)).count(IN_SHORT) == 1


def test_the_answer_names_the_limit_where_the_other_amount_is_known():
    assert f"{TOWARD} Deductible." in main_assumption(scenario(oop_met_usd=400))


@pytest.mark.parametrize(
    "inputs",
    [{"plan": "none"}, {"plan": "masshealth"}, {"deductible_met_usd": 0, "oop_met_usd": 0}],
)
def test_the_answer_says_nothing_of_it_where_there_is_nothing_to_say(inputs):
    told = main_assumption(scenario(**inputs))
    assert "$0" not in told
    assert TOWARD not in told


def test_where_one_of_two_amounts_is_known_the_limit_of_the_other_is_named():
    assert nothing_paid(scenario(oop_met_usd=400)) == [f"{TOWARD} Deductible."]


def test_a_limit_that_the_known_terms_leave_nothing_to_do_is_not_named():
    """Copayments alone are owed: a deductible never comes first, and a maximum can end them."""
    copays = {"therapy_copay_usd": 30, "iop_copay_per_day_usd": 50}
    at_once = {"therapy_deductible_applies": "no", "iop_deductible_applies": "no"}
    assert nothing_paid(scenario(**copays, **at_once)) == [f"{TOWARD} Out-of-pocket maximum."]


def test_every_place_that_says_what_a_range_is_says_it():
    """All limits that there are need no names; one of two is named."""
    for inputs, told in (({}, IN_SHORT), ({"oop_met_usd": 400}, f"{TOWARD} Deductible.")):
        begun = comparison(**inputs)
        assert told in cost_caption(begun)
        assert told in unknown_caption(begun, spreads(begun))
        assert told in break_even_caption(begun, break_even(begun))
    begun = comparison()
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
