"""What is not known on the page "Your bill": ranges, and what moves the answer."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.topics.unknown.facts import Outlook
from carechoice.topics.unknown.shown_charts import range_charts, swing_charts
from carechoice.ui.chart import show
from carechoice.ui.text import card


def ranges(comparison: Comparison, outlook: Outlook) -> None:
    """How sure the cost of each option is, where any is owed."""
    for chart in range_charts(comparison, outlook.spreads):
        with card():
            show(chart)


def what_moves_it(comparison: Comparison, outlook: Outlook) -> None:
    """What moves the answer, where any is owed."""
    for chart in swing_charts(comparison, outlook.swings):
        with card():
            show(chart)
