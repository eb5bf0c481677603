"""The screens that are a chart, each with what draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.present.screens import Screen
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.dashboard.level import level_chart
from carechoice.topics.dashboard.time import time_chart
from carechoice.topics.unknown.charts import unknown_chart
from carechoice.topics.unknown.facts import spreads

CHARTS: Mapping[Screen, Callable[[Comparison], Any]] = {
    "time": time_chart,
    "cost": cost_chart,
    "level": level_chart,
    "unknown": lambda comparison: unknown_chart(comparison, spreads(comparison)),
}
