"""The break-even chart: how many therapy sessions cost as much as the IOP."""

from __future__ import annotations

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import (
    CHART_HEIGHT,
    COLOR,
    EDGE,
    SYMBOL,
    TEXT,
    Chart,
    Figure,
    axis_title,
    layout,
    note,
    top_usd,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import count, money
from carechoice.language.sentences import say
from carechoice.topics.bill.captions import break_even_caption
from carechoice.topics.bill.facts import BreakEven, break_even

# Part of the axis up to which the number of a crossing has room at its right on a phone.
ROOM_AT_RIGHT = 0.65


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
                "title": axis_title(say("break_even.axis")),
                "range": [-1, most + 1],
                "showgrid": False,
                "nticks": 6,
            },
            yaxis={
                "range": [0, top_usd(max(found.iop_usd, found.therapy_usd[-1]))],
                "tickprefix": say("cost.axis.prefix"),
                "tickformat": ",.0f",
                "title": axis_title(say("running.axis")),
            },
            annotations=_labels(comparison, found),
            shapes=_drop_lines(comparison, found),
        ),
    }
    alt = say("break_even.alt", most=most, caption=caption)
    title = say("break_even.title")
    costs = bool(found.iop_usd or found.therapy_usd[-1])
    return Chart("break_even", title, figure, caption, alt, _table(found), has_content=costs)


def _therapy(found: BreakEven) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(range(1, len(found.therapy_usd) + 1)),
        "y": list(found.therapy_usd),
        "line": {"color": COLOR["therapy"], "width": 2.5},
        "hovertemplate": say("break_even.hover"),
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
        "hovertemplate": say("break_even.hover"),
    }


def _labels(comparison: Comparison, found: BreakEven) -> list[Figure]:
    iop = say("break_even.label.iop", iop=words.cost(comparison.options["iop"]))
    end = note(len(found.therapy_usd), found.therapy_usd[-1], say("break_even.label.therapy"))
    labels = [note(1, found.iop_usd, iop), {**end, "xanchor": "right", "yshift": 4}]
    if sessions := _named_crossing(comparison, found):
        labels.append(_crossing_label(found, sessions))
    return labels


def _named_crossing(comparison: Comparison, found: BreakEven) -> int | None:
    """The crossing, if it is another number than the one asked about, and the lines part again."""
    is_below = found.therapy_usd[-1] < found.iop_usd
    is_asked = found.sessions == comparison.options["therapy"].visits
    return None if is_below or is_asked else found.sessions


def _crossing_label(found: BreakEven, sessions: int) -> Figure:
    """Below the level line; on the axis, where the line that rises leaves no room beside it."""
    number = count(sessions, "session")
    if _is_late(found, sessions):
        return {**note(sessions, 0, number), "xanchor": "right", "xshift": -4}
    beside = {"yanchor": "top", "xshift": 8, "yshift": -6}
    return {**note(sessions, found.iop_usd, number), **beside}


def _drop_lines(comparison: Comparison, found: BreakEven) -> list[Figure]:
    """From a crossing down to its number, where that stands on the axis."""
    sessions = _named_crossing(comparison, found)
    if not sessions or not _is_late(found, sessions):
        return []
    ends = {"x0": sessions, "x1": sessions, "y0": 0, "y1": found.iop_usd}
    return [{"type": "line", **ends, "line": {"color": EDGE, "width": 1, "dash": "dot"}}]


def _is_late(found: BreakEven, sessions: int) -> bool:
    return sessions > len(found.therapy_usd) * ROOM_AT_RIGHT


def _table(found: BreakEven) -> Table:
    columns = (
        Column(say("break_even.column.sessions")),
        Column(say("break_even.column.therapy"), money),
        Column(say("break_even.column.iop"), money),
    )
    rows = [(n, paid, found.iop_usd) for n, paid in enumerate(found.therapy_usd, start=1)]
    return Table(columns, tuple(rows))
