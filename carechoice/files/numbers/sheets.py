"""The numbers as sheets: what stands in each cell and in which form, for CSV and Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.comparison.compare import Comparison, Entry, Option
from carechoice.comparison.words import standing_of
from carechoice.drawing.tables import Column, Table
from carechoice.files.kept.words import Kept
from carechoice.files.numbers import note as record_note
from carechoice.files.scenario import words as scenario_words
from carechoice.inputs import evidence
from carechoice.inputs.coverage import counts
from carechoice.inputs.link import Frozen
from carechoice.language.everywhere import crisis
from carechoice.language.formats import day
from carechoice.language.sentences import option_name, say

Form = Literal["text", "usd", "hours", "percent", "count", "date"]
FORMS: Mapping[str, Form] = {"usd": "usd", "hours": "hours", "percent": "percent"}


class Cell(NamedTuple):
    """A value and the form it is shown in."""

    value: str | float | date | None
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table; every row has one cell a column."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def sheets(comparison: Comparison, frozen: Frozen, kept: Sequence[Kept]) -> list[Sheet]:
    """All there is, a sheet a table; kept scenarios where there are some."""
    pinned = [_pinned(kept)] if kept else []
    return [
        _summary(comparison, frozen),
        *pinned,
        ledger(comparison),
        # As it is handed on, and not as the pages were shown here.
        _inputs(replace(comparison, scenario=frozen.scenario)),
        _sources(),
    ]


def ledger(comparison: Comparison) -> Sheet:
    """One row a visit: who pays what for it."""
    header = [say(f"ledger.{field}") for field in Entry._fields]
    return Sheet(say("sheet.ledger"), header, [_visit(entry) for entry in comparison.ledger])


def ledger_csv(comparison: Comparison) -> bytes:
    """The same as a CSV file."""
    sheet = ledger(comparison)
    rows = tuple(tuple("" if c.value is None else c.value for c in row) for row in sheet.rows)
    return Table(tuple(map(Column, sheet.header)), rows).to_csv()


def _visit(entry: Entry) -> list[Cell]:
    names = {"pathway": option_name(entry.pathway), "care": option_name(entry.care)}
    return [_entry_cell(field, value, names) for field, value in entry._asdict().items()]


def _entry_cell(field: str, value: float | date | None, names: Mapping[str, str]) -> Cell:
    if field in names:
        return Cell(names[field])
    if isinstance(value, date):
        return Cell(value, "date")
    if field.endswith("_usd"):
        return Cell(None if value is None else round(value, 2), "usd")
    return Cell(value, "hours" if field == "hours" else "count")


SUMMARY: Mapping[str, Callable[[Option], Cell]] = {
    "hours_per_week": lambda option: Cell(option.hours_per_week, "hours"),
    "weeks": lambda option: Cell(option.weeks, "count"),
    "visits": lambda option: Cell(option.visits, "count"),
    "first_day": lambda option: Cell(option.first_day, "date"),
    "last_day": lambda option: Cell(option.last_day, "date"),
    "total_hours": lambda option: Cell(option.total_hours, "hours"),
    "patient_usd": lambda option: Cell(round(option.patient_usd.likely, 2), "usd"),
    "patient_low_usd": lambda option: Cell(round(option.patient_usd.low, 2), "usd"),
    "patient_high_usd": lambda option: Cell(round(option.patient_usd.high, 2), "usd"),
    "plan_usd": lambda option: Cell(option.plan_usd, "usd"),
    "total_price_usd": lambda option: Cell(option.total_price_usd, "usd"),
    "level": lambda option: Cell(option.level.label),
}


def _summary(comparison: Comparison, frozen: Frozen) -> Sheet:
    """Questions as rows, options as columns; below, what the numbers are and how old."""
    options = comparison.options
    rows = [
        [Cell(say(f"summary.{name}")), *map(tell, options.values())]
        for name, tell in SUMMARY.items()
    ]
    about = [
        say("note.record.title", day=day(frozen.made)),
        record_note.version_line(frozen),
        say("answer.estimate"),
        crisis(),
    ]
    blank = [Cell(None)] * len(options)
    header = [say("summary.question"), *map(option_name, options)]
    return Sheet(say("sheet.summary"), header, [*rows, *([Cell(line), *blank] for line in about)])


def _pinned(kept: Sequence[Kept]) -> Sheet:
    header = [say(f"pins.file.{name}") for name in ("name", "option", *SUMMARY)]
    rows = [
        [Cell(row.name), Cell(option_name(pathway)), *(tell(option) for tell in SUMMARY.values())]
        for row in kept
        for pathway, option in row.comparison.options.items()
    ]
    return Sheet(say("sheet.pinned"), header, rows)


def _inputs(comparison: Comparison) -> Sheet:
    """Every input with its value, where that comes from, and on what it rests."""
    lines = {line.label: line for line in evidence.inputs(comparison.scenario)}
    header = [say(f"inputs.file.{name}") for name in INPUT_COLUMNS]
    rows = [_input(row, comparison, lines.get(row.label)) for row in catalog().parameters.values()]
    return Sheet(say("sheet.inputs"), header, rows)


INPUT_COLUMNS = ("input", "value", "unit", "standing", "basis", "range", "sources", "note", "key")


def _input(row: Parameter, comparison: Comparison, line: evidence.Line | None) -> list[Cell]:
    value = comparison.scenario.value(row.key)
    if row.is_number:
        cell = Cell(value, FORMS.get(row.unit, "count"))
    elif isinstance(value, date):
        cell = Cell(value, "date")
    else:
        cell = Cell(scenario_words.value_of(row.key, comparison.scenario))
    basis, sources = (line.basis, line.sources) if line else (row.basis, row.source)
    return [
        Cell(row.label),
        cell,
        Cell(row.unit),
        Cell(_standing(row, comparison)),
        Cell(say(f"basis.{basis}")),
        Cell(line.spread if line else ""),
        Cell(", ".join(sources)),
        Cell(line.note if line else row.note),
        Cell(row.key),
    ]


def _standing(row: Parameter, comparison: Comparison) -> str:
    """Where the value comes from, or that it is held and has no part in the numbers."""
    if row.is_on_one_page_only or row.is_look:
        return ""
    if not counts(row.key, comparison.scenario):
        return say("inputs.file.not_counted")
    return standing_of(row.key, comparison)


def _sources() -> Sheet:
    header = [say(f"sources.file.{name}") for name in SOURCE_COLUMNS]
    rows = [
        [
            Cell(key),
            Cell(row.publisher),
            Cell(row.title),
            Cell(row.published),
            Cell(row.accessed, "date"),
            Cell(str(row.url or "")),
        ]
        for key, row in catalog().sources.items()
    ]
    return Sheet(say("sheet.sources"), header, rows)


SOURCE_COLUMNS = ("key", "publisher", "title", "published", "accessed", "url")
