"""What an insurance card says becomes the inputs it is about, in the card's own words."""

import pytest
from scenarios import TODAY, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.inputs.card import BOXES, plans_without_card, read_card
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say


def read(typed, whose="mine", **inputs):
    return read_card(typed, whose, scenario(**inputs))


def test_a_card_with_all_five_boxes_fills_the_plan():
    """18 visits at $30 are $540. 24 days at $255 are $6,120: $1,500 of deductible, and 20% of the
    other $4,620, which is $924."""
    typed = {
        "therapy_copay_usd": "$30",
        "deductible_usd": "1,500",
        "oop_max_usd": "5000",
        "plan_pays_percent": "20%",
    }
    card = read(typed)
    assert card.values == {
        "therapy_copay_usd": 30,
        "deductible_usd": 1500,
        "oop_max_usd": 5000,
        "oop_max_applies": True,
        "plan_pays_percent": 80,
    }
    assert not card.problems
    values = scenario(start_date="2027-01-04").but(**card.values).to_values()
    paid = compare(Scenario.from_values(values, today=TODAY)).options
    assert paid["therapy"].patient_usd.likely == 540
    assert paid["iop"].patient_usd.likely == 2424


@pytest.mark.parametrize(("whose", "plan_pays"), [("mine", 80), ("plans", 20)])
def test_coinsurance_is_the_share_of_whoever_is_said_to_pay_it(whose, plan_pays):
    assert read({"plan_pays_percent": "20"}, whose).values == {"plan_pays_percent": plan_pays}


@pytest.mark.parametrize("whose", ["mine", "plans"])
def test_a_share_typed_as_a_part_of_one_is_asked_back(whose):
    """0.2 is no 99.8% of the plan's."""
    card = read({"plan_pays_percent": "0.2"}, whose)
    assert card.values == {}
    assert card.problems["plan_pays_percent"] == (
        "Type 20% or 0.2%, with the sign: we cannot tell which you mean."
    )
    assert read({"plan_pays_percent": "0.5%"}).values == {"plan_pays_percent": 99.5}
    assert read({"plan_pays_percent": "0"}).values == {"plan_pays_percent": 100}


def test_an_empty_box_says_nothing():
    assert read({"deductible_usd": " ", "oop_max_usd": ""}).values == {}
    assert "oop_max_applies" not in read({"deductible_usd": "500"}).values


def test_a_box_that_cannot_be_read_says_why_and_a_number_is_not_guessed():
    card = read({"deductible_usd": "1.500", "therapy_copay_usd": "thirty", "oop_max_usd": "4000"})
    assert card.problems.keys() == {"deductible_usd", "therapy_copay_usd"}
    assert card.problems["deductible_usd"] == say("typed.unclear")
    assert card.values["oop_max_usd"] == 4000


def test_whoever_has_a_card_has_a_plan():
    assert read({"deductible_usd": "500"}, plan="none").values["network"] == "in"
    assert "network" not in read({"deductible_usd": "500"}).values
    assert "network" not in read({"deductible_usd": "500"}, network="oon").values


def test_what_a_card_says_of_care_counts_though_it_was_paid_without_the_plan_or_not_covered():
    alone = {"therapy_network": "self_pay", "therapy_not_covered": "yes"}
    assert read({"therapy_copay_usd": "30"}, **alone).values == {
        "therapy_copay_usd": 30,
        "therapy_network": "as_plan",
        "therapy_not_covered": False,
    }
    assert read({"iop_copay_per_day_usd": "30"}, **alone).values == {"iop_copay_per_day_usd": 30}
    both = {"therapy_network": "self_pay", "iop_network": "self_pay", "network": "oon"}
    assert read({"deductible_usd": "500"}, **both).values == {
        "deductible_usd": 500,
        "therapy_network": "in",
        "iop_network": "in",
    }


def test_plans_of_the_law_and_no_insurance_need_no_card():
    assert set(plans_without_card()) == {"medicare", "masshealth", "none"}


def test_each_box_has_the_words_of_a_card():
    assert all(f"card.box.{field}" in catalog().words for field in BOXES)
