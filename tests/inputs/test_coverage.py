"""Which terms of a plan a bill depends on, and which nobody has to ask for."""

import pytest
from scenarios import scenario

from carechoice.files import content
from carechoice.inputs.coverage import (
    has_deductible,
    has_maximum,
    has_share,
    is_charged_above,
    owes_nothing,
)
from carechoice.inputs.what_counts import is_in_use, is_set_by_law
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.swings import swings

TERMS = (
    "plan_pays_percent",
    "deductible_usd",
    "oop_max_usd",
    "therapy_copay_usd",
    "iop_copay_per_day_usd",
    "plan_year_start",
)


def in_use(**inputs):
    return [field for field in TERMS if is_in_use(field, scenario(**inputs))]


@pytest.mark.parametrize(
    ("inputs", "terms"),
    [
        # A typical plan: a deductible for the IOP, a copayment for therapy, a share, a maximum.
        ({}, ["plan_pays_percent", "deductible_usd", "oop_max_usd", "therapy_copay_usd",
              "plan_year_start"]),
        ({"plan": "medicare"}, ["plan_pays_percent", "deductible_usd", "plan_year_start"]),
        ({"plan": "masshealth"}, ["plan_pays_percent"]),
        ({"plan": "none"}, []),
        ({"network": "self_pay"}, []),
        ({"deductible_usd": 0, "oop_max_applies": "no"},
         ["plan_pays_percent", "therapy_copay_usd"]),
        ({"iop_deductible_applies": "no"}, ["plan_pays_percent", "oop_max_usd",
                                            "therapy_copay_usd", "plan_year_start"]),
    ],
)  # fmt: skip
def test_a_term_is_in_use_where_a_bill_can_depend_on_it(inputs, terms):
    assert in_use(**inputs) == terms


@pytest.mark.parametrize(
    ("inputs", "nothing"),
    [
        ({"plan": "masshealth"}, True),
        # All paid after a deductible, or beside a copayment, is not all paid.
        ({"plan_pays_percent": 100, "therapy_copay_usd": 0}, False),
        ({"plan": "masshealth", "therapy_copay_usd": 5}, False),
        ({"plan_pays_percent": 100, "therapy_copay_usd": 0, "deductible_usd": 0}, True),
        # Out of network a provider may charge more than the plan allows.
        ({"plan": "masshealth", "network": "oon"}, False),
        ({"plan": "none", "therapy_price_usd": 0, "iop_price_per_day_usd": 0}, False),
    ],
)
def test_nothing_is_owed_only_where_the_plans_terms_leave_nothing(inputs, nothing):
    assert owes_nothing(scenario(**inputs)) is nothing


def test_a_deductible_may_be_for_one_kind_of_care_only():
    assert has_deductible(scenario())
    assert has_deductible(scenario(), "iop")
    assert not has_deductible(scenario(), "therapy")


def test_without_a_plan_there_is_neither_share_nor_maximum():
    assert not has_share(scenario(plan="none"))
    assert not has_maximum(scenario(plan="none"))
    assert not has_maximum(scenario(plan="medicare"))


def test_out_of_network_a_charge_that_is_not_known_may_be_above_the_price():
    assert not is_charged_above(scenario(therapy_charge_usd=220), "therapy")
    out = {"network": "oon"}
    assert is_charged_above(scenario(**out), "therapy")
    assert is_charged_above(scenario(**out, therapy_charge_usd=220), "therapy")
    assert not is_charged_above(scenario(**out, therapy_charge_usd=100), "therapy")


def test_what_medicare_has_fixed_is_not_asked_of_it():
    """Left to ask are the prices, and what of the $283 is paid."""
    medicare = scenario(plan="medicare")
    asked = [question.field for question in questions.questions(medicare, swings(medicare))]
    assert set(asked) == {"therapy_price_usd", "iop_price_per_day_usd", "deductible_met_usd"}
    assert is_set_by_law("deductible_usd", medicare)
    assert is_set_by_law("plan_year_start", medicare)
    assert not is_set_by_law("deductible_usd", scenario())


def test_terms_that_left_medicares_are_asked_again():
    own = scenario(plan="medicare", deductible_usd=500, oop_max_applies="no")
    assert own.plan.key == "own"
    assert not is_set_by_law("plan_year_start", own)


def test_what_the_answer_rests_on_names_no_term_the_plan_lacks():
    labels = " ".join(label for label, *_ in content.rests_on(scenario(plan="medicare")))
    assert "Deductible" in labels
    assert "Out-of-pocket" not in labels
    assert "Copayment" not in labels


def test_out_of_network_it_rests_on_what_providers_charge():
    rests_on = {
        label: value
        for label, value, _ in content.rests_on(scenario(network="oon", therapy_charge_usd=220))
    }
    assert rests_on["What a therapist out of network charges"] == "$220"
    assert rests_on["What a program out of network charges a day"] == "not known"
