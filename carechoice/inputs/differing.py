"""The inputs in which scenarios differ, of those that matter for what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.inputs.counting import counts
from carechoice.inputs.scenario import Scenario


def differing(scenarios: Sequence[Scenario]) -> Iterator[Parameter]:
    """The inputs with a part in what any scenario shows, and another value in one of them."""
    for row in catalog().parameters.values():
        is_another = any(each.value(row.key) != scenarios[0].value(row.key) for each in scenarios)
        if is_another and _is_compared(row, scenarios):
            yield row


def _is_compared(row: Parameter, scenarios: Sequence[Scenario]) -> bool:
    if row.is_look or row.is_on_one_page_only:
        return False
    return any(counts(row.key, each) for each in scenarios)
