"""The ledger as a sheet: one row per visit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from carechoice.comparison.compare import Comparison, Entry
from carechoice.comparison.plan.words import what_amounts_rest_on
from carechoice.drawing.tables import Column, Table
from carechoice.files.numbers.cells import Cell, Sheet
from carechoice.language.sentences import option_name, say


def what_visits_rest_on(comparison: Comparison) -> list[str]:
    """Whose terms visits and months have, or that some amounts are estimates, in a sentence."""
    told = what_amounts_rest_on(comparison, example="sheet.example", about="sheet.about")
    return [told] if told else []


def ledger(comparison: Comparison) -> Sheet:
    """One row a visit: who pays what for it."""
    header = [say(f"ledger.{field}") for field in Entry._fields]
    rows = [_visit(comparison, entry) for entry in comparison.ledger]
    return Sheet(say("sheet.ledger"), header, rows)


def ledger_csv(comparison: Comparison) -> bytes:
    """The sheet of the ledger as a CSV file."""
    sheet = ledger(comparison)
    rows = tuple(tuple("" if c.value is None else c.value for c in row) for row in sheet.rows)
    return Table(tuple(map(Column, sheet.header)), rows).to_csv()


def _visit(comparison: Comparison, entry: Entry) -> list[Cell]:
    option = comparison.options[entry.pathway]
    names = {"pathway": option_name(option.words_key), "care": option_name(entry.care)}
    return [_entry_cell(field, value, names) for field, value in entry._asdict().items()]


def _entry_cell(field: str, value: float | date | None, names: Mapping[str, str]) -> Cell:
    if field in names:
        return Cell(names[field])
    if isinstance(value, date):
        return Cell(value, "date")
    if field.endswith("_usd"):
        return Cell(None if value is None else round(value, 2), "usd")
    return Cell(value, "hours" if field == "hours" else "count")
