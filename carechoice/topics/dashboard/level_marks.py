"""The marks of the options on the ladder, and the line of a third way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from carechoice.catalog.rows import Level
from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS, Option, Phase
from carechoice.comparison.levels import treatment_levels
from carechoice.drawing.style import COLOR, SYMBOL, Figure
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard.ladder import HALF_FRAME_PX, HALF_MARK_PX, is_named_at_left

# So far below the middle of a rung, in rungs, a line passes under a name and its bar and still
# ends at the frame.
UNDER_A_NAME = 0.25


def ways(option: Option, rungs: Sequence[Level]) -> list[Figure]:
    """The lines between the phases of a third way, from each to the next one up."""
    return [_way(lower, upper, option, rungs) for lower, upper in pairs_upwards(option)]


def _way(lower: Phase, upper: Phase, option: Option, rungs: Sequence[Level]) -> Figure:
    """The line between two phases: straight up, then across, past every name."""
    start, end = (rungs.index(phase.level) for phase in (lower, upper))
    across = end - UNDER_A_NAME if end > start and is_named_at_left(upper.hours_per_week) else end
    return {
        "type": "scatter",
        "mode": "lines",
        "line": {"color": COLOR[option.pathway], "width": 2, "dash": "dot"},
        "x": [lower.hours_per_week, lower.hours_per_week, upper.hours_per_week],
        "y": [start, across, across],
        "hoverinfo": "skip",
    }


def pairs_upwards(option: Option) -> list[tuple[Phase, Phase]]:
    """Each place of an option on the ladder with the next one up."""
    rungs = treatment_levels()
    return [*pairwise(sorted(option.on_ladder, key=lambda phase: rungs.index(phase.level)))]


def level_mark(option: Option, rungs: Sequence[Level]) -> Figure:
    """The mark of an option at the hours and the level of each of its phases."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [phase.hours_per_week for phase in option.on_ladder],
        "y": [rungs.index(phase.level) for phase in option.on_ladder],
        "marker": {
            "symbol": SYMBOL[option.pathway],
            "size": 2 * (HALF_MARK_PX if option.pathway in PATHWAYS else HALF_FRAME_PX) - 1,
            "color": COLOR[option.pathway],
            "line": {"color": "white", "width": 1.5},
        },
        "cliponaxis": False,
        "hovertemplate": mark_text(option) + "<extra></extra>",
    }


def mark_text(option: Option) -> str:
    """An option with its hours, for a pointer and the table."""
    return say(
        "level.mark",
        option=short_name(option.pathway),
        hours=words.hours_by_phase(option),
    )
