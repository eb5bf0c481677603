"""Which charts of what is not known are shown: none where nothing is owed."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart
from carechoice.inputs.coverage import owes_nothing
from carechoice.topics.unknown.charts import unknown_chart
from carechoice.topics.unknown.facts import Outlook, outlook
from carechoice.topics.unknown.swing_chart import swing_chart


def charts(comparison: Comparison) -> tuple[Chart, ...]:
    """All of them, in the order of the page."""
    if owes_nothing(comparison.scenario):
        return ()
    found = outlook(comparison)
    return *range_charts(comparison, found), *swing_charts(comparison, found)


def range_charts(comparison: Comparison, found: Outlook) -> tuple[Chart, ...]:
    """How sure the cost of each option is."""
    if owes_nothing(comparison.scenario):
        return ()
    return (unknown_chart(comparison, found.spreads),)


def swing_charts(comparison: Comparison, found: Outlook) -> tuple[Chart, ...]:
    """What moves the answer."""
    if owes_nothing(comparison.scenario):
        return ()
    return (swing_chart(found.swings),)
