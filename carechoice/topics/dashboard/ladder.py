"""The ladder of care: its rungs along the hours a week."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Level
from carechoice.drawing.style import BAR, EDGE, FAINT, Figure, note
from carechoice.language.levels import rung

# The bar of the last level with weekly hours goes on a little past the highest the slider gives.
BEYOND_HOURS = 2
# The name of a rung stands so far above its bar, clear of the frame around a mark.
NAME_ABOVE_PX = 1


def ladder_end() -> float:
    """The hours a week at which the ladder ends."""
    return catalog().parameters["iop_hours_per_week"].bounds[1] + BEYOND_HOURS


def rung_bars(rungs: Sequence[Level]) -> Figure:
    """The rungs, each from where its hours begin to where they end."""
    spans = [rung_span(level) for level in rungs]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(rungs))),
        "base": [start for start, _ in spans],
        "x": [end - start for start, end in spans],
        "marker": {
            "color": FAINT,
            "line": {"color": EDGE, "width": 1},
            "pattern": {
                "shape": ["." if level.around_the_clock else "" for level in rungs],
                "size": 6,
                "solidity": 0.15,
                "fgcolor": EDGE,
            },
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }


def rung_span(level: Level) -> tuple[float, float]:
    """(from, to): the hours a week of a level."""
    if level.minimum_hours_per_week is None:
        return 0, ladder_end()
    return level.minimum_hours_per_week, level.below_hours_per_week or ladder_end()


def rung_name(level: Level, row: int) -> Figure:
    """The name of a level with its hours, above its bar at the ladder's left."""
    return {**note(0, row + BAR / 2, rung(level)), "yshift": NAME_ABOVE_PX}


def thresholds(rungs: Sequence[Level]) -> list[float]:
    """The hours a week at which a level begins."""
    return [
        level.minimum_hours_per_week for level in rungs if level.minimum_hours_per_week is not None
    ]
