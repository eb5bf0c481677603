"""The sheet of payers in a centre's workbook, with rows added below the existing ones."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from carechoice.catalog.centre.rows import key_of_name
from carechoice.documents.packed import parts_of
from carechoice.setup.cells import MOST_ROWS, NoWorkbookError, read_sheets
from carechoice.setup.filled_rows import Filled, filled_rows
from carechoice.setup.form import forms, plain
from carechoice.setup.headers import Headed, headed
from carechoice.setup.mistakes import mistake_lines
from carechoice.setup.template import NOTE_SIZE, WIDTHS

TABLE = "payers"
# Parts that the library would drop from a workbook that it writes again.
_NOT_KEPT = re.compile(
    r"xl/(?:media|charts|drawings/drawing|diagrams|embeddings|pivot|slicer|ctrlProps|threaded|vba)"
)
_WOULD_BE_LOST = (
    "this workbook has pictures, charts, macros or answered comments, which would be lost. "
    "Copy its rows into a new template, and give that."
)


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to write: its cells by column, and the note for whoever looks it over."""

    cells: Mapping[str, str | float]
    note: str


def payers_sheet(name: str, content: bytes) -> Headed:
    """The sheet of payers. Raises NoWorkbookError where it is missing or cannot be kept."""
    form = next(each for each in forms() if each.table == TABLE)
    raw = [each for each in read_sheets(name, content) if plain(each.title) == plain(form.title)]
    if not raw:
        raise NoWorkbookError(
            f"this is not a center's workbook: it has no sheet {form.title!r}. Write a new one "
            "with python -m carechoice centre template.xlsx"
        )
    sheet = headed(form, raw[0])
    if wrong := [*sheet.mistakes, *(each for each in raw[0].mistakes if not each.column)]:
        raise NoWorkbookError(mistake_lines(wrong)[0])
    if any(_NOT_KEPT.match(part.filename) for part in parts_of(content)):
        raise NoWorkbookError(_WOULD_BE_LOST)
    return sheet


def payers_there(sheet: Headed) -> dict[str, Filled]:
    """The rows that are filled in, by what they go by; of two that go by the same the first."""
    there: dict[str, Filled] = {}
    for row in filled_rows(sheet, []):
        there.setdefault(key_of_name(row.cells.get("payer", ""), row.cells.get("plan", "")), row)
    return there


def with_rows(content: bytes, sheet: Headed, rows: Sequence[NewRow], heading: str) -> bytes:
    """The workbook with these rows below the last one; their notes in a column of this heading.

    Everything else stays. Raises NoWorkbookError where the sheet would be too long, or something
    in the workbook would not stay.
    """
    first = 1 + max(number for number, row in enumerate(sheet.raw.rows, start=1) if any(row))
    if first + len(rows) - 1 > MOST_ROWS:
        raise NoWorkbookError(
            f"with {len(rows)} more rows the sheet would have more than {MOST_ROWS}, which is "
            "the most that are read. Delete rows that nobody needs."
        )
    book = _opened(content)
    page = book[sheet.raw.title]
    labels = {column.key: column.label for column in sheet.form.columns}
    keys = dict.fromkeys(key for row in rows for key in row.cells)
    # A workbook of before may lack a column that is not needed.
    columns = {key: _column(page, labels[key]) for key in keys if key not in sheet.places}
    columns |= {key: place + 1 for key, place in sheet.places.items()}
    note_column = _column(page, heading)
    for number, row in enumerate(rows, start=first):
        for key, value in row.cells.items():
            _write(page.cell(number, columns[key]), value)
        note = page.cell(number, note_column)
        _write(note, row.note)
        note.alignment = Alignment(wrap_text=True, vertical="top")
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _opened(content: bytes) -> Workbook:
    """The workbook to write in, with its notes in boxes that show them."""
    with warnings.catch_warnings(record=True) as lost:
        warnings.simplefilter("always")
        book = load_workbook(BytesIO(content), rich_text=True)
    if any("will be removed" in str(each.message) for each in lost):
        raise NoWorkbookError(_WOULD_BE_LOST)
    for note in _notes(book):
        note.width, note.height = NOTE_SIZE["width"], NOTE_SIZE["height"]
    return book


def _notes(book: Workbook) -> Iterator[Comment]:
    for page in book.worksheets:
        yield from (cell.comment for row in page.iter_rows() for cell in row if cell.comment)


def _column(page: Worksheet, heading: str) -> int:
    """The column of this heading, counted from 1; beside all others where there is none."""
    heads = {plain(str(cell.value)): cell.column for cell in page[1] if cell.value}
    if plain(heading) in heads:
        return heads[plain(heading)]
    new = 1 + max(cell.column for row in page.iter_rows() for cell in row if cell.value)
    cell = page.cell(1, new)
    _write(cell, heading)
    cell.font = Font(bold=True)
    page.column_dimensions[get_column_letter(new)].width = WIDTHS["most"]
    return new


def _write(cell: Cell | MergedCell, value: str | float) -> None:
    """A number as one, and a text as text, also where it begins as a formula does."""
    cell.value = value or None
    if isinstance(value, str) and value:
        cell.data_type = "s"
