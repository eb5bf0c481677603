"""The plans that are drawn where one is not known: how common each kind is among them."""

import numpy as np
import pytest
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.comparison.draws.plans import drawn_plans, fitting
from carechoice.topics.unknown.spreads import spreads

COUNT = 5000


def with_a_deductible_of(market):
    """Which of the drawn plans of this market have a deductible."""
    drawn = drawn_plans(COUNT)
    keys = [row.key for row in catalog().real.parts["market"]]
    return (drawn.rows["market"] == keys.index(market)) & (drawn.values["deductible_usd"] > 0)


def pays_all():
    """Which of them charge nothing once the deductible is met."""
    return drawn_plans(COUNT).values["plan_pays_percent"] == 100


@pytest.mark.parametrize(
    ("market", "part"),
    [
        # For a hospital stay 17 of 100 workers owe nothing then, and 64 a share.
        ("employer", 17 / (17 + 64)),
        # 871 of 20,354 variants for an office visit are 81 of 1,884, beside 153, 244 and 570.
        ("marketplace", 81 / (81 + 153 + 244 + 570)),
    ],
)
def test_some_plans_charge_nothing_once_the_deductible_is_met(market, part):
    assert np.mean(pays_all()[with_a_deductible_of(market)]) == pytest.approx(part, abs=0.01)


def test_no_plan_without_a_deductible_is_drawn_that_charges_nothing():
    assert np.all(drawn_plans(COUNT).values["deductible_usd"][pays_all()] > 0)


def test_what_charges_nothing_for_a_program_then_charges_nothing_for_therapy_then():
    """871 of 20,354 variants file it for office visits; that they are the same is our choice."""
    values = drawn_plans(COUNT).values
    such = pays_all() & with_a_deductible_of("marketplace")
    assert np.any(such)
    for care in ("therapy_copay_usd", "iop_copay_per_day_usd"):
        assert not np.any(values[care][such])
    for care in ("therapy_deductible_applies", "iop_deductible_applies"):
        assert np.all(values[care][such])


def drawn_where(**known):
    """The terms of the drawn plans that the person's may be where this is known of it."""
    drawn = drawn_plans(COUNT)
    kept = fitting(drawn, known, "employer")
    return {field: values[kept] for field, values in drawn.values.items()}


def test_a_plan_that_is_known_to_pay_all_after_the_deductible_has_one():
    """One that charges nothing at all is another kind, and none of those that are drawn."""
    assert np.all(drawn_where(plan_pays_percent=100)["deductible_usd"] > 0)
    least = spreads(comparison(plan_pays_percent=100))["iop"]
    assert least.extremes.low >= 100
    assert least.drawn.low > least.extremes.low


def test_a_plan_that_is_known_to_charge_a_share_is_none_that_then_pays_all():
    assert not np.any(drawn_where(plan_pays_percent=80)["plan_pays_percent"] == 100)
    assert np.any(drawn_where(plan_pays_percent=80)["plan_pays_percent"] == 60)


def test_who_says_that_the_plan_pays_all_and_has_no_deductible_is_believed():
    assert not np.any(drawn_where(deductible_usd=0, plan_pays_percent=100)["deductible_usd"])


def test_no_deductible_is_drawn_that_no_plan_has():
    """$100 is the least that we take a deductible to be."""
    deductibles = drawn_plans(COUNT).values["deductible_usd"]
    assert np.min(deductibles[deductibles > 0]) >= 100
    assert spreads(comparison())["iop"].extremes.low >= 100
