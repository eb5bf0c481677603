"""The break-even chart: how many therapy sessions cost as much as the IOP."""

from __future__ import annotations

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option
from carechoice.drawing.style import (
    CHART_HEIGHT,
    COLOR,
    EDGE,
    FAINT,
    MARGIN,
    SYMBOL,
    TEXT,
    Chart,
    Figure,
    layout,
    line,
    top_usd,
    usd_axis,
    visits_axis,
    with_text_below,
)
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import count, money
from carechoice.language.sentences import say
from carechoice.topics.bill.captions import break_even_caption, this_program
from carechoice.topics.bill.facts import BreakEven, break_even


def break_even_chart(comparison: Comparison) -> Chart:
    """What 1, 2, 3 ... sessions cost, the IOP's cost as a level line, and where they cross."""
    found = break_even(comparison)
    most = len(found.therapy_usd)
    top = top_usd(max(found.iop_usd, found.therapy_usd[-1]))
    figure = {
        "data": [
            *_zone(found, top),
            _therapy(found),
            _iop(comparison.options["iop"], found),
            *_marks(comparison, found),
        ],
        "layout": layout(
            height=CHART_HEIGHT,
            has_key=True,
            xaxis=visits_axis(say("break_even.axis"), most=most),
            yaxis=usd_axis(say("running.axis"), top_usd=top),
        ),
    }
    alt = with_text_below(say("break_even.alt", most=most, this_program=this_program(comparison)))
    return Chart(
        "break_even",
        say("break_even.title"),
        figure,
        break_even_caption(comparison, found),
        alt,
        _table(comparison.options["iop"], found),
        has_content=bool(found.iop_usd or found.therapy_usd[-1]),
    )


def _zone(found: BreakEven, top_usd: float) -> list[Figure]:
    """Where the costs are the same in most tries of what is not known, over the whole height."""
    if found.in_tries is None or found.in_tries.low is None:
        return []
    first, most = found.in_tries.low, len(found.therapy_usd)
    last = found.in_tries.high or most * (1 + MARGIN)
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": say("tries.key"),
            "x": [first, first, last, last],
            "y": [0, top_usd, top_usd, 0],
            "fill": "toself",
            "fillcolor": FAINT,
            "line": {"color": EDGE, "width": 1},
            "hoverinfo": "skip",
        }
    ]


def _therapy(found: BreakEven) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": say("break_even.label.therapy"),
        "x": list(range(1, len(found.therapy_usd) + 1)),
        "y": list(found.therapy_usd),
        "line": line("therapy"),
        "hovertemplate": say("break_even.hover"),
    }


def _iop(iop: Option, found: BreakEven) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": say(f"break_even.label.{iop.words_key}", iop=words.cost_here(iop)),
        "x": [0, len(found.therapy_usd)],
        "y": [found.iop_usd, found.iop_usd],
        "line": line("iop"),
        "hoverinfo": "skip",
    }


def _marks(comparison: Comparison, found: BreakEven) -> list[Figure]:
    """The number of sessions asked about, and the crossing."""
    asked = comparison.options["therapy"].visits
    marks = [_mark(found, asked, COLOR["therapy"], SYMBOL["therapy"])]
    if found.sessions and found.iop_usd:
        marks.append(_mark(found, found.sessions, TEXT, "x"))
    return marks


def _mark(found: BreakEven, sessions: int, color: str, symbol: str) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": count(sessions, "session"),
        "x": [sessions],
        "y": [found.therapy_usd[sessions - 1]],
        "marker": {"color": color, "symbol": symbol, "size": 12},
        "cliponaxis": False,
        "hovertemplate": say("break_even.hover"),
    }


def _table(iop: Option, found: BreakEven) -> Table:
    columns = (
        Column(say("break_even.column.sessions")),
        Column(say("break_even.column.therapy"), money),
        Column(say(f"break_even.column.{iop.words_key}"), money),
    )
    rows = [(n, paid, found.iop_usd) for n, paid in enumerate(found.therapy_usd, start=1)]
    return Table(columns, tuple(rows))
