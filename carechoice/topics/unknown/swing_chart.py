"""The chart of what moves the answer: a bar for each input that is not known."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.comparison.compare import PATHWAYS
from carechoice.drawing.style import (
    CHART_HEIGHT,
    EDGE,
    Chart,
    Figure,
    axis_title,
    dollar_ticks,
    layout,
    note,
    with_text_below,
)
from carechoice.drawing.tables import Column, Table, Value
from carechoice.language.formats import money
from carechoice.language.sentences import say
from carechoice.topics.unknown.swing import Swing
from carechoice.topics.unknown.swing_words import swing_caption, swing_ends

# More bars than this are not told apart; the table has them all.
MOST_BARS = 8
ROW_PX = 52


def swing_chart(found: Sequence[Swing], *, program: str = "iop") -> Chart:
    """A bar for each number not known: by how many dollars it moves the gap between the options.

    ``program`` is whose words the program has (``Option.told_as``).
    """
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
    title, numbers = say("swing.title"), _swing_table(found, program)
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


def _swing_table(found: Sequence[Swing], program: str) -> Table:
    columns = (
        Column(say("swing.column.input")),
        Column(say("swing.column.low"), in_file_only=True),
        Column(say("swing.column.high"), in_file_only=True),
        *(Column(say(f"swing.column.{pathway}"), money) for pathway in ("therapy", program)),
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
