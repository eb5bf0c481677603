"""A table that was copied with its headings says what each cell is; of others each row is asked."""

import pytest
from lines_read import asked, sure, values

STATES = "\tTotal\tMet\tRemaining\n"
NETWORKS = "Service\tIn-network\tOut-of-network\n"


def test_a_limit_stands_with_what_is_met_and_what_remains():
    """Of 1,500 are 400 met and 1,100 remain; in the other order 1,100 are met and 400 remain."""
    read = {"deductible_usd": 1500, "deductible_met_usd": 400}
    for text in (
        f"{STATES}Individual in-network deductible\t$1,500\t$400\t$1,100",
        "\tRemaining\tTotal\tMet\nIndividual in-network deductible\t$1,100\t$1,500\t$400",
        "\tMet\tTotal\nIndividual in-network deductible\t$400\t$1,500",
        "| | Met | Remaining |\n| Individual in-network deductible | $400 | $1,100 |",
    ):
        assert values(text) == read
        assert sure(text) == {*read}
    swapped = f"{STATES}Individual in-network deductible\t$1,500\t$1,100\t$400"
    assert values(swapped)["deductible_met_usd"] == 1100


def test_the_column_in_network_is_read_wherever_it_stands():
    text = (
        f"{NETWORKS}Individual deductible\t$1,500\t$3,000\nTherapy\t$30 copay\t40% after deductible"
        "\nIOP\t20% after deductible\t50% after deductible\nInpatient\t10%\t30%"
    )
    read = {
        "deductible_usd": 1500,
        "therapy_copay_usd": 30,
        "therapy_share_too": False,
        "iop_copay_per_day_usd": 0,
        "iop_pays_percent": 80,
        "iop_deductible_applies": True,
    }
    assert values(text) == read
    assert sure(text) == {*read}
    other_first = "\tOut-of-network\tIn-network\nIndividual deductible\t$3,000\t$1,500"
    assert values(other_first) == {"deductible_usd": 1500}


def test_one_persons_amounts_stand_beside_a_familys():
    rows = "In-network deductible\t$1,500\t$3,000\nIn-network OOP max\t$6,000\t$12,000"
    text = f"\tIndividual\tFamily\n{rows}"
    assert values(text) == {"deductible_usd": 1500, "oop_max_usd": 6000}
    assert sure(text) == {"deductible_usd", "oop_max_usd"}


@pytest.mark.parametrize(
    "text",
    [
        "Service\tTier 1\tTier 2\nTherapy\t$30 copay\t$50 copay",
        "Service\t2026\t2027\nIndividual in-network deductible\t$1,500\t$2,000",
        "Service\tIn-network\tOut-of-network\tLimits\nTherapy\t$30 copay\t40%\t30 visits",
        "\tIndividual\tFamily\nTherapy\t$30 copay\t$40 copay",
        f"{STATES}Individual out-of-network deductible\t$3,000\t$400\t$2,600",
        f"{STATES}Individual in-network deductible\t$1,500\t$400\t$1,000",
        f"{NETWORKS}Physical therapy\t$30 copay\t40%",
        f"{NETWORKS}Dental deductible (individual)\t$50\t$100",
        f"Last year\n{STATES}Individual in-network deductible\t$1,500\t$400\t$1,100",
    ],
)
def test_a_table_with_other_headings_and_a_row_of_something_else_are_asked(text):
    assert values(text) == {}
    assert {why for why, _ in asked(text)} - {"missing"}


def test_headings_count_for_the_rows_right_below_them_only():
    text = f"{NETWORKS}Therapy\t$30 copay\t40%\nYour limits\nIndividual deductible\t$1,500\t$3,000"
    assert "deductible_usd" not in values(text)
