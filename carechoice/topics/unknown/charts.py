"""The chart of the range that each cost is in, and the charts of the page on what is not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from carechoice.catalog.rows import Pathway
from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.words import between
from carechoice.drawing.cost_bars import estimate_key, estimate_mark, in_key
from carechoice.drawing.style import (
    BAR,
    COLOR,
    EDGE,
    FAINT,
    PALE,
    TEXT,
    Chart,
    Figure,
    note,
    rows_of_bars,
    with_text_below,
)
from carechoice.drawing.tables import Column, Table
from carechoice.inputs.coverage import owes_nothing
from carechoice.language.formats import money, tries_beyond
from carechoice.language.sentences import option_name, say, short_name
from carechoice.topics.unknown.spreads import Spread, spreads
from carechoice.topics.unknown.swing_chart import swing_chart
from carechoice.topics.unknown.swings import Swing, swings
from carechoice.topics.unknown.words import unknown_caption

_LINE: Figure = {"type": "scatter", "mode": "lines", "line": {"color": TEXT, "width": 1.5}}


def ranges(comparison: Comparison) -> tuple[Chart, ...]:
    """How sure the cost of each option is."""
    if owes_nothing(comparison.scenario):
        return ()
    return (unknown_chart(comparison, spreads(comparison)),)


def moves(comparison: Comparison) -> tuple[Chart, ...]:
    """What moves the answer, worked out."""
    return swing_charts(comparison, swings(comparison.scenario))


def swing_charts(comparison: Comparison, found: Sequence[Swing]) -> tuple[Chart, ...]:
    """What moves the answer."""
    if owes_nothing(comparison.scenario):
        return ()
    return (swing_chart(found, comparison.scenario),)


def unknown_chart(comparison: Comparison, found: Mapping[Pathway, Spread]) -> Chart:
    """A bar from low to high for each option, a line to the extremes, a mark at the estimate."""
    most = max(spread.extremes.high for spread in found.values())
    options = [comparison.options[pathway] for pathway in found]
    return Chart(
        "unknown",
        say("unknown.title"),
        _figure(options, found, most),
        unknown_caption(comparison, found),
        with_text_below(say("unknown.alt")),
        _unknown_table(options, found),
        has_content=most > 0,
    )


def _figure(options: Sequence[Option], found: Mapping[Pathway, Spread], most_usd: float) -> Figure:
    """The options from the top down, whose rows are counted from below."""
    rows = list(enumerate(reversed(options)))
    return {
        "data": [
            *(part for row, option in rows for part in _range(option, row, found[option.pathway])),
            *_key(options),
        ],
        "layout": rows_of_bars(
            rows=len(rows),
            most_usd=most_usd,
            label_lines=1,
            has_key=True,
            barmode="overlay",
            annotations=[_range_label(option, row, found[option.pathway]) for row, option in rows],
        ),
    }


def _range(option: Option, row: int, spread: Spread) -> list[Figure]:
    hover = say("unknown.hover", option=option_name(option.words_key))
    return [
        _bar(option.pathway, row, spread),
        _line_to_the_extremes(row, spread) | {"hovertemplate": hover},
        estimate_mark(option, row),
    ]


def _key(options: Sequence[Option]) -> list[Figure]:
    bar = {
        "type": "bar",
        "name": say("tries.key"),
        "marker": {"color": FAINT, "line": {"color": EDGE, "width": 1}},
    }
    line = {**_LINE, "name": say("unknown.key.extremes")}
    return [in_key(bar), in_key(line), *estimate_key(options)]


def _bar(pathway: Pathway, row: int, spread: Spread) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row],
        "base": [spread.drawn.low],
        "x": [spread.drawn.high - spread.drawn.low],
        "marker": {"color": PALE[pathway], "line": {"color": COLOR[pathway], "width": 1}},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _line_to_the_extremes(row: int, spread: Spread) -> Figure:
    ends = [spread.extremes.low, spread.extremes.high]
    return {**_LINE, "x": ends, "y": [row, row], "showlegend": False}


def _range_label(option: Option, row: int, spread: Spread) -> Figure:
    text = say(
        "unknown.label",
        option=short_name(option.words_key),
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
    if any(option.is_range_alone for option in options):
        del amounts["here"]
    return Table(
        (
            Column(say("unknown.column.amount")),
            *(Column(name, money) for name in words.column_names(options)),
        ),
        tuple(
            (
                say(f"unknown.column.{name}", beyond=tries_beyond()),
                *(round(amount(spread), 2) for spread in found.values()),
            )
            for name, amount in amounts.items()
        ),
    )
