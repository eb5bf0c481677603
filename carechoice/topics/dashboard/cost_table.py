"""The table behind the cost chart: amounts as rows, options as columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option
from carechoice.drawing.tables import Column, Table
from carechoice.inputs.coverage import has_plan
from carechoice.language.formats import approximate_money, money
from carechoice.language.sentences import say


class _Row(NamedTuple):
    """An amount of each option in dollars, and how it is shown."""

    name: str
    usd: Callable[[Option], float]
    shown: Callable[[Option], str]


def cost_table(comparison: Comparison) -> Table:
    """Options as columns, so that the table stays narrow enough for a phone."""
    options = comparison.options.values()
    rows = list(_rows(comparison))
    labels = [say(f"cost.column.{row.name}") for row in rows]
    names = [say("cost.column.amount"), *words.column_names(options)]
    return Table(
        tuple(map(Column, names)),
        tuple((label, *map(row.usd, options)) for label, row in zip(labels, rows, strict=True)),
        tuple((label, *map(row.shown, options)) for label, row in zip(labels, rows, strict=True)),
    )


def _rows(comparison: Comparison) -> Iterator[_Row]:
    """What is told: of a plan that may be any the ranges alone, as everywhere."""
    options = comparison.options.values()
    is_of_any = any(option.is_range_alone for option in options)
    if not is_of_any:
        yield _row("you", lambda option: option.patient_total_usd)
    if not all(option.patient_usd.is_known for option in options):
        yield _row("low", lambda option: option.patient_usd.low)
        yield _row("high", lambda option: option.patient_usd.high)
    if is_of_any:
        yield _row("plan_low", lambda option: option.plan_likely_usd.low)
        yield _row("plan_high", lambda option: option.plan_likely_usd.high)
    elif has_plan(comparison.scenario):
        yield _Row("plan", lambda option: option.plan_usd, _plan_shown)
    yield _Row("total", lambda option: option.total_price_usd, _total_shown)


def _row(name: str, usd: Callable[[Option], float]) -> _Row:
    return _Row(name, usd, lambda option: money(usd(option)))


def _plan_shown(option: Option) -> str:
    return money(words.plan_whole_usd(option))


def _total_shown(option: Option) -> str:
    """What all visits are billed for, of which a price may be a guess."""
    return approximate_money(option.total_price_usd, is_known=option.is_total_price_known)
