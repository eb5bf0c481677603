"""What a page would show after moves of a slider: the answer, its charts and tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.comparison.side_by_side.picked_topics import rows as topic_rows
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.comparison.words import answer_parts
from carechoice.drawing.style import Chart, figure_name
from carechoice.inputs.scenario import PRESENT, Scenario
from carechoice.language.sentences import say
from carechoice.topics.bill.words import totals
from carechoice.topics.week.words import figures as week_figures
from carechoice.web.page_charts import page_charts
from carechoice.web.routes.ahead_request import Asked
from carechoice.web.routes.moves import after_moves

Rows = Sequence[Sequence[str]]

# Those that sliders can change, by the functions that the page draws with: by the page's key, then
# by the sentence that names the table to screen readers.
TABLES: Mapping[str, Mapping[str, Callable[[Comparison], Rows]]] = {
    "compare": {"topics.title": topic_rows, "figures.title": key_figures},
    "bill": {"bill.figures.title": totals},
    "week": {"week.figures.title": lambda comparison: week_figures(planned_weeks(comparison))},
}


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


def page_tables(page: str, comparison: Comparison) -> dict[str, Rows]:
    """The rows of the page's tables by their name; none in a presentation."""
    if comparison.scenario.view.mode == PRESENT:
        return {}
    by_name = TABLES.get(page, {})
    tables = {say(name): rows(comparison) for name, rows in by_name.items()}
    return {name: rows for name, rows in tables.items() if rows}
