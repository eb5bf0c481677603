"""The charts of the page "Your week"."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.comparison.planned_week import planned_weeks
from carechoice.drawing.style import Chart
from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.week_chart import week_charts


def charts(comparison: Comparison) -> tuple[Chart, ...]:
    """A week of each phase of each option, and the whole course."""
    weeks = week_charts(planned_weeks(comparison)).values()
    return *(chart for phases in weeks for chart in phases), course_chart(comparison)
