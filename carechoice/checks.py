"""Inputs that contradict each other or look mixed up, said in words. Nothing is ever blocked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from carechoice.catalog import catalog
from carechoice.comparison import Comparison
from carechoice.course import plan_year_start, program_week
from carechoice.coverage import has_deductible, has_maximum
from carechoice.formats import count, day, hours, money, percent
from carechoice.scenario import IN_NETWORK, OUT_OF_NETWORK, SELF_PAY, Scenario


def warnings(comparison: Comparison, today: date) -> list[str]:
    """One sentence for each doubt, most about the plan first; empty when all fits."""
    scenario = comparison.scenario
    if scenario.network == SELF_PAY:
        return [*_about_the_program(scenario), *_about_the_fee(comparison)]
    return [
        *_about_what_was_paid(comparison, today),
        *_about_the_plan(scenario),
        *_about_copayments(scenario),
        *_about_charges(scenario),
        *_about_the_program(scenario),
    ]


def _about_what_was_paid(comparison: Comparison, today: date) -> Iterator[str]:
    scenario = comparison.scenario
    if not (scenario.deductible_met_usd or scenario.oop_met_usd):
        return
    if is_over := _year_of_what_was_paid_is_over(comparison):
        yield is_over
        return
    begins = plan_year_start(scenario.start_date, scenario.plan_year_start)
    if today < begins:
        yield catalog().say("warn.new_plan_year", start=day(begins))
    yield from _about_amounts_paid(scenario)


def _year_of_what_was_paid_is_over(comparison: Comparison) -> str:
    """That a new plan year has come before the first visit, if it has."""
    scenario = comparison.scenario
    visit = min(option.first_day for option in comparison.options.values())
    begins, start = (
        plan_year_start(each, scenario.plan_year_start) for each in (scenario.start_date, visit)
    )
    if start == begins:
        return ""
    return catalog().say("warn.first_visit_in_new_year", visit=day(visit))


def _about_amounts_paid(scenario: Scenario) -> Iterator[str]:
    say = catalog().say
    deductible, met = scenario.deductible_usd, scenario.deductible_met_usd
    if has_deductible(scenario) and met > deductible:
        yield say("warn.deductible_met", met=money(met), deductible=money(deductible))
    if not has_maximum(scenario):
        return
    maximum, oop_met = scenario.oop_max_usd, scenario.oop_met_usd
    if oop_met > maximum:
        yield say("warn.oop_met", met=money(oop_met), maximum=money(maximum))
    if oop_met < min(met, deductible):
        yield say("warn.oop_below_deductible_met", deductible_met=money(met), met=money(oop_met))


def _about_the_plan(scenario: Scenario) -> Iterator[str]:
    say = catalog().say
    share = scenario.plan_pays_percent
    mixed_up_below = catalog().figures["plan_share_low_percent"].value or 0
    share_is_used = not (scenario.therapy_copay_usd and scenario.iop_copay_per_day_usd)
    if share_is_used and 0 < share < mixed_up_below:
        yield say("warn.plan_share", share=percent(share), other=percent(100 - share))
    if not has_maximum(scenario):
        return
    maximum, deductible = scenario.oop_max_usd, scenario.deductible_usd
    deductible_is_used = scenario.therapy_deductible_applies or scenario.iop_deductible_applies
    if deductible_is_used and deductible > maximum:
        yield say("warn.deductible_above_oop", deductible=money(deductible), maximum=money(maximum))
    year = plan_year_start(scenario.start_date, scenario.plan_year_start).year
    legal = catalog().figures.get(f"oop_max_legal_{year}_usd")
    is_bound = scenario.network == IN_NETWORK
    if is_bound and legal and legal.value is not None and maximum > legal.value:
        yield say(
            "warn.oop_above_legal", maximum=money(maximum), legal=money(legal.value), year=year
        )


def _about_copayments(scenario: Scenario) -> Iterator[str]:
    for option, copay_usd, price_usd in (
        ("therapy", scenario.therapy_copay_usd, scenario.therapy_price_usd),
        ("iop", scenario.iop_copay_per_day_usd, scenario.iop_price_per_day_usd),
    ):
        if copay_usd > price_usd:
            yield catalog().say(
                f"warn.{option}_copay", copay=money(copay_usd), price=money(price_usd)
            )


def _about_charges(scenario: Scenario) -> Iterator[str]:
    if scenario.network != OUT_OF_NETWORK:
        return
    charges = (scenario.therapy_charge_usd, scenario.iop_charge_per_day_usd)
    prices = (scenario.therapy_price_usd, scenario.iop_price_per_day_usd)
    if not all(charges):
        yield catalog().say("warn.charge_unknown")
    for option, charge, price in zip(("therapy", "iop"), charges, prices, strict=True):
        if 0 < charge < price:
            yield catalog().say(f"warn.{option}_charge", charge=money(charge), price=money(price))


def _about_the_program(scenario: Scenario) -> Iterator[str]:
    week, longest = program_week(scenario), scenario.iop_hours_per_day
    told = {
        "least": hours(week.least_hours),
        "counted": count(len(week.hours_by_day), "day"),
        "per_day": hours(week.hours_by_day[0]),
    }
    if longest < week.least_hours:
        yield catalog().say("warn.program_day_too_short", longest=hours(longest), **told)
    elif not week.days_fit:
        yield catalog().say(
            "warn.program_days_do_not_fit",
            hours=hours(scenario.iop_hours_per_week),
            most_days=count(week.most_days, "day"),
            longest=hours(longest),
            **told,
        )


def _about_the_fee(comparison: Comparison) -> Iterator[str]:
    usual = catalog().figures["iop_program_usd"]
    total = comparison.options["iop"].total_price_usd
    low, high = usual.low or 0, usual.high or total
    if not low <= total <= high:
        yield catalog().say(
            "warn.program_price", total=money(total), low=money(low), high=money(high)
        )
