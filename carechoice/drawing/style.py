"""What all charts share: the palette, the shared layout, labels; and what a chart is.

Colour follows the option everywhere and never means good or bad; each is at least 3:1 on the light
and on the dark background, and both have the same contrast (tests/house checks it).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, TypeVar

from carechoice.catalog.rows import Pathway
from carechoice.catalog.tables import BESIDE
from carechoice.drawing.tables import Table
from carechoice.language.formats import separators
from carechoice.language.sentences import say

Figure = dict[str, Any]
Mark = TypeVar("Mark")
# How Plotly writes numbers where nobody says otherwise: as in 1,234.5.
PLOTLYS_SEPARATORS = ".,"
LINE_PX = 2.5
# Height of a row of bars with its label of two lines, for charts with a row an option.
ROW_HEIGHT = 140
# What a line of the uppermost label takes, in pixels and as a part of the row.
LABEL_LINE_PX, LABEL_LINE = 36, 0.32
# Stands for the theme's text colour, which the page puts in (ui/components/plot): labels follow
# light and dark by themselves.
TEXT = "#000001"
FAINT = "rgba(128,128,128,0.22)"
EDGE = "rgba(128,128,128,0.9)"
CLEAR = "rgba(0,0,0,0)"
FONT_SIZE = 14
# Over more days than this, a day and month alone could stand on the axis twice.
DAYS_WITHOUT_YEAR = 330
CHART_HEIGHT = 280
# Between an axis of dates and its labels: the first begins below the zero of the other axis.
STANDOFF_PX = 6
# Room at both ends of an axis, as a part of it.
MARGIN = 0.04
# An axis that shows nothing but $0 needs an end too.
FREE_AXIS_USD = 100
# What lines and marks stand for, above the drawing: no name lies on a line, whatever its width.
KEY: Figure = {
    "orientation": "h",
    "xref": "container",
    "yref": "container",
    "x": 0,
    "y": 1,
    "xanchor": "left",
    "yanchor": "top",
    "bgcolor": CLEAR,
    # As high as it needs to be, so that it does not scroll.
    "maxheight": 0.99,
    # Stacked bars would turn it round.
    "traceorder": "normal",
    "itemclick": False,
    "itemdoubleclick": False,
    "font": {"size": FONT_SIZE - 1, "color": TEXT},
}
# How much of its row a bar fills.
BAR = 0.36
_AXIS: Figure = {
    "fixedrange": True,
    "zeroline": False,
    "gridcolor": FAINT,
    "automargin": True,
    # Room is made for the last number of an axis, where the library would rather hide it.
    "ticklabeloverflow": "allow",
    "tickfont": {"size": FONT_SIZE - 1, "color": TEXT},
}
# Long enough that no two figures of a visit have the same.
LETTERS = 16


class ByPathway(dict[Pathway, Mark]):
    """What each option has of its own: the two, and a pathway beside them by its place.

    A pathway takes the third, whatever its key, or the fourth where its key says so.
    """

    def __init__(self, therapy: Mark, iop: Mark, third: Mark, fourth: Mark) -> None:
        super().__init__({"therapy": therapy, "iop": iop})
        self._third, self._fourth = third, fourth

    def __missing__(self, pathway: Pathway) -> Mark:
        is_fourth = pathway.startswith(BESIDE["fourth_path"])
        return self._fourth if is_fourth else self._third


COLOR = ByPathway("#3B7DC4", "#AD6D12", "#9B63C4", "#688059")
# The plan's part of a bar is the option's colour, paler and hatched: told apart without colour.
PALE = ByPathway(
    "rgba(59,125,196,0.28)",
    "rgba(173,109,18,0.28)",
    "rgba(155,99,196,0.28)",
    "rgba(104,128,89,0.28)",
)
SYMBOL = ByPathway("circle", "diamond", "square-open", "hexagon2-open")
# The same in a text.
SIGN = ByPathway("●", "◆", "□", "⬡")
# Lines of the options, with the same width: told apart without colour. Where one lies on another
# the lower one shows in the gaps, so a chart draws them in the order of its options.
DASH = ByPathway("solid", "10px,4px", "3px,5px", "14px,4px,3px,4px")
# Where bars of both options stand in one row: told apart without colour, with the same weight.
PATTERN = ByPathway("\\", "/", "x", "-")


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure with everything a page shows around it.

    Where ``has_content`` is false all in it is nothing, and its caption says what there is to say.
    ``table_title`` stands for a title that changes with a slider: by it the table stays open.
    """

    key: str
    title: str
    figure: Figure
    caption: str
    alt: str
    table: Table
    has_content: bool = True
    table_title: str = ""


def with_text_below(alt: str) -> str:
    """The alternative text of a chart that leaves what it shows to the sentences below it."""
    return say("chart.alt.below", chart=alt)


def no_higher(chart: Chart, height: int) -> Chart:
    """The chart at most ``height`` pixels high; its rows come closer together."""
    return of_height(chart, min(chart.figure["layout"]["height"], height))


def of_height(chart: Chart, height: int) -> Chart:
    """The chart ``height`` pixels high; its rows stand closer together or farther apart."""
    shape = {**chart.figure["layout"], "height": height}
    return replace(chart, figure={**chart.figure, "layout": shape})


def note(x: str | float, y: float, text: str) -> Figure:
    """A label that starts at (x, y)."""
    return {
        "x": x,
        "y": y,
        "text": text,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
    }


def line(pathway: Pathway) -> Figure:
    """How the line of an option is drawn."""
    return {"color": COLOR[pathway], "width": LINE_PX, "dash": DASH[pathway]}


def dates_axis(first: date, last: date) -> Figure:
    """An axis of the days from first to last; with the year where there is more than one."""
    is_long = (last - first).days > DAYS_WITHOUT_YEAR
    return {
        "type": "date",
        "tickformat": say("axis.month" if is_long else "axis.date"),
        "nticks": 5,
        "showgrid": False,
        "range": [first.isoformat(), last.isoformat()],
        "ticklabelstandoff": STANDOFF_PX,
    }


def axis_title(text: str) -> Figure:
    """The title of an axis, in the size of its numbers."""
    return {"text": text, "font": {"size": FONT_SIZE - 1, "color": TEXT}}


def dollar_ticks() -> Figure:
    """How an axis writes amounts: whole dollars."""
    return {"tickprefix": say("cost.axis.prefix"), "tickformat": ",.0f"}


def usd_axis(title: str, *, top_usd: float) -> Figure:
    """An axis of amounts from none up to ``top_usd``."""
    return {"range": [0, top_usd], **dollar_ticks(), "title": axis_title(title)}


def visits_axis(title: str, *, most: int) -> Figure:
    """An axis from no visit to the most, with room for a mark at either end and on the axis."""
    return {
        "title": axis_title(title),
        "range": [-most * MARGIN, most * (1 + MARGIN)],
        "ticklabelstandoff": STANDOFF_PX,
        "showgrid": False,
        "nticks": 6,
    }


def top_usd(most_usd: float) -> float:
    """Where an axis of dollars ends: past the most there is, and above $0 where all is free."""
    return most_usd * 1.08 or FREE_AXIS_USD


def rows_of_bars(
    *, rows: int, most_usd: float, label_lines: int = 2, bar: float = BAR, **rest: Any
) -> Figure:
    """The layout of a chart with a row of bars an option, dollars across.

    ``bar`` is how much of its row a bar fills.
    ``label_lines`` is how many lines the label above a bar has: one leaves no room for two.
    """
    fewer = 2 - label_lines
    return layout(
        height=ROW_HEIGHT * rows - LABEL_LINE_PX * fewer,
        bargap=1 - bar,
        xaxis={
            **dollar_ticks(),
            "nticks": 5,
            # The amounts stand above the bars, where no line of a grid is to cross them.
            "showgrid": False,
            "range": [0, top_usd(most_usd)],
        },
        yaxis={"visible": False, "range": [-0.4, rows - 0.25 - LABEL_LINE * fewer]},
        **rest,
    )


def hatched(pathway: Pathway) -> Figure:
    """How bars are drawn that share a row: told apart without colour, with the same weight."""
    return {
        "color": COLOR[pathway],
        "pattern": {
            "shape": PATTERN[pathway],
            "fillmode": "overlay",
            "fgcolor": "white",
            "size": 8,
            "solidity": 0.12,
        },
    }


def layout(
    *, height: int, xaxis: Figure, yaxis: Figure, has_key: bool = False, **rest: Any
) -> Figure:
    """The layout all charts share: quiet axes, no zoom, no toolbar.

    With ``has_key`` the names of what is drawn stand above it, each beside its line or mark.
    """
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 12, "b": 8},
        "font": {"size": FONT_SIZE, "color": TEXT},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "showlegend": has_key,
        **({"legend": KEY} if has_key else {}),
        "hovermode": "closest",
        "dragmode": False,
        "xaxis": {**_AXIS, **xaxis},
        "yaxis": {**_AXIS, **yaxis},
        **({} if separators() == PLOTLYS_SEPARATORS else {"separators": separators()}),
        **rest,
    }


def figure_name(figure: Figure) -> str:
    """A name by which a browser knows a figure: figures that are drawn alike share it."""
    return sha256(json.dumps(figure, default=str).encode()).hexdigest()[:LETTERS]
