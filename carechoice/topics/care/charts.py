"""The charts of the page "Level of care"."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.included import included_chart


def charts(comparison: Comparison) -> tuple[Chart, ...]:
    """What each level includes, and what fills the hours."""
    return included_chart(comparison), filling_chart(comparison)
