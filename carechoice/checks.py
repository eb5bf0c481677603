"""Inputs that contradict each other or look mixed up, said in words. Nothing is ever blocked."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.catalog import catalog
from carechoice.comparison import Comparison
from carechoice.course import WORKING_DAYS_PER_WEEK, program_week
from carechoice.formats import hours, money, percent
from carechoice.scenario import Scenario


def warnings(comparison: Comparison) -> list[str]:
    """One sentence for each doubt, most about the plan first; empty when all fits."""
    scenario = comparison.scenario
    if scenario.network == "self_pay":
        return [*_about_the_program(scenario), *_about_the_fee(comparison)]
    return [*_about_the_plan(scenario), *_about_copayments(scenario), *_about_the_program(scenario)]


def _about_the_plan(scenario: Scenario) -> Iterator[str]:
    say = catalog().say
    deductible, met = scenario.deductible_usd, scenario.deductible_met_usd
    if met > deductible:
        yield say("warn.deductible_met", met=money(met), deductible=money(deductible))
    figures = catalog().figures
    mixed_up_below = figures["plan_share_low_percent"].value or 0
    if 0 < scenario.plan_pays_percent < mixed_up_below:
        share = scenario.plan_pays_percent
        yield say("warn.plan_share", share=percent(share), other=percent(100 - share))
    if not scenario.oop_max_applies:
        return
    maximum, oop_met = scenario.oop_max_usd, scenario.oop_met_usd
    if oop_met > maximum:
        yield say("warn.oop_met", met=money(oop_met), maximum=money(maximum))
    if oop_met < min(met, deductible):
        yield say("warn.oop_below_deductible_met", deductible_met=money(met), met=money(oop_met))
    if deductible > maximum:
        yield say("warn.deductible_above_oop", deductible=money(deductible), maximum=money(maximum))
    legal = figures["oop_max_legal_usd"].value or maximum
    if maximum > legal:
        yield say("warn.oop_above_legal", maximum=money(maximum), legal=money(legal))


def _about_copayments(scenario: Scenario) -> Iterator[str]:
    for option, copay_usd, price_usd in (
        ("therapy", scenario.therapy_copay_usd, scenario.therapy_price_usd),
        ("iop", scenario.iop_copay_per_day_usd, scenario.iop_price_per_day_usd),
    ):
        if copay_usd > price_usd:
            yield catalog().say(
                f"warn.{option}_copay", copay=money(copay_usd), price=money(price_usd)
            )


def _about_the_program(scenario: Scenario) -> Iterator[str]:
    week = program_week(scenario)
    if week.days_are_longer_than_asked:
        yield catalog().say(
            "warn.long_days",
            hours=hours(scenario.iop_hours_per_week),
            days=WORKING_DAYS_PER_WEEK,
            per_day=hours(scenario.iop_hours_per_day),
            longer=hours(week.hours_by_day[0]),
        )
    if scenario.iop_hours_per_day > scenario.iop_hours_per_week:
        yield catalog().say("warn.short_week", hours=hours(scenario.iop_hours_per_week))


def _about_the_fee(comparison: Comparison) -> Iterator[str]:
    usual = catalog().figures["iop_self_pay_program_usd"]
    total = comparison.options["iop"].total_price_usd
    low, high = usual.low or 0, usual.high or total
    if not low <= total <= high:
        yield catalog().say(
            "warn.program_price", total=money(total), low=money(low), high=money(high)
        )
