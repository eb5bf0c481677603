"""The charts of the bad case for files, which have no folds to open."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import Chart
from carechoice.topics.bill.bad_case.months_chart import months_chart
from carechoice.topics.bill.bad_case.stopping import stopping_applies
from carechoice.topics.bill.bad_case.stopping_chart import stopping_chart


def has_months(comparison: Comparison) -> bool:
    """Whether anything is paid in any month."""
    return any(entry.patient_usd for entry in comparison.ledger)


def bad_cases(comparison: Comparison) -> Iterator[Chart]:
    """The months of both bills and a plan that stops paying, as far as either can happen."""
    if not has_months(comparison):
        return
    yield months_chart(comparison)
    if stopping_applies(comparison):
        yield stopping_chart(comparison)
