"""What a page would show after moves of a slider: the answer, its charts and tables."""

from __future__ import annotations

from typing import Any

from carechoice.comparison.compare import compare
from carechoice.comparison.words import answer_parts
from carechoice.drawing.style import Chart, figure_name
from carechoice.inputs.scenario import Scenario
from carechoice.web.ahead_request import Asked
from carechoice.web.moves import after_moves
from carechoice.web.page_charts import page_charts
from carechoice.web.page_tables import page_tables


def shown_ahead(asked: Asked, values: dict[str, Any]) -> list[dict[str, Any]]:
    """After each set of moves, the answer in parts, charts by key and tables by name; for JSON.

    ``values`` are those of the inputs before the moves. Raises UnusableMoveError for the first
    move that is no value of its input.
    """
    moved = [Scenario.holding(after_moves(values, moves)) for moves in asked.moves]
    return [_shown(asked, scenario) for scenario in moved]


def _shown(asked: Asked, scenario: Scenario) -> dict[str, Any]:
    comparison = compare(scenario)
    charts = page_charts(asked.page, comparison, screen=asked.screen)
    return {
        "answer": answer_parts(comparison),
        "charts": {chart.key: _drawn(chart) for chart in charts},
        "tables": page_tables(asked.page, comparison),
    }


def _drawn(chart: Chart) -> dict[str, Any]:
    return {"name": figure_name(chart.figure), "figure": chart.figure, "alt": chart.alt}
