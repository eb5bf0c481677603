"""What is doubtful about prices, and about what was paid toward a plan's limits, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from carechoice.catalog.centre.numbers import PLACEHOLDER_USD
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES
from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts.doubt import Doubt, amount_of, doubt_of, none_entered, of_network
from carechoice.comparison.visits.carried_over import (
    counts_what_was_paid,
    is_any_carried_over,
    last_months_from,
    plan_year_of_first_day,
)
from carechoice.comparison.visits.prices import visit_price_usd
from carechoice.comparison.words import between
from carechoice.inputs.coverage import (
    is_covered,
    is_out_of_network,
    limit_field,
    limits_entered,
    owes_nothing,
)
from carechoice.inputs.parts import NetworkLimits
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import is_in_use
from carechoice.language.formats import day, listed, money_exact


def about_prices(scenario: Scenario) -> Iterator[Doubt]:
    """A price of nothing, a copayment above it, a charge that is unknown or below it."""
    yield from _about_prices_of_nothing(scenario)
    yield from _about_copayments(scenario)
    yield from _about_charges(scenario)


def _about_prices_of_nothing(scenario: Scenario) -> Iterator[Doubt]:
    for care in CARES:
        price = scenario.of("price", care)
        is_shared = is_covered(scenario, care) and not owes_nothing(scenario)
        if price <= PLACEHOLDER_USD and is_shared:
            doubt = doubt_of("warn.price_of_nothing", price=money_exact(price))
            yield replace(doubt, field=catalog().inputs.of("price", care))


def _about_copayments(scenario: Scenario) -> Iterator[Doubt]:
    for care in CARES:
        copay, price = scenario.of("copay", care), visit_price_usd(scenario, care)
        if copay > price:
            told = amount_of(catalog().inputs.of("price", care), scenario)
            yield doubt_of(f"warn.{care}_copay", copay=money_exact(copay), price=told)


def _about_charges(scenario: Scenario) -> Iterator[Doubt]:
    charges = {
        care: scenario.of("charge", care) for care in CARES if is_out_of_network(scenario, care)
    }
    if not all(charges.values()):
        yield doubt_of("warn.charge_unknown")
    for care, charge in charges.items():
        price = visit_price_usd(scenario, care)
        if 0 < charge < price:
            told = amount_of(catalog().inputs.of("price", care), scenario)
            yield doubt_of(f"warn.{care}_charge", charge=money_exact(charge), price=told)


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


def about_what_was_paid(comparison: Comparison, today: date) -> Iterator[Doubt]:
    """Doubts about all that was paid stand at the first amount that counts toward a limit."""
    scenario, options = comparison.scenario, comparison.options
    field = _paid_toward_a_limit(scenario)
    if not field:
        return
    carries = scenario.plan.deductible_carries_over
    carried = _carried(is_any_carried_over(scenario))
    late = [each for each in options.values() if not counts_what_was_paid(scenario, each.first_day)]
    if late:
        if len(late) == len(options):
            visit = day(min(option.first_day for option in late))
            doubt = doubt_of(f"warn.first_visit_in_new_year{carried}", visit=visit)
            yield replace(doubt, field=field)
            return
        names = listed([catalog().say(f"note.during.{option.words_key}") for option in late])
        doubt = doubt_of(f"warn.first_visit_in_new_year.some{carried}", options=names)
        yield replace(doubt, field=field)
    begins = plan_year_of_first_day(scenario)
    if today < begins:
        doubt = doubt_of(f"warn.new_plan_year{_carried(carries)}", start=day(begins))
        yield replace(doubt, field=field)
    yield from _about_amounts_paid(scenario)


def _carried(counts: bool) -> str:
    """The end of a key of a sentence where something counts in the next plan year, too."""
    return ".carried" if counts else ""


def _paid_toward_a_limit(scenario: Scenario) -> str:
    """The first input with an amount that was paid toward a limit the plan has; "" without one."""
    rows, paid_toward = catalog().parameters, catalog().inputs.paid_toward
    amounts = (field for field, limit in paid_toward.items() if rows[limit].unit == "usd")
    paid = (field for field in amounts if scenario.value(field) and is_in_use(field, scenario))
    return next(paid, "")


def _about_amounts_paid(scenario: Scenario) -> Iterator[Doubt]:
    for is_other in (False, True):
        doubts = _about_amounts_met(scenario, is_other=is_other)
        yield from of_network(doubts, scenario, is_other=is_other)


def _about_amounts_met(scenario: Scenario, *, is_other: bool) -> Iterator[Doubt]:
    """Doubts about what was paid toward a network's limits."""
    limits = limits_entered(scenario, is_other=is_other)
    deductible, met = limits.deductible_usd, limits.deductible_met_usd
    yield from _about_what_was_paid_late(scenario, limits)
    if met > deductible:
        limit = amount_of(limit_field("deductible_usd", is_other=is_other), scenario)
        yield doubt_of("warn.deductible_met", met=money_exact(met), deductible=limit)
    maximum, oop_met = limits.oop_max_usd, limits.oop_met_usd
    if oop_met > maximum:
        limit = amount_of(limit_field("oop_max_usd", is_other=is_other), scenario)
        yield doubt_of("warn.oop_met", met=money_exact(oop_met), maximum=limit)
    if oop_met < min(met, deductible):
        none = none_entered(limit_field("oop_met_usd", is_other=is_other), scenario)
        yield doubt_of(
            f"warn.oop_below_deductible_met{none}",
            deductible_met=money_exact(met),
            met=money_exact(oop_met),
        )


def _about_what_was_paid_late(scenario: Scenario, limits: NetworkLimits) -> Iterator[Doubt]:
    """A part of what was paid is no more than that, and cannot be paid in months to come."""
    late, met = limits.deductible_met_late_usd, limits.deductible_met_usd
    last_months = last_months_from(scenario, scenario.start_date)
    if late > met:
        yield doubt_of("warn.deductible_met_late", late=money_exact(late), met=money_exact(met))
    elif late and scenario.start_date < last_months:
        yield doubt_of("warn.deductible_met_too_early", start=day(last_months))
