"""The inputs in which scenarios differ, of those that matter for what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import is_given, unknown_terms, usual_range
from carechoice.inputs.what_counts import counts


def differing(scenarios: Sequence[Scenario]) -> Iterator[Parameter]:
    """The inputs with a part in what any scenario shows, and another value in one of them.

    So is a price or a term that is given in one and open in another, where it has a range: with the
    same value in both, both do not cost the same.
    """
    for row in catalog().parameters.values():
        is_another = not is_one_value(row, scenarios)
        if (is_another or _is_known_in_some(row.key, scenarios)) and _is_compared(row, scenarios):
            yield row


def is_one_value(row: Parameter, scenarios: Sequence[Scenario]) -> bool:
    """Whether an input has the same value in all of them."""
    return all(each.value(row.key) == scenarios[0].value(row.key) for each in scenarios)


def _is_known_in_some(field: str, scenarios: Sequence[Scenario]) -> bool:
    """Whether some of them were given what is open in others."""
    given = [is_given(field, each) for each in scenarios]
    if all(given) or not any(given):
        return False
    return any(_is_open(field, each) for each in scenarios)


def _is_open(field: str, scenario: Scenario) -> bool:
    """Whether a price may be another, or a term as in any plan."""
    is_price = field in catalog().inputs.drawn and usual_range(field, scenario) is not None
    return is_price or field in unknown_terms(scenario)


def _is_compared(row: Parameter, scenarios: Sequence[Scenario]) -> bool:
    if row.is_look or row.is_on_one_page_only:
        return False
    return any(counts(row.key, each) for each in scenarios)
