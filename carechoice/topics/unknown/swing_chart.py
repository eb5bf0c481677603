"""The chart of what moves the answer: a bar for each input that is not known."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from carechoice.comparison.compare import PATHWAYS
from carechoice.drawing.cost_bars import in_key
from carechoice.drawing.style import (
    CHART_HEIGHT,
    EDGE,
    FAINT,
    Chart,
    Figure,
    axis_title,
    dollar_ticks,
    layout,
    note,
    with_text_below,
)
from carechoice.drawing.tables import Column, Table, Value
from carechoice.inputs.pathways import words_key
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.unknown.swing_words import span_text, swing_caption, swing_ends
from carechoice.topics.unknown.swings import Swing

# More bars than this are not told apart; the table has them all.
MOST_BARS = 8
ROW_PX = 52


def swing_chart(found: Sequence[Swing], scenario: Scenario) -> Chart:
    """A bar for each number not known: by how many dollars it moves the gap between the options."""
    shown = [swing for swing in found if swing.gap_usd.high_usd][:MOST_BARS]
    key = _key(shown)
    figure = {
        "data": [*_bars(shown), *key],
        "layout": layout(
            has_key=bool(key),
            height=max(CHART_HEIGHT, ROW_PX * len(shown) + ROW_PX),
            bargap=0.68,
            barmode="stack",
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
    return Chart(
        "swing",
        say("swing.title"),
        figure,
        swing_caption(found, scenario),
        with_text_below(say("swing.alt")),
        _swing_table(found, words_key(scenario, "iop")),
        has_content=bool(shown),
    )


def _bars(found: Sequence[Swing]) -> list[Figure]:
    """Solid up to what a number moves the gap by at least, and paler up to the most."""
    gaps = [swing.gap_usd for swing in found]
    return [
        _part([gap.low_usd for gap in gaps], EDGE),
        _part([gap.high_usd - gap.low_usd for gap in gaps], FAINT),
    ]


def _key(found: Sequence[Swing]) -> list[Figure]:
    """What solid and paler parts of the bars say, where a bar has both."""
    if all(swing.gap_usd.low_usd == swing.gap_usd.high_usd for swing in found):
        return []
    parts = (("least", EDGE), ("most", FAINT))
    return [in_key(_bar_of(color) | {"name": say(f"swing.key.{end}")}) for end, color in parts]


def _part(dollars: Sequence[float], color: str) -> Figure:
    return {
        **_bar_of(color),
        "x": list(dollars),
        "y": list(range(len(dollars))),
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _bar_of(color: str) -> Figure:
    """A bar in neither option's colour: the gap belongs to both."""
    return {
        "type": "bar",
        "orientation": "h",
        "marker": {"color": color, "line": {"color": EDGE, "width": 1}},
    }


def _bar_label(row: int, swing: Swing) -> Figure:
    label = swing_ends(swing)["label"]
    text = say("swing.label", label=label, dollars=span_text(swing.gap_usd))
    return note(0, row - 0.16, text)


def _swing_table(found: Sequence[Swing], program: str) -> Table:
    """What each number moves, as text on the page; with the two ends of each in the file."""
    names = ("therapy", program, "gap")
    ends = [
        Column(say(f"swing.column.{end}", moved=say(f"swing.column.{name}")), in_file_only=True)
        for name in names
        for end in ("least", "most")
    ]
    columns = (
        Column(say("swing.column.input")),
        Column(say("swing.column.low"), in_file_only=True),
        Column(say("swing.column.high"), in_file_only=True),
        *(Column(say(f"swing.column.{name}")) for name in names),
        *ends,
    )
    return Table(columns, tuple(map(_row, found)))


def _row(swing: Swing) -> tuple[Value, ...]:
    ends = swing_ends(swing)
    spans = [*(swing.patient_usd[care] for care in PATHWAYS), swing.gap_usd]
    label = say("swing.row", **ends)
    return (label, ends["low"], ends["high"], *map(span_text, spans), *chain.from_iterable(spans))
