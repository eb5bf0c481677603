"""Which inputs stand where beside the pages."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.inputs.coverage import has_input
from carechoice.inputs.scenario import Scenario


def rows_in(scenario: Scenario, place: str, *sections: str) -> Iterator[Parameter]:
    """The inputs of a place that belong to the way of paying, in the order of the data."""
    return (
        row
        for row in catalog().parameters.values()
        if row.section in sections
        and row.place == place
        and not row.is_on_one_page_only
        and has_input(row.key, scenario)
    )
