"""Inputs about the price of a visit that contradict each other, said in words."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES
from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubt import Doubt, doubt_of
from carechoice.comparison.visit_prices import visit_price_usd
from carechoice.comparison.words import between
from carechoice.inputs.coverage import is_out_of_network
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import money_exact


def about_prices(scenario: Scenario) -> Iterator[Doubt]:
    """A copayment above its price, and a charge out of network that is unknown or below it."""
    yield from _about_copayments(scenario)
    yield from _about_charges(scenario)


def _about_copayments(scenario: Scenario) -> Iterator[Doubt]:
    for care in CARES:
        copay, price = scenario.of("copay", care), visit_price_usd(scenario, care)
        if copay > price:
            yield doubt_of(f"warn.{care}_copay", copay=money_exact(copay), price=money_exact(price))


def _about_charges(scenario: Scenario) -> Iterator[Doubt]:
    charges = {
        care: scenario.of("charge", care) for care in CARES if is_out_of_network(scenario, care)
    }
    if not all(charges.values()):
        yield doubt_of("warn.charge_unknown")
    for care, charge in charges.items():
        price = visit_price_usd(scenario, care)
        if 0 < charge < price:
            yield doubt_of(
                f"warn.{care}_charge", charge=money_exact(charge), price=money_exact(price)
            )


def about_the_fee(comparison: Comparison) -> Iterator[Doubt]:
    """A fee of a program far from what programs ask, whatever its price is where that is open."""
    usual = catalog().figures["iop_program_usd"]
    total = comparison.options["iop"].total_likely_usd
    low, high = usual.low or 0, usual.high or total.high
    if total.high < low or high < total.low:
        yield doubt_of(
            "warn.program_price",
            total=money_exact(total.likely) if total.is_known else between(total),
            low=money_exact(low),
            high=money_exact(high),
        )
