"""The level-of-care chart and its table: the options on the ladder by weekly hours."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.comparison.compare import Comparison
from carechoice.comparison.level_words import level_caption
from carechoice.comparison.levels import treatment_levels
from carechoice.drawing.style import BAR, Chart, layout
from carechoice.drawing.tables import Column, Table
from carechoice.language.formats import in_a_row
from carechoice.language.levels import level_hours
from carechoice.language.sentences import say
from carechoice.topics.dashboard.ladder import ladder_end, rung_bars, rung_name, thresholds
from carechoice.topics.dashboard.level_marks import level_mark, mark_text
from carechoice.topics.dashboard.level_words import level_alt

LADDER_HEIGHT = 340


def level_chart(comparison: Comparison) -> Chart:
    """The options on the ladder of care by weekly hours."""
    rungs = treatment_levels()
    figure = {
        "data": [
            rung_bars(rungs),
            *(level_mark(each, rungs) for each in comparison.options.values()),
        ],
        "layout": layout(
            height=LADDER_HEIGHT,
            has_key=True,
            bargap=1 - BAR,
            xaxis={
                "range": [0, ladder_end()],
                "tickvals": thresholds(rungs),
                "ticktext": _told(thresholds(rungs)),
                "showgrid": False,
            },
            yaxis={"visible": False, "range": [-0.55, len(rungs) - 0.35]},
            annotations=[rung_name(level, row) for row, level in enumerate(rungs)],
        ),
    }
    return Chart(
        "level",
        say("level.title"),
        figure,
        level_caption(comparison),
        level_alt(comparison),
        _table(comparison),
    )


def _told(thresholds: Sequence[float]) -> list[str]:
    """The hours at which levels begin; the last says what they are."""
    *numbers, last = (f"{hours:g}" for hours in thresholds)
    return [*numbers, say("level.axis.last", hours=last)]


def _table(comparison: Comparison) -> Table:
    """The levels with their hours and the options that stand at them."""
    columns = ("level", "hours", "here")
    return Table(
        tuple(Column(say(f"level.column.{column}")) for column in columns),
        tuple(
            (
                level.label,
                level_hours(level),
                in_a_row(
                    mark_text(option)
                    for option in comparison.options.values()
                    if level in [phase.level for phase in option.phases]
                ),
            )
            for level in treatment_levels()
        ),
    )
