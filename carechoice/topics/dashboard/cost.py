"""The cost chart: who pays what for each option, on one axis."""

from __future__ import annotations

from collections.abc import Callable

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option
from carechoice.drawing.style import (
    BAR,
    COLOR,
    PALE,
    Chart,
    Figure,
    note,
    rows_of_bars,
    spread_line,
)
from carechoice.drawing.tables import Column, Table
from carechoice.inputs.coverage import has_plan
from carechoice.language.formats import money
from carechoice.language.sentences import option_name, say
from carechoice.topics.dashboard import captions


def cost_chart(comparison: Comparison) -> Chart:
    """Who pays what for each option: one bar each on one axis, with the range of your part."""
    options = list(comparison.options.values())[::-1]
    most = max(max(option.total_price_usd, option.patient_usd.high) for option in options)
    figure = {
        "data": [bar for row, option in enumerate(options) for bar in _cost_bars(option, row)],
        "layout": rows_of_bars(
            rows=len(options),
            most_usd=most,
            barmode="stack",
            annotations=[
                note(0, position + BAR / 2, words.cost_label(option, comparison.scenario))
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
        _cost_table(comparison),
    )


def _cost_bars(option: Option, row: int) -> list[Figure]:
    pathway, spread = option.pathway, option.patient_usd
    name = option_name(option.told_as)
    shared = {"type": "bar", "orientation": "h", "y": [row]}
    you: Figure = {
        **shared,
        "name": say("cost.column.you"),
        "x": [spread.likely],
        "marker": {"color": COLOR[pathway]},
        "error_x": spread_line(spread),
    }
    plan: Figure = {
        **shared,
        "name": say("cost.column.plan"),
        "x": [option.plan_usd],
        "marker": {
            "color": PALE[pathway],
            "line": {"color": COLOR[pathway], "width": 1},
            "pattern": {"shape": "/", "size": 7, "fgcolor": COLOR[pathway], "solidity": 0.12},
        },
    }
    amounts = (money(spread.likely), money(words.plan_whole_usd(option)))
    for bar, amount in zip((you, plan), amounts, strict=True):
        bar["hovertemplate"] = say("cost.hover", option=name, part=bar["name"], amount=amount)
    return [you, plan]


def _cost_table(comparison: Comparison) -> Table:
    """Options as columns, so that the table stays narrow enough for a phone."""
    options = comparison.options.values()
    amounts: dict[str, Callable[[Option], float]] = {
        "you": lambda option: option.patient_total_usd,
        "low": lambda option: option.patient_usd.low,
        "high": lambda option: option.patient_usd.high,
        "plan": lambda option: option.plan_usd,
        "total": lambda option: option.total_price_usd,
    }
    if all(option.patient_usd.is_known for option in options):
        del amounts["low"], amounts["high"]
    if not has_plan(comparison.scenario):
        del amounts["plan"]
    shown = {
        name: words.plan_whole_usd if name == "plan" else tell for name, tell in amounts.items()
    }
    labels = {name: say(f"cost.column.{name}") for name in amounts}
    names = [say("cost.column.amount"), *words.column_names(options)]
    return Table(
        tuple(map(Column, names)),
        tuple((labels[name], *map(amount, options)) for name, amount in amounts.items()),
        tuple((labels[name], *map(money, map(tell, options))) for name, tell in shown.items()),
    )
