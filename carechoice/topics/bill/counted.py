"""The inputs of the bill in words, each with where its value comes from."""

from __future__ import annotations

from collections.abc import Iterable

from carechoice.catalog.in_use import catalog
from carechoice.inputs.answer_words import standing_told
from carechoice.inputs.counting import is_in_use
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.shown import shown


def inputs(scenario: Scenario) -> list[tuple[str, str, str]]:
    """(input, value, badge): everything the bill was worked out from."""
    return told(counted(scenario), scenario)


def counted(scenario: Scenario) -> list[str]:
    """The fields of everything that the bill and what stands beside it depend on."""
    return [
        field
        for field, row in catalog().parameters.items()
        if not (row.is_on_one_page_only or row.is_look)
        and row.section not in ("other_plan", "week")
        and is_in_use(field, scenario)
    ]


def told(fields: Iterable[str], scenario: Scenario) -> list[tuple[str, str, str]]:
    """(input, value, badge) of each of these fields."""
    rows, value = catalog().parameters, scenario.value
    return [
        (rows[field].label, shown(rows[field], value(field)), standing_told(field, scenario))
        for field in fields
    ]
