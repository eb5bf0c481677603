"""The cost chart and its table: who pays what for each option, on one axis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option, Range
from carechoice.drawing.cost_bars import cost_bar, cost_key
from carechoice.drawing.style import BAR, Chart, note, rows_of_bars
from carechoice.drawing.tables import Column, Table
from carechoice.inputs.coverage import has_plan
from carechoice.language.formats import money
from carechoice.language.sentences import say
from carechoice.topics.dashboard import captions

# Where more rows stand in the height of three, so that a label clears the bar above it.
MOST_HIGH_BARS, LOW_BAR = 3, 0.26


def cost_chart(comparison: Comparison) -> Chart:
    """Who pays what for each option: one bar each on one axis, with the range of your part."""
    options = list(comparison.options.values())[::-1]
    most = max(option.total_likely_usd.high for option in options)
    with_plan = has_plan(comparison.scenario)
    bar = BAR if len(options) <= MOST_HIGH_BARS else LOW_BAR
    bars = (cost_bar(option, row, with_plan=with_plan) for row, option in enumerate(options))
    figure = {
        "data": [*(part for bar in bars for part in bar), *cost_key(options, with_plan=with_plan)],
        "layout": rows_of_bars(
            rows=len(options),
            most_usd=most,
            has_key=True,
            barmode="stack",
            bar=bar,
            annotations=[
                note(0, position + bar / 2, words.cost_label(option, comparison.scenario))
                for position, option in enumerate(options)
            ],
        ),
    }
    return Chart(
        "cost",
        say("cost.title"),
        figure,
        captions.cost_caption(comparison),
        captions.cost_alt(comparison),
        _table(comparison),
    )


class _Row(NamedTuple):
    """An amount of each option in dollars, and how it is shown."""

    name: str
    usd: Callable[[Option], float]
    shown: Callable[[Option], str]


def _table(comparison: Comparison) -> Table:
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
    """Each amount with its two ends; of a plan that may be any the ends alone, as everywhere."""
    options = list(comparison.options.values())
    you = _row("you", lambda option: option.patient_total_usd)
    plan = _Row("plan", lambda option: option.plan_usd, _plan_shown)
    total = _row("total", lambda option: option.total_price_usd)
    yield from _with_ends(you, options, lambda option: option.patient_usd)
    if has_plan(comparison.scenario):
        yield from _with_ends(plan, options, lambda option: option.plan_likely_usd)
    yield from _with_ends(total, options, lambda option: option.total_likely_usd)


def _with_ends(
    here: _Row, options: Sequence[Option], likely_usd: Callable[[Option], Range]
) -> Iterator[_Row]:
    """An amount with the numbers on the page, and the ends of its range where there is one."""
    is_known = all(likely_usd(option).is_known for option in options)
    if is_known or not any(option.is_range_alone for option in options):
        yield here
    if not is_known:
        yield _row(f"{here.name}_low", lambda option: likely_usd(option).low)
        yield _row(f"{here.name}_high", lambda option: likely_usd(option).high)


def _row(name: str, usd: Callable[[Option], float]) -> _Row:
    return _Row(name, usd, lambda option: money(usd(option)))


def _plan_shown(option: Option) -> str:
    return money(words.plan_whole_usd(option))
