"""The screens that are a chart, each with what draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart, no_higher
from carechoice.present.screens import SCREENS, Screen, within
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.dashboard.level import level_chart
from carechoice.topics.dashboard.time import time_chart
from carechoice.topics.unknown.charts import unknown_chart
from carechoice.topics.unknown.spreads import spreads

CHARTS: Mapping[Screen, Callable[[Comparison], Chart]] = {
    "time": time_chart,
    "cost": cost_chart,
    "level": level_chart,
    "unknown": lambda comparison: unknown_chart(comparison, spreads(comparison)),
}
# How high a chart may be on a wide and low screen: below the sliders, below the names of kept
# scenarios, and below neither.
SLIDERS_PX, KEPT_PX, ALONE_PX = 270, 295, 340


def screen_charts(number: int, comparison: Comparison, *, most_px: int) -> tuple[Chart, ...]:
    """The chart of the screen with this number, from 0; nothing where that has words."""
    name = SCREENS[within(number)]
    if name not in CHARTS:
        return ()
    return (no_higher(CHARTS[name](comparison), most_px),)
