"""Two lines of a plan's summary become values of the inputs, or a sentence why not."""

import pytest

from carechoice.plan_lines import read_plan_lines


def read(therapy="", iop=""):
    return read_plan_lines({"therapy": therapy, "iop": iop})


def test_a_copayment_and_a_share_fill_their_fields_and_are_shown_back():
    found = read(
        "$35 copay/visit, deductible does not apply", "20.00% Coinsurance after deductible"
    )
    assert found.values == {
        "therapy_copay_usd": 35,
        "therapy_deductible_applies": False,
        "iop_copay_per_day_usd": 0,
        "plan_pays_percent": 80,
        "iop_deductible_applies": True,
    }
    assert found.understood == (
        "Therapy: you pay a copayment of $35 a visit. The deductible does not come first.",
        "IOP: no copayment. Your plan pays 80%. You pay the full price until your deductible is "
        "met.",
    )
    assert found.problems == ()


def test_a_line_that_does_not_mention_the_deductible_leaves_it_as_it_is():
    found = read("$35")
    assert found.values == {"therapy_copay_usd": 35}
    assert "stays as it is" in found.understood[0]


def test_no_charge_and_a_copayment_of_nothing_mean_that_the_plan_pays_all():
    assert read("No Charge").values["plan_pays_percent"] == 100
    assert read(iop="$0 Copay per Day").values == {
        "iop_copay_per_day_usd": 0,
        "plan_pays_percent": 100,
    }


def test_text_that_is_not_understood_is_shown_back_and_fills_nothing():
    found = read("first 3 visits free", "20% coinsurance")
    assert "first 3 visits free" in found.problems[0]
    assert "therapy_copay_usd" not in found.values
    assert found.values["plan_pays_percent"] == 80


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Not covered", "does not cover therapy"),
        ("$500 Copay per Stay", "each stay"),
        ("$35 copay, then 20% coinsurance", "a copayment and a share"),
    ],
)
def test_terms_the_inputs_cannot_hold_are_said_and_fill_nothing(line, part):
    found = read(line)
    assert found.values == {}
    assert part in found.problems[0]


def test_two_different_shares_fill_nothing():
    found = read("10% coinsurance", "30% coinsurance")
    assert found.values == {}
    assert found.problems == (
        "The two lines have different shares. We can use only one for both yet.",
    )


def test_empty_lines_say_nothing():
    assert read(" ", "") == read_plan_lines({"therapy": "", "iop": ""})
    assert read().values == {}
