"""The break-even chart: how many therapy sessions cost as much as the IOP."""

from __future__ import annotations

from carechoice import words
from carechoice.bill import BreakEven, break_even
from carechoice.bill_words import break_even_caption
from carechoice.charts.style import (
    CHART_HEIGHT,
    COLOR,
    SYMBOL,
    TEXT,
    Chart,
    Figure,
    axis_title,
    layout,
    note,
    top_usd,
)
from carechoice.comparison import Comparison
from carechoice.formats import count, money
from carechoice.tables import Column, Table

# Parts of the axis: up to here the number of a crossing has room at its right on a phone, and from
# there on above it, beside the IOP's name.
ROOM_AT_RIGHT = 0.65
AT_THE_END = 0.85


def break_even_chart(comparison: Comparison) -> Chart:
    """What 1, 2, 3 ... sessions cost, the IOP's cost as a level line, and where they cross."""
    found = break_even(comparison)
    caption = break_even_caption(comparison, found)
    most = len(found.therapy_usd)
    figure = {
        "data": [_therapy(found), _iop(found), *_marks(comparison, found)],
        "layout": layout(
            height=CHART_HEIGHT,
            xaxis={
                "title": axis_title(words.say("break_even.axis")),
                "range": [-1, most + 1],
                "showgrid": False,
                "nticks": 6,
            },
            yaxis={
                "range": [0, top_usd(max(found.iop_usd, found.therapy_usd[-1]))],
                "tickprefix": words.say("cost.axis.prefix"),
                "tickformat": ",.0f",
                "title": axis_title(words.say("running.axis")),
            },
            annotations=_labels(comparison, found),
        ),
    }
    alt = words.say("break_even.alt", most=most, caption=caption)
    title = words.say("break_even.title")
    return Chart("break_even", title, figure, caption, alt, _table(found))


def _therapy(found: BreakEven) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(range(1, len(found.therapy_usd) + 1)),
        "y": list(found.therapy_usd),
        "line": {"color": COLOR["therapy"], "width": 2.5},
        "hovertemplate": words.say("break_even.hover"),
    }


def _iop(found: BreakEven) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [0, len(found.therapy_usd)],
        "y": [found.iop_usd, found.iop_usd],
        "line": {"color": COLOR["iop"], "width": 2.5, "dash": "dash"},
        "hoverinfo": "skip",
    }


def _marks(comparison: Comparison, found: BreakEven) -> list[Figure]:
    """The number of sessions asked about, and the crossing."""
    asked = comparison.options["therapy"].visits
    marks = [_mark(asked, found.therapy_usd[asked - 1], COLOR["therapy"], SYMBOL["therapy"])]
    if found.sessions and found.iop_usd:
        marks.append(_mark(found.sessions, found.therapy_usd[found.sessions - 1], TEXT, "x"))
    return marks


def _mark(sessions: int, usd: float, color: str, symbol: str) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [sessions],
        "y": [usd],
        "marker": {"color": color, "symbol": symbol, "size": 12},
        "hovertemplate": words.say("break_even.hover"),
    }


def _labels(comparison: Comparison, found: BreakEven) -> list[Figure]:
    iop = words.say("break_even.label.iop", iop=words.cost(comparison.options["iop"]))
    labels = [note(1, found.iop_usd, iop), _therapy_label(found)]
    asked = comparison.options["therapy"].visits
    is_below = found.therapy_usd[-1] < found.iop_usd
    if found.sessions and found.sessions != asked and not is_below:
        labels.append(_crossing_label(found, found.sessions))
    return labels


def _therapy_label(found: BreakEven) -> Figure:
    """At the line's end; below its middle, where the number of the crossing stands at the end."""
    therapy = words.say("break_even.label.therapy")
    if _crosses_at_its_end(found):
        middle = len(found.therapy_usd) // 2
        beside = {"xshift": 8, "yanchor": "top"}
        return {**note(middle, found.therapy_usd[middle - 1], therapy), **beside}
    end = note(len(found.therapy_usd), found.therapy_usd[-1], therapy)
    return {**end, "xanchor": "right", "yshift": 4}


def _crossing_label(found: BreakEven, sessions: int) -> Figure:
    """Below the level line, and above it where no room is left beside the line that rises."""
    at = note(sessions, found.iop_usd, count(sessions, "session"))
    if _crosses_at_its_end(found):
        return {**at, "xanchor": "right", "yshift": 6}
    is_late = sessions > len(found.therapy_usd) * ROOM_AT_RIGHT
    beside = {"xanchor": "right", "xshift": -8} if is_late else {"xshift": 8}
    return {**at, "yanchor": "top", "yshift": -6, **beside}


def _crosses_at_its_end(found: BreakEven) -> bool:
    return (found.sessions or 0) > len(found.therapy_usd) * AT_THE_END


def _table(found: BreakEven) -> Table:
    columns = (
        Column(words.say("break_even.column.sessions")),
        Column(words.say("break_even.column.therapy"), money),
        Column(words.say("break_even.column.iop"), money),
    )
    rows = [(n, paid, found.iop_usd) for n, paid in enumerate(found.therapy_usd, start=1)]
    return Table(columns, tuple(rows))
