"""Which tables of a page sliders can change, by the functions that the page draws with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from carechoice.comparison.compare import Comparison
from carechoice.comparison.key_figures import key_figures
from carechoice.comparison.picked_topics import rows as topic_rows
from carechoice.comparison.planned_week import planned_weeks
from carechoice.inputs.scenario import PRESENT
from carechoice.language.sentences import say
from carechoice.topics.bill.words import totals
from carechoice.topics.week.words import figures as week_figures

Rows = Sequence[Sequence[str]]

# By the page's key, then by the sentence that names the table to screen readers.
TABLES: Mapping[str, Mapping[str, Callable[[Comparison], Rows]]] = {
    "compare": {"topics.title": topic_rows, "figures.title": key_figures},
    "bill": {"bill.figures.title": totals},
    "week": {"week.figures.title": lambda comparison: week_figures(planned_weeks(comparison))},
}


def page_tables(page: str, comparison: Comparison) -> dict[str, Rows]:
    """The rows of the page's tables by their name; none in a presentation."""
    if comparison.scenario.view.mode == PRESENT:
        return {}
    by_name = TABLES.get(page, {})
    tables = {say(name): rows(comparison) for name, rows in by_name.items()}
    return {name: rows for name, rows in tables.items() if rows}
