"""Limits of the other network until somebody says them, with figures worked by hand."""

from datetime import date

import pytest
from costs_at_once import costs_usd
from scenarios import ALL_KNOWN, comparison, scenario

from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.draws.not_known import unknown
from carechoice.comparison.draws.simulation import likely_usd
from carechoice.comparison.words import cost as told_cost
from carechoice.inputs.changes import (
    after_answer,
    after_change,
    under_other_plan,
    without_answer,
)
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.stated_values import said
from carechoice.inputs.what_counts import has_input
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.swings import swings

OTHER_LIMITS = ("deductible_usd", "oop_max_applies", "oop_max_usd")
# 18 sessions of $167 and 33 more than the plan allows; 24 days of $319.38.
MEDICARE_OUT = {"plan": "medicare", "therapy_network": "oon", "therapy_charge_usd": 200}
# $283, a fifth of 18 x 167 - 283, and 18 x 33.
MEDICARE_OUT_USD = 283 + 544.60 + 594


def cost(pathway, **inputs):
    return comparison(**inputs).options[pathway].patient_total_usd


def other_limits(held):
    return [held.value(f"other_net_{name}") for name in OTHER_LIMITS]


def own_limits(held):
    return [held.value(name) for name in OTHER_LIMITS]


def test_medicare_has_its_deductible_and_no_maximum_whoever_is_paid():
    """The same as with all care out of network; not an employer's $1,886 and $4,000."""
    assert cost("therapy", **MEDICARE_OUT) == pytest.approx(MEDICARE_OUT_USD)
    all_out = MEDICARE_OUT | {"therapy_network": "as_plan", "network": "oon"}
    assert cost("therapy", **all_out) == pytest.approx(MEDICARE_OUT_USD)


def test_the_plan_to_compare_with_has_its_own_limits_in_the_other_network():
    out = {**MEDICARE_OUT, "plan": "employer", "other_plan": "medicare"}
    other = under_other_plan(scenario(**out))
    assert costs_usd([other], "therapy") == [pytest.approx(MEDICARE_OUT_USD)]


def test_part_b_has_one_deductible_for_both_networks():
    """24 days out of network: $283 and a fifth of the rest; then 4 x $33.40, its fifth, in it.

    A fifth of $319.38 is $63.88, and of the second day's first $36.38 over $283 $7.28.
    """
    down = {"third_path": "step_down", "step_down_sessions": 4, "iop_network": "oon"}
    days = 283 + 7.28 + 23 * 63.88
    assert cost("step_down", plan="medicare", **down) == pytest.approx(days + 4 * 33.40)
    # What was paid toward it counts for all care.
    met = comparison(**MEDICARE_OUT, deductible_met_usd=283)
    assert met.options["therapy"].patient_total_usd == pytest.approx(18 * 33.40 + 594)


def test_medicare_is_asked_for_no_limit_of_another_network():
    out = scenario(**MEDICARE_OUT)
    assert not [
        field for field in out.to_values() if "other_net" in field and has_input(field, out)
    ]
    asked = [each.field for each in questions.questions(out, swings(out))]
    assert asked == ["iop_price_per_day_usd", "therapy_price_usd", "deductible_met_usd"]


def test_masshealth_leaves_the_balance_of_a_therapist_out_of_network_alone():
    """18 x (200 - 130.23)."""
    out = MEDICARE_OUT | {"plan": "masshealth"}
    assert cost("therapy", **out) == pytest.approx(18 * 69.77)


@pytest.mark.parametrize("plan", ["employer", "high_deductible", "medicare", "masshealth"])
def test_the_limits_of_another_network_are_those_of_the_plan_until_somebody_says_others(plan):
    held = scenario(plan=plan, iop_network="oon")
    assert other_limits(held) == own_limits(held)
    assert held.plan.key == plan


def test_a_maximum_of_the_other_network_is_no_lower_than_in_network():
    """60 days of $255: $1,750 and a fifth of $13,550, less than the $8,500 of both networks."""
    twenty_weeks = {"plan": "high_deductible", "iop_weeks": 20}
    for way in ("in", "oon"):
        assert cost("iop", **twenty_weeks, iop_network=way) == 1750 + 2710


def test_limits_that_a_person_gives_are_those_of_the_other_network_too():
    """24 days of $255: $5,000 and a fifth of $1,120."""
    own = {"deductible_usd": 5000, "oop_max_usd": 9000, "iop_network": "oon"}
    assert cost("iop", **own) == 5224
    # Until they say what it is there: $300 and a fifth of $5,820.
    assert cost("iop", **own, other_net_deductible_usd=300) == 1464


def test_they_follow_an_input_that_is_moved_and_an_answer_that_is_taken_back():
    start = scenario(iop_network="oon").to_values()
    moved = after_change({**start, "deductible_usd": 3000.0}, "deductible_usd")
    assert moved["other_net_deductible_usd"] == 3000
    assert "other_net_deductible_usd" not in moved["said"]
    answered = after_answer({**start, "oop_max_usd": 9000.0}, "oop_max_usd", date(2026, 11, 23))
    assert answered["other_net_oop_max_usd"] == 9000
    back = without_answer(answered, "oop_max_usd", before=4000.0, said_before=(), plan="employer")
    assert back["other_net_oop_max_usd"] == 4000
    assert "other_net_oop_max_usd" not in back["said"]


def test_an_amount_of_a_maximum_there_says_that_there_is_one():
    """24 days of $255: $1,886 and a fifth of $4,234 are more than $2,000."""
    none = {"oop_max_applies": "no", "iop_network": "oon"}
    assert cost("iop", **none, other_net_oop_max_usd=2000) == 2000
    held = scenario(iop_network="oon", other_net_oop_max_usd=2000).to_values()
    without = after_change({**held, "oop_max_applies": False}, "oop_max_applies")
    assert without["other_net_oop_max_applies"] is True


def test_what_a_person_gave_for_the_other_network_stays():
    start = scenario(iop_network="oon", other_net_deductible_usd=700).to_values()
    moved = after_change({**start, "deductible_usd": 3000.0}, "deductible_usd")
    assert moved["other_net_deductible_usd"] == 700
    assert "other_net_deductible_usd" in moved["said"]


def test_an_example_plan_fills_them_in_and_a_link_hands_them_on():
    start = scenario(iop_network="oon", deductible_usd=5000).to_values()
    picked = after_change({**start, "plan": "high_deductible"}, "plan")
    assert other_limits(Scenario.holding(picked)) == [1750, True, 8500]
    own = scenario(iop_network="oon", deductible_usd=5000)
    assert "other_net_deductible_usd" not in own.to_short_query()
    assert scenario(**own.to_short_query()) == own
    assert said(own.origins.said, own.to_values()) == own.origins.said


def test_the_plan_to_compare_with_takes_the_deductible_that_was_typed_for_it_there_too():
    other = under_other_plan(
        scenario(iop_network="oon", other_plan="high_deductible", other_deductible_usd=2500)
    )
    assert other_limits(other) == [2500, True, 8500]


def test_the_range_of_care_in_the_other_network_is_as_wide_as_in_network():
    """No provider's charge is known, so that only the limits could set them apart."""
    of_program = {"therapy_copay_usd": 27, "iop_price_per_day_usd": 255}
    within = likely_usd(scenario(**of_program), "iop")
    beside = scenario(**of_program, iop_network="oon")
    assert unknown(beside).following == ("other_net_deductible_usd", "other_net_oop_max_usd")
    low, _, high = likely_usd(beside, "iop")
    assert (low, high) == (within[0], within[2])


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_the_bill_of_many_scenarios_has_one_set_of_medicares_limits_too(pathway):
    out = scenario(**MEDICARE_OUT)
    alone = comparison(**MEDICARE_OUT).options[pathway].patient_total_usd
    assert costs_usd([out], pathway) == [pytest.approx(alone)]


def test_a_switch_beside_a_confirmed_amount_follows_no_other_so_a_link_says_it():
    """The plan has no maximum in network, and one of $5,000 out of network that is switched off."""
    query = {
        "plan": "own",
        "oop_max_applies": "no",
        "iop_network": "oon",
        "other_net_oop_max_applies": "no",
        "other_net_oop_max_usd": "5000",
        "confirmed": "other_net_oop_max_usd:2026-11-20",
    }
    assert "other_net_oop_max_applies" in scenario(**query).origins.said
    switched_on = {each: query[each] for each in query if each != "other_net_oop_max_applies"}
    assert scenario(**switched_on).plan.other_network.oop_max_applies


SAID_OF_THE_OTHER = {
    "other_net_deductible_usd": 1886,
    "other_net_oop_max_applies": "yes",
    "other_net_oop_max_usd": 4000,
}


@pytest.mark.parametrize("unsaid", ["", *SAID_OF_THE_OTHER])
def test_a_cost_is_about_so_much_while_nobody_said_a_limit_of_its_network(unsaid):
    """$1,886 and 20 percent of the other $4,234, and 24 times the $145 above the plan's $255.

    Without a limit on what is paid the $2,732.80 stay below any maximum of $4,000. There may be one
    of $2,000.
    """
    said = {field: value for field, value in SAID_OF_THE_OTHER.items() if field != unsaid}
    known = {**ALL_KNOWN, "iop_network": "oon", "iop_charge_per_day_usd": 400, **said}
    options = comparison(**known).options
    is_known = unsaid in ("", "other_net_oop_max_applies")
    assert told_cost(options["iop"]) == ("$6,213" if is_known else "about $6,213")
    # Nobody is paid for therapy out of its network.
    assert told_cost(options["therapy"]) == "$486"
