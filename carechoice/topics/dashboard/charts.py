"""Comparison -> charts: figures as plain Plotly dicts with caption, alternative text and table.

Plain dicts, because building figure objects would be the largest cost of an answer. Here are the
three charts of the first page; those of other pages stand in the rooms of these.
"""

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart, of_height
from carechoice.inputs.picked import charts_in_order
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.dashboard.level import level_chart
from carechoice.topics.dashboard.time import time_chart

# On a small desk all three, the answer and the sliders are in view together. Beside each other
# they end on one line, whatever stands in them.
HEIGHT_PX = 310


def charts(comparison: Comparison) -> tuple[Chart, Chart, Chart]:
    """The three charts of the comparison: time, cost, level of care; what was picked first."""
    drawn = {
        chart.key: of_height(chart, HEIGHT_PX)
        for chart in (time_chart(comparison), cost_chart(comparison), level_chart(comparison))
    }
    first, second, third = charts_in_order(comparison.scenario, tuple(drawn))
    return drawn[first], drawn[second], drawn[third]
