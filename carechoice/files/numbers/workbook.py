"""The sheets as an Excel workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from carechoice.files.numbers.cells import Cell, Form, Sheet
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from openpyxl.cell import Cell as ExcelCell
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

FORMATS: Mapping[Form, str] = {
    "text": "@",
    "usd": '"$"#,##0.00',
    "hours": "0.00",
    "percent": '0"%"',
    "count": "0",
    "date": "mmm d, yyyy",
}
WIDEST_COLUMN = 48
NARROWEST_COLUMN = 10


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """An .xlsx file with a sheet a table; no cell holds a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = say("title")
    book.properties.creator = say("app.name")
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Font

    bold = Font(bold=True)
    for column, label in enumerate(sheet.header, start=1):
        _write(page.cell(1, column), Cell(label))
        page.cell(1, column).font = bold
    for row, cells in enumerate(sheet.rows, start=2):
        for column, cell in enumerate(cells, start=1):
            _write(page.cell(row, column), cell)
    page.freeze_panes = "B2"
    _widen(page, sheet)


def _write(place: ExcelCell | MergedCell, cell: Cell) -> None:
    if not isinstance(cell.value, str):
        place.value = cell.value
        place.number_format = FORMATS[cell.form]
        return
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    place.value = ILLEGAL_CHARACTERS_RE.sub("", cell.value)
    # As text, and marked as such so that it stays text when someone edits the cell.
    place.data_type = "s"
    place.quotePrefix = True


def _widen(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    for column, label in enumerate(sheet.header):
        longest = max(len(str(row[column].value or "")) for row in sheet.rows)
        width = min(max(len(label), longest, NARROWEST_COLUMN), WIDEST_COLUMN)
        page.column_dimensions[get_column_letter(column + 1)].width = width + 2
