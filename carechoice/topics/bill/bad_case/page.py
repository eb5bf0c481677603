"""The bad case on the page "Your bill": the dearest month, and a plan that stops paying."""

from __future__ import annotations

from functools import partial

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart
from carechoice.inputs.coverage import owes_nothing
from carechoice.language.sentences import say
from carechoice.topics.bill.bad_case.months_chart import months_chart
from carechoice.topics.bill.bad_case.stopping import stopping_applies
from carechoice.topics.bill.bad_case.stopping_chart import stopping_chart
from carechoice.topics.bill.bad_case.words import stopping_caption
from carechoice.ui.chart import draw, table
from carechoice.ui.text import fold, text


def months(comparison: Comparison) -> None:
    """Both bills by calendar month in a fold, where any is owed."""
    if not owes_nothing(comparison.scenario):
        title = say("bill.months.title")
        fold(title, key="fold_months", draw=lambda: _with_table(months_chart(comparison)))


def stopping(comparison: Comparison) -> None:
    """What it costs if the plan stops paying, in a fold, where it can."""
    if stopping_applies(comparison):
        fold(say("stopping.title"), key="fold_stopping", draw=partial(_stopping, comparison))


def _stopping(comparison: Comparison) -> None:
    text(stopping_caption(comparison))
    _with_table(stopping_chart(comparison))


def _with_table(chart: Chart) -> None:
    """A chart in a fold, whose words stand above it: its short table stands open below."""
    if chart.has_content:
        draw(chart)
    table(chart.table.header(), chart.table.shown(), name=chart.title)
