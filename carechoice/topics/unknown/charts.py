"""Charts of what is not known: the range of each option's cost, and what moves the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from carechoice.catalog.rows import Pathway
from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS, Comparison
from carechoice.comparison.words import between
from carechoice.drawing.style import (
    BAR,
    CHART_HEIGHT,
    COLOR,
    EDGE,
    PALE,
    SYMBOL,
    TEXT,
    Chart,
    Figure,
    axis_title,
    dollar_ticks,
    layout,
    note,
    rows_of_bars,
    with_text_below,
)
from carechoice.drawing.tables import Column, Table, Value
from carechoice.language.formats import money
from carechoice.language.sentences import option_name, say, short_name
from carechoice.topics.unknown.facts import Spread
from carechoice.topics.unknown.swing import Swing
from carechoice.topics.unknown.words import swing_caption, swing_ends, unknown_caption

# More bars than this are not told apart; the table has them all.
MOST_BARS = 8
ROW_PX = 52


def unknown_chart(comparison: Comparison, found: Mapping[Pathway, Spread]) -> Chart:
    """A bar from low to high for each option, a line to the extremes, a mark for the answer."""
    caption = unknown_caption(comparison, found)
    rows = {pathway: row for row, pathway in enumerate(reversed(list(found)))}
    most = max(spread.extremes.high for spread in found.values())
    figure = {
        "data": [
            part for pathway, row in rows.items() for part in _range(pathway, row, found[pathway])
        ],
        "layout": rows_of_bars(
            rows=len(rows),
            most_usd=most,
            label_lines=1,
            barmode="overlay",
            annotations=[
                _range_label(pathway, row, found[pathway]) for pathway, row in rows.items()
            ],
        ),
    }
    return Chart(
        "unknown",
        say("unknown.title"),
        figure,
        caption,
        with_text_below(say("unknown.alt")),
        _unknown_table(found),
        has_content=most > 0,
    )


def _range(pathway: Pathway, row: int, spread: Spread) -> list[Figure]:
    drawn, extremes = spread.drawn, spread.extremes
    hover = say("unknown.hover", option=option_name(pathway))
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


def _range_label(pathway: Pathway, row: int, spread: Spread) -> Figure:
    text = say(
        "unknown.label",
        option=short_name(pathway),
        range=between(spread.drawn),
    )
    return note(0, row + BAR / 2, text)


def _unknown_table(found: Mapping[Pathway, Spread]) -> Table:
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
            *(Column(name, money) for name in words.column_names(found)),
        ),
        tuple(
            (
                say(f"unknown.column.{name}"),
                *(round(amount(spread), 2) for spread in found.values()),
            )
            for name, amount in amounts.items()
        ),
    )


def swing_chart(found: Sequence[Swing]) -> Chart:
    """A bar for each number not known: by how many dollars it moves the gap between the options."""
    caption = swing_caption(found)
    in_dollars = [swing.in_whole_dollars() for swing in found]
    shown = [swing for swing in in_dollars if swing.moves_usd][:MOST_BARS]
    figure = {
        "data": [_bars(shown)],
        "layout": layout(
            height=max(CHART_HEIGHT, ROW_PX * len(shown) + ROW_PX),
            bargap=0.68,
            xaxis={
                "title": axis_title(say("swing.axis")),
                **dollar_ticks(),
                "nticks": 5,
                "rangemode": "tozero",
                "showgrid": False,
            },
            yaxis={"visible": False, "range": [len(shown) - 0.5, -0.75]},
            annotations=[_bar_label(row, swing) for row, swing in enumerate(shown)],
        ),
    }
    alt = with_text_below(say("swing.alt"))
    title, numbers = say("swing.title"), _swing_table(found)
    return Chart("swing", title, figure, caption, alt, numbers, has_content=bool(shown))


def _bars(found: Sequence[Swing]) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [swing.moves_usd for swing in found],
        "y": list(range(len(found))),
        # Neither option's colour: the gap belongs to both.
        "marker": {"color": EDGE},
        "hoverinfo": "skip",
    }


def _bar_label(row: int, swing: Swing) -> Figure:
    label = swing_ends(swing)["label"]
    text = say("swing.label", label=label, dollars=money(swing.moves_usd))
    return note(0, row - 0.16, text)


def _swing_table(found: Sequence[Swing]) -> Table:
    columns = (
        Column(say("swing.column.input")),
        Column(say("swing.column.low"), in_file_only=True),
        Column(say("swing.column.high"), in_file_only=True),
        *(Column(say(f"swing.column.{pathway}"), money) for pathway in PATHWAYS),
        Column(say("swing.column.gap"), money),
    )
    rows: list[tuple[Value, ...]] = []
    told: list[tuple[str, ...]] = []
    for swing in found:
        ends = swing_ends(swing)
        label = say("swing.row", **ends)
        rows.append((label, ends["low"], ends["high"], *(round(usd, 2) for usd in _moved(swing))))
        told.append((label, *map(money, _moved(swing.in_whole_dollars()))))
    return Table(columns, tuple(rows), tuple(told))


def _moved(swing: Swing) -> list[float]:
    """By how many dollars an input moves each option, and the gap between them."""
    return [*map(swing.dollars, PATHWAYS), swing.moves_usd]
