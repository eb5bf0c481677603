"""What a person can do if the plan says no or a bill is too high, in sentences with sources."""

from __future__ import annotations

from typing import Any, get_args

from carechoice.catalog.conditions import all_hold
from carechoice.catalog.decision_rows import Part, Recourse
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES, Care
from carechoice.inputs.citations import with_sources
from carechoice.inputs.coverage import network_of, owes_nothing
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import amount_text

# The source of what we name by ourselves, which needs no other.
OURS = "ours"


def recourses_by_part(scenario: Scenario) -> dict[Part, list[str]]:
    """What helps in each part that has any (``recourses``), a paragraph each with its sources."""
    by_part = {part: recourses(scenario, part) for part in get_args(Part)}
    return {part: list(map(_with_its_sources, rows)) for part, rows in by_part.items() if rows}


def recourses(scenario: Scenario, part: Part) -> list[Recourse]:
    """The rows of what there is for this plan or this way of paying.

    Nothing is said of a bill that is too much where nothing is owed.
    """
    if part == "dear" and owes_nothing(scenario):
        return []
    plan = scenario.origins.filled_by
    return [
        row
        for row in catalog().recourses.values()
        if row.part == part
        and row.is_for(plan)
        and any(_is_there(row, scenario, care) for care in CARES)
    ]


def _is_there(row: Recourse, scenario: Scenario, care: Care) -> bool:
    """Whether there is such a thing for the way in which this care is paid."""

    def value_of(field: str) -> Any:
        return network_of(scenario, care) if field == "network" else scenario.value(field)

    return all_hold(row.needs, value_of)


def text_of(row: Recourse) -> str:
    """The text of a row with its figures filled in."""
    rows = (catalog().figures[key] for key in row.figures)
    return row.text.format_map({each.key: amount_text(each.value or 0, each.unit) for each in rows})


def _with_its_sources(row: Recourse) -> str:
    if row.source == (OURS,):
        return text_of(row)
    return with_sources(text_of(row), row.source, is_quoted=row.basis == "quoted")
