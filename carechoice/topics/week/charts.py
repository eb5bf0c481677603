"""The charts of the page "Your week"."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.drawing.style import Chart
from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.week_chart import week_charts


def weeks(comparison: Comparison) -> tuple[Chart, ...]:
    """A week of each phase of each option."""
    found = week_charts(planned_weeks(comparison)).values()
    return tuple(chart for phases in found for chart in phases)


def course(comparison: Comparison) -> tuple[Chart, ...]:
    """The whole course."""
    return (course_chart(comparison),)
