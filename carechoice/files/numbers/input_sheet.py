"""The inputs as a sheet: value, where it comes from, and on what it rests."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.files.numbers.cells import FORMS, Cell, Sheet
from carechoice.files.scenario import words as scenario_words
from carechoice.inputs import evidence
from carechoice.inputs.answer_words import standing_text
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import counts, is_in_use
from carechoice.language.sentences import say

INPUT_COLUMNS = ("input", "value", "unit", "standing", "basis", "range", "sources", "note", "key")


def inputs_sheet(scenario: Scenario) -> Sheet:
    """Every input with its value, where that comes from, and on what it rests."""
    header = [say(f"inputs.file.{name}") for name in INPUT_COLUMNS]
    rows = [_input(row, scenario) for row in catalog().parameters.values()]
    return Sheet(say("sheet.inputs"), header, rows)


def value_cell(row: Parameter, scenario: Scenario) -> Cell:
    """The value of an input: a number or a date as such, anything else in words."""
    value = scenario.value(row.key)
    if row.is_number:
        return Cell(value, FORMS.get(row.unit, "count"))
    if isinstance(value, date):
        return Cell(value, "date")
    return Cell(scenario_words.value_of(row.key, scenario))


def _input(row: Parameter, scenario: Scenario) -> list[Cell]:
    line = _line(row, scenario)
    basis, sources = (line.basis, line.sources) if line else (row.basis, row.source)
    return [
        Cell(row.label),
        value_cell(row, scenario),
        Cell(row.unit),
        Cell(_standing(row, scenario)),
        Cell(say(f"basis.{basis}")),
        Cell(line.spread if line else ""),
        Cell(", ".join(sources)),
        Cell(line.note if line else row.note),
        Cell(row.key),
    ]


def _line(row: Parameter, scenario: Scenario) -> evidence.EvidenceLine | None:
    """On what the input rests; None for one that has no part in the numbers as things stand."""
    if row.is_on_one_page_only or row.is_look or not is_in_use(row.key, scenario):
        return None
    (line,) = evidence.inputs_named([row.key], scenario)
    return line


def _standing(row: Parameter, scenario: Scenario) -> str:
    """Where the value comes from, or that it is held and has no part in the numbers."""
    if row.is_on_one_page_only or row.is_look:
        return ""
    if not counts(row.key, scenario):
        return say("inputs.file.not_counted")
    return standing_text(row.key, scenario)
