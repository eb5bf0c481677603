"""A line that names another network beside an amount: what stands below it may be of that one."""

import pytest
from lines_read import asked, sure, values


@pytest.mark.parametrize(
    "line",
    [
        "Non-participating providers (60% of allowed)",
        "Out-of-network benefits - 60/40",
        "Out-of-network: 60/40",
        "Tier 2 providers: 30%",
        "OON benefits apply, $3,000 deductible",
        "Out-of-network providers, you pay 40% of the allowed amount",
    ],
)
def test_amounts_in_a_line_that_names_another_network_keep_what_is_below_from_being_sure(line):
    text = f"In-network\n{line}\nTherapy: $30 copay\nIndividual deductible: $500"
    assert values(text)["therapy_copay_usd"] == 30
    assert not sure(text)
    assert {("heading", "therapy_copay_usd"), ("heading", "deductible_usd")} <= asked(text)
    assert "therapy_copay_usd" in sure(f"{line}\nIn-network mental health\nTherapy: $30 copay")


@pytest.mark.parametrize(
    "line",
    [
        "Out-of-network: 40% after deductible",
        "OON: not covered",
        "Out-of-network 50%",
        "Therapy out of network: 40%",
        "Out-of-network deductible: $3,000",
        "Non-preferred brand drugs: $60 copay",
        "In-network 20%, out-of-network 40%",
    ],
)
def test_a_row_s_second_network_and_a_row_of_its_own_head_nothing(line):
    text = f"Therapy: $30 copay\n{line}\nIOP: $75 copay per day"
    assert {"therapy_copay_usd", "iop_copay_per_day_usd"} <= sure(text)


@pytest.mark.parametrize(
    "line",
    [
        "Out-of-network deductible $1,500 individual, OOP max $6,000 individual",
        "Individual OON deductible $1,500; individual OOP max $6,000",
        "OON ded ind 3000, OOP max ind 9000",
        "Individual non-participating OOP max $9,000 and individual deductible $3,000",
    ],
)
def test_a_limit_beside_one_out_of_network_is_of_that_network_if_it_names_none(line):
    assert values(f"In-network\n{line}") == {}


def test_a_limit_beside_a_family_s_or_one_of_another_tier_is_none_of_one_person_in_network():
    for line in (
        "Family deductible $3,000, OOP max $12,000",
        "Tier 2 individual deductible $1,500, individual OOP max $9,000",
    ):
        assert values(f"In-network\n{line}") == {}
        assert asked(line)


def test_a_limit_beside_one_in_network_is_of_that_network_if_it_names_none():
    text = "In-network individual deductible $1,500, individual OOP max $6,000"
    assert values(text) == {"deductible_usd": 1500, "oop_max_usd": 6000}
    assert sure(text) == {"deductible_usd", "oop_max_usd"}
    both = "Individual in-network deductible $1,500, individual out-of-network OOP max $9,000"
    assert values(both) == {"deductible_usd": 1500}


def test_an_amount_for_others_is_no_question_where_there_is_one_for_the_person_in_network():
    others = "Out-of-network individual deductible: $3,000\nIn-network family deductible: $3,000"
    whys = {("family", "deductible_usd"), ("out_of_network", "deductible_usd")}
    assert whys <= asked(others)
    text = f"In-network individual deductible: $1,500\n{others}"
    assert values(text) == {"deductible_usd": 1500}
    assert not whys & asked(text)
