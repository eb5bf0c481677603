"""The same care under another plan is worked out the way it is paid for now.

24 program days. $400 a day out of network, of which a plan allows $255: $145 a day, $3,480 in all,
are owed above the plan's price, whatever the plan.
"""

from itertools import product

import pytest
from scenarios import comparison, scenario

from carechoice.comparison.compare import compare
from carechoice.inputs.changes import under_other_plan
from carechoice.topics.bill.other_plan import (
    how_the_other_plan_is_counted,
    under_another_plan,
)

PLANS = ("employer", "high_deductible", "medicare", "masshealth", "none")
CHARGED = {"network": "oon", "iop_charge_per_day_usd": 400, "therapy_charge_usd": 200}


def paid(of):
    return {pathway: option.patient_usd.likely for pathway, option in of.options.items()}


def then(**query):
    return compare(under_other_plan(scenario(**query)))


@pytest.mark.parametrize(
    ("query", "iop_usd"),
    [
        # 1,750 + 20% of (6,120 - 1,750) = 2,624; 3,480 above the plan's price.
        ({**CHARGED, "other_plan": "high_deductible"}, 2624 + 3480),
        # 1,886 + 20% of (6,120 - 1,886) = 2,732.80; 3,480 above.
        ({**CHARGED, "other_plan": "employer"}, 2732.80 + 3480),
        # The plan pays all it allows, and nothing of what is above it.
        ({**CHARGED, "other_plan": "masshealth"}, 3480),
        # Without a plan the whole charge is owed: 24 x $400.
        ({**CHARGED, "other_plan": "none"}, 9600),
        # No charge is known: nothing is added, and without a plan it is the usual fee, $350.
        ({"network": "oon", "other_plan": "high_deductible"}, 2624),
        ({"network": "oon", "other_plan": "none"}, 24 * 350),
        # A price of the person's own in network stays: 24 x $300.
        ({"iop_price_per_day_usd": 300, "other_plan": "none"}, 7200),
        # From no plan to one: in its network, at its list's price.
        ({"plan": "none", "other_plan": "high_deductible"}, 2624),
        # A charge is for out of network only.
        ({"iop_charge_per_day_usd": 400, "other_plan": "high_deductible"}, 2624),
    ],
)
def test_the_iop_under_another_plan_is_paid_the_same_way(query, iop_usd):
    assert paid(then(**query))["iop"] == pytest.approx(iop_usd)


def test_medicare_out_of_network_takes_its_terms_and_its_price_and_leaves_the_rest():
    """$319.38 of $400 allowed: 283 + 20% of (24 x 319.38 - 283) by the cent, and 24 x $80.62."""
    found = paid(then(**CHARGED, other_plan="medicare"))
    assert found["iop"] == pytest.approx(283 + 7.28 + 23 * 63.88 + 24 * 80.62)


@pytest.mark.parametrize(("now", "other"), list(product(PLANS, PLANS)))
@pytest.mark.parametrize("network", ["in", "oon", "self_pay"])
def test_it_is_the_answer_the_page_would_give_with_that_plan(now, other, network):
    """For every plan now, every other plan and every way of paying; with a third way beside."""
    course = {"third_path": "step_down", "therapy_charge_usd": 200, "iop_charge_per_day_usd": 400}
    asked = {"plan": now, "network": network, "other_plan": other, **course}
    # No plan is left without insurance; out of network stays, unless there is no plan to be in.
    way = "self_pay" if other == "none" else "oon" if network == "oon" else "in"
    on_the_page = {"plan": other, "network": way, **course}
    if way == "self_pay" and network == "oon":
        on_the_page |= {"therapy_price_usd": 200, "iop_price_per_day_usd": 400}
    assert paid(then(**asked)) == paid(comparison(**on_the_page))


@pytest.mark.parametrize("network", ["in", "oon"])
@pytest.mark.parametrize("plan", [plan for plan in PLANS if plan != "none"])
def test_the_plan_one_has_is_no_other_plan(plan, network):
    course = {"therapy_charge_usd": 200, "iop_charge_per_day_usd": 400}
    now = comparison(plan=plan, network=network, other_plan=plan, **course)
    for told in under_another_plan(now, compare(under_other_plan(now.scenario))):
        assert told.endswith("under both plans.")


@pytest.mark.parametrize(
    ("query", "beginning", "part"),
    [
        ({"other_plan": "medicare"}, "The same care in the network of another plan", "stay."),
        (
            {**CHARGED, "other_plan": "high_deductible"},
            "The same care out of network under another plan, with the same charges",
            "What it pays out of network we do not know",
        ),
        # With the therapist alone out of network; and with both, each in a way of its own.
        (
            {"therapy_network": "oon", "therapy_charge_usd": 200, "other_plan": "medicare"},
            "The same care under another plan, in or out of its network as now",
            "What it pays out of network we do not know",
        ),
        (
            {"network": "oon", "iop_network": "in", "other_plan": "high_deductible"},
            "The same care under another plan, in or out of its network as now",
            "What it pays out of network we do not know",
        ),
        (
            {"therapy_network": "oon", "iop_network": "oon", "other_plan": "high_deductible"},
            "The same care out of network under another plan",
            "What it pays out of network we do not know",
        ),
        (
            {"therapy_network": "self_pay", "other_plan": "high_deductible"},
            "One kind of care stays without insurance. The other is in the network of another plan",
            "stay.",
        ),
        (
            {"network": "oon", "therapy_network": "self_pay", "other_plan": "high_deductible"},
            "One kind of care stays without insurance. The other is out of network under another",
            "What it pays out of network we do not know",
        ),
        (
            {
                "therapy_network": "self_pay",
                "iop_network": "self_pay",
                "other_plan": "high_deductible",
            },
            "The same care without insurance.",
            "the charge",
        ),
        ({**CHARGED, "other_plan": "none"}, "The same care without insurance.", "the charge"),
        ({"plan": "none", "other_plan": "employer"}, "The same care in the network of", "stay."),
    ],
)
def test_it_is_said_how_the_other_plan_is_counted(query, beginning, part):
    told = how_the_other_plan_is_counted(under_other_plan(scenario(**query)))
    assert told.startswith(beginning)
    assert part in told
