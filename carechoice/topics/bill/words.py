"""The totals and the months of the bill, as rows of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields

from carechoice.catalog.rounding import whole_parts
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.other_costs import OtherCosts, other_costs, whole_usd
from carechoice.comparison.words import cost, cost_here
from carechoice.inputs.coverage import has_plan
from carechoice.language.formats import approximate_money, money, month
from carechoice.language.sentences import say
from carechoice.topics.bill.facts import Month, costs_nothing


def totals(comparison: Comparison) -> list[list[str]]:
    """Rows of what each option costs the patient: in all, a week, an hour, and beside the bill."""
    options = list(comparison.options.values())
    # A range adds up with nothing, so where other costs stand below it is the amount alone.
    has_others = any(other_costs(option).total_usd for option in options)
    rows = [_line("total", options, cost_here if has_others else cost)]
    if not costs_nothing(comparison):
        rows += [_line(name, options, tell) for name, tell in SPREAD_OVER.items()]
    if has_others:
        rows += _beside_the_bill(options)
    return rows


SPREAD_OVER: Mapping[str, Callable[[Option], str]] = {
    "per_week": lambda option: cost(option, parts=option.weeks),
    "per_hour": lambda option: cost(option, parts=option.total_hours),
}


def _beside_the_bill(options: Sequence[Option]) -> list[list[str]]:
    """What the person entered, as far as there is some, and what it comes to with the bill."""
    bills, others = zip(*map(whole_usd, options), strict=True)
    names = (field.name.removesuffix("_usd") for field in fields(OtherCosts))
    parts = zip(names, zip(*others, strict=True), strict=True)
    rows = [[say(f"bill.{name}"), *map(money, amounts)] for name, amounts in parts if any(amounts)]
    with_bill = [
        approximate_money(bill + sum(parts), is_known=option.is_cost_known)
        for option, bill, parts in zip(options, bills, others, strict=True)
    ]
    return [*rows, [say("bill.with_other"), *with_bill]]


def _line(name: str, options: list[Option], tell: Callable[[Option], str]) -> list[str]:
    return [say(f"bill.{name}"), *map(tell, options)]


def months(comparison: Comparison, found: Sequence[Month]) -> list[list[str]]:
    """Rows of a table: the month, and what patient and plan pay for each option in it."""
    columns = [list(_months_of(found, option)) for option in comparison.options.values()]
    names = [month(each.first_day) for each in found]
    return [[name, *cells] for name, *cells in zip(names, *columns, strict=True)]


def _months_of(found: Sequence[Month], option: Option) -> Iterator[str]:
    """A cell a month; together they come to what is shown for the whole course.

    Of a plan nothing is said where the option has none, or the month none of its visits.
    """
    you_usd = [each.patient_usd[option.pathway] for each in found]
    plan_usd = [each.plan_usd[option.pathway] for each in found]
    _, plan_in_all = whole_parts([sum(you_usd), sum(plan_usd)])
    has_a_plan = has_plan(option.scenario, *(phase.care for phase in option.phases))
    shown = zip(whole_parts(you_usd), whole_parts(plan_usd, plan_in_all), strict=True)
    for you, plan in shown:
        if has_a_plan and (you or plan):
            yield say("bill.months.cell", you=money(you), plan=money(plan))
        else:
            yield money(you)
