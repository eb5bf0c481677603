"""The charts of the bad case for files, which have no folds to open."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart
from carechoice.topics.bill.bad_case.months_chart import months_chart
from carechoice.topics.bill.bad_case.stopping import can_be_told
from carechoice.topics.bill.bad_case.stopping_chart import stopping_chart


def bad_cases(comparison: Comparison) -> Iterator[Chart]:
    """The months of both bills and a plan that stops paying, as far as either can happen."""
    months = months_chart(comparison)
    if months.has_content:
        yield months
    if can_be_told(comparison):
        yield stopping_chart(comparison)
