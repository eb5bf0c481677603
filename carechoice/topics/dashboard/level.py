"""The level-of-care chart: both options on the ladder by weekly hours."""

from __future__ import annotations

from carechoice.comparison.compare import PATHWAYS, Comparison
from carechoice.comparison.level_words import level_caption
from carechoice.comparison.levels import treatment_levels
from carechoice.drawing.style import BAR, Chart, axis_title, layout
from carechoice.language.sentences import say
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.ladder import ladder_end, rung_bars, thresholds
from carechoice.topics.dashboard.level_marks import level_mark, ways
from carechoice.topics.dashboard.level_names import mark_labels, rung_label
from carechoice.topics.dashboard.level_table import level_table

LADDER_HEIGHT = 340


def level_chart(comparison: Comparison) -> Chart:
    """Both options on the ladder of care by weekly hours."""
    rungs = treatment_levels()
    # A third way comes first, as a frame around the marks of the two others.
    options = sorted(comparison.options.values(), key=lambda option: option.pathway in PATHWAYS)
    lines = [line for option in comparison.third for line in ways(option, rungs)]
    marks = [level_mark(option, rungs) for option in options]
    figure = {
        "data": [rung_bars(rungs), *lines, *marks],
        "layout": layout(
            height=LADDER_HEIGHT,
            bargap=1 - BAR,
            xaxis={
                "range": [0, ladder_end()],
                "tickvals": thresholds(rungs),
                "title": axis_title(say("level.axis")),
            },
            yaxis={"visible": False, "range": [-0.75, len(rungs) - 0.2]},
            annotations=[
                *(rung_label(level, position, comparison) for position, level in enumerate(rungs)),
                *mark_labels(comparison),
            ],
        ),
    }
    return Chart(
        "level",
        say("level.title"),
        figure,
        level_caption(comparison),
        captions.level_alt(comparison),
        level_table(comparison),
    )
