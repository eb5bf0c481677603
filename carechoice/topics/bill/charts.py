"""The charts of bills on the page "Your bill"."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart
from carechoice.inputs.coverage import owes_nothing
from carechoice.topics.bill.break_even import break_even_chart
from carechoice.topics.bill.running import running_chart


def charts(comparison: Comparison) -> tuple[Chart, ...]:
    """What is paid by when, and when the costs would be the same; none where nothing is owed."""
    if owes_nothing(comparison.scenario):
        return ()
    return running_chart(comparison), break_even_chart(comparison)
