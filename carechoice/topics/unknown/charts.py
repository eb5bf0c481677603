"""The chart of what is not known: the range that the cost of each option lies in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from carechoice.catalog.rows import Pathway
from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.words import between
from carechoice.drawing.style import (
    BAR,
    COLOR,
    PALE,
    SYMBOL,
    TEXT,
    Chart,
    Figure,
    note,
    rows_of_bars,
    with_text_below,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import money
from carechoice.language.sentences import option_name, say, short_name
from carechoice.topics.unknown.facts import Spread
from carechoice.topics.unknown.words import unknown_caption


def unknown_chart(comparison: Comparison, found: Mapping[Pathway, Spread]) -> Chart:
    """A bar from low to high for each option, a line to the extremes, a mark for the answer."""
    caption, options = unknown_caption(comparison, found), comparison.options
    rows = {pathway: row for row, pathway in enumerate(reversed(list(found)))}
    most = max(spread.extremes.high for spread in found.values())
    figure = {
        "data": [
            part
            for pathway, row in rows.items()
            for part in _range(options[pathway], row, found[pathway])
        ],
        "layout": rows_of_bars(
            rows=len(rows),
            most_usd=most,
            label_lines=1,
            barmode="overlay",
            annotations=[
                _range_label(options[pathway], row, found[pathway]) for pathway, row in rows.items()
            ],
        ),
    }
    return Chart(
        "unknown",
        say("unknown.title"),
        figure,
        caption,
        with_text_below(say("unknown.alt")),
        _unknown_table([options[pathway] for pathway in found], found),
        has_content=most > 0,
    )


def _range(option: Option, row: int, spread: Spread) -> list[Figure]:
    pathway, drawn, extremes = option.pathway, spread.drawn, spread.extremes
    hover = say("unknown.hover", option=option_name(option.told_as))
    bar: Figure = {
        "type": "bar",
        "orientation": "h",
        "y": [row],
        "base": [drawn.low],
        "x": [drawn.high - drawn.low],
        "marker": {"color": PALE[pathway], "line": {"color": COLOR[pathway], "width": 1}},
        "hoverinfo": "skip",
    }
    ends: Figure = {
        "type": "scatter",
        "mode": "lines",
        "x": [extremes.low, extremes.high],
        "y": [row, row],
        "line": {"color": TEXT, "width": 1.5},
        "hovertemplate": hover,
    }
    here: Figure = {
        "type": "scatter",
        "mode": "markers",
        "x": [extremes.likely],
        "y": [row],
        "marker": {"color": COLOR[pathway], "symbol": SYMBOL[pathway], "size": 15},
        "hovertemplate": hover,
    }
    return [bar, ends, here]


def _range_label(option: Option, row: int, spread: Spread) -> Figure:
    text = say(
        "unknown.label",
        option=short_name(option.told_as),
        range=between(spread.drawn),
    )
    return note(0, row + BAR / 2, text)


def _unknown_table(options: Sequence[Option], found: Mapping[Pathway, Spread]) -> Table:
    amounts: dict[str, Callable[[Spread], float]] = {
        "here": lambda spread: spread.extremes.likely,
        "least": lambda spread: spread.extremes.low,
        "low": lambda spread: spread.drawn.low,
        "middle": lambda spread: spread.drawn.likely,
        "high": lambda spread: spread.drawn.high,
        "most": lambda spread: spread.extremes.high,
    }
    return Table(
        (
            Column(say("unknown.column.amount")),
            *(Column(name, money) for name in words.column_names(options)),
        ),
        tuple(
            (
                say(f"unknown.column.{name}"),
                *(round(amount(spread), 2) for spread in found.values()),
            )
            for name, amount in amounts.items()
        ),
    )
