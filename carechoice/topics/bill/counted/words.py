"""The inputs of the bill in words, each with where its value comes from."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.comparison.badges import standing_of
from carechoice.comparison.compare import Comparison
from carechoice.inputs.counting import is_in_use
from carechoice.inputs.shown import shown


def inputs(comparison: Comparison) -> list[tuple[str, str, str]]:
    """(input, value, badge): everything the bill was worked out from."""
    scenario = comparison.scenario
    return [
        (row.label, shown(row, scenario.value(field)), standing_of(field, comparison))
        for field, row in catalog().parameters.items()
        if not (row.is_on_one_page_only or row.is_look)
        and row.section not in ("other_plan", "week")
        and is_in_use(field, scenario)
    ]
