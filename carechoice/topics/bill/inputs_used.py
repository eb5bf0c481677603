"""The inputs that a bill is worked out from, as rows: label, value and where the value is from."""

from __future__ import annotations

from collections.abc import Iterable

from carechoice.catalog.in_use import catalog
from carechoice.inputs.answer_words import standing_text
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import value_text
from carechoice.inputs.what_counts import is_in_use


def inputs(scenario: Scenario) -> list[tuple[str, str, str]]:
    """(input, value, badge): everything the bill was worked out from."""
    return input_rows(fields_used(scenario), scenario)


def fields_used(scenario: Scenario) -> list[str]:
    """The fields of everything that the bill and what stands beside it depend on."""
    return [
        field
        for field, row in catalog().parameters.items()
        if not (row.is_on_one_page_only or row.is_look)
        and row.section not in ("other_plan", "week")
        and is_in_use(field, scenario)
    ]


def input_rows(fields: Iterable[str], scenario: Scenario) -> list[tuple[str, str, str]]:
    """(input, value, badge) of each of these fields."""
    rows, value = catalog().parameters, scenario.value
    return [
        (rows[field].label, value_text(rows[field], value(field)), standing_text(field, scenario))
        for field in fields
    ]
