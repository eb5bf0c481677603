"""What is not known on the page "Your bill": ranges, and what moves the answer."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.comparison.compare import Comparison
from carechoice.topics.unknown import shown_charts
from carechoice.topics.unknown.swing import Swing
from carechoice.ui.chart import show
from carechoice.ui.text import card


def ranges(comparison: Comparison) -> None:
    """How sure the cost of each option is, where any is owed."""
    for chart in shown_charts.ranges(comparison):
        with card():
            show(chart)


def what_moves_it(comparison: Comparison, found: Sequence[Swing]) -> None:
    """What moves the answer, where any is owed."""
    for chart in shown_charts.swing_charts(comparison, found):
        with card():
            show(chart)
