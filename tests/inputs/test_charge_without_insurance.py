"""Without insurance a known charge is owed: 18 sessions at $200, 24 days at $400."""

import pytest
from scenarios import TODAY, comparison, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.comparison.draws.not_known import unknown
from carechoice.inputs.changes import after_change, under_other_plan
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing

OUT = {"network": "oon", "therapy_charge_usd": 200, "iop_charge_per_day_usd": 400}
OWED_USD = {"therapy": 3600, "iop": 9600}


def owed(held):
    return {care: option.patient_total_usd for care, option in compare(held).options.items()}


def changed(held, field, value):
    return Scenario.holding(after_change({**held.to_values(), field: value}, field))


@pytest.mark.parametrize(("field", "value"), [("plan", "none"), ("network", "self_pay")])
def test_a_charge_that_is_known_is_owed_once_there_is_no_insurance(field, value):
    alone = changed(scenario(**OUT), field, value)
    assert owed(alone) == OWED_USD
    # The same as beside the plan that one has.
    assert owed(under_other_plan(scenario(**OUT, other_plan="none"))) == OWED_USD
    # It is the person's number, and has no range.
    assert standing("iop_price_per_day_usd", alone) == "yours"
    assert unknown(alone).prices == ()


def test_a_charge_in_a_link_without_insurance_is_owed_too():
    assert owed(scenario(**OUT | {"network": "self_pay"})) == OWED_USD
    alone = changed(scenario(**OUT), "network", "self_pay")
    assert scenario(**alone.to_short_query()) == alone


@pytest.mark.parametrize("charge", ["therapy_charge_usd", "iop_charge_per_day_usd"])
def test_the_highest_charge_there_is_can_be_the_price(charge):
    highest = catalog().parameters[charge].maximum
    alone = changed(scenario(**OUT | {charge: highest}), "network", "self_pay")
    opened = Scenario.from_query(alone.to_query(), today=TODAY)
    assert (opened.scenario, opened.problems) == (alone, ())


def test_a_price_that_is_typed_there_counts_and_no_charge_leaves_the_list():
    alone = changed(scenario(**OUT), "network", "self_pay")
    assert owed(changed(alone, "therapy_price_usd", 180.0))["therapy"] == 18 * 180
    one_known = scenario(**OUT | {"iop_charge_per_day_usd": 0})
    assert owed(changed(one_known, "network", "self_pay")) == {"therapy": 3600, "iop": 24 * 350}


def test_what_a_plan_allows_is_no_price_without_one():
    """$120 is what the plan allows of $200."""
    allowed = scenario(**OUT, therapy_price_usd=120)
    assert owed(changed(allowed, "network", "self_pay")) == OWED_USD
    assert owed(under_other_plan(allowed.but(other_plan="none"))) == OWED_USD


def test_one_kind_of_care_without_insurance_owes_its_charge():
    mixed = changed(scenario(**OUT | {"network": "in"}), "therapy_network", "self_pay")
    assert owed(mixed)["therapy"] == 3600
    assert owed(mixed)["iop"] == comparison().options["iop"].patient_total_usd


def test_back_in_a_network_the_price_is_what_the_plan_allows_again():
    out = scenario(**OUT)
    back = changed(changed(out, "network", "self_pay"), "network", "oon")
    assert back.therapy.price_usd == out.therapy.price_usd == 130.23
    assert owed(back) == owed(out)


@pytest.mark.parametrize(
    ("field", "value"), [("iop_network", "in"), ("iop_network", "oon"), ("network", "oon")]
)
def test_a_price_that_is_typed_there_stays_when_other_care_is_paid_in_another_way(field, value):
    """They agreed on $150 in place of the $200 that the therapist charges."""
    alone = changed(scenario(**OUT | {"network": "in"}), "therapy_network", "self_pay")
    agreed = changed(alone, "therapy_price_usd", 150.0)
    moved = changed(agreed, field, value)
    assert moved.therapy.price_usd == 150
    assert "therapy_price_usd" in moved.origins.said


def test_nor_does_a_way_of_its_own_count_while_nothing_is_insured():
    alone = changed(scenario(**OUT), "network", "self_pay")
    agreed = changed(alone, "iop_price_per_day_usd", 300.0)
    assert changed(agreed, "iop_network", "oon").iop.price_per_day_usd == 300


def test_care_that_had_a_way_of_its_own_owes_its_charge_once_all_is_without_insurance():
    mixed = changed(scenario(**OUT), "iop_network", "in")
    assert owed(changed(mixed, "network", "self_pay")) == OWED_USD
