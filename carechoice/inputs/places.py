"""The place of each input on a page."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import has_input


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


def sliders_in(scenario: Scenario, section: str) -> list[list[Parameter]]:
    """The inputs of a section that matter most: a slider each, after what is picked before it.

    Without insurance there is no slider behind the choice of a plan, which then stands alone.
    """
    groups: list[list[Parameter]] = [[]]
    for row in rows_in(scenario, "main", section):
        groups[-1].append(row)
        if row.is_number:
            groups.append([])
    return [group for group in groups if group]
