"""The workbook that a centre fills in: one sheet per table, notes in cells, lists to pick from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from carechoice.language.sentences import say
from carechoice.setup.form import NAMES_OF, Column, SheetForm, forms

STEPS = 6
# Rows that lists to pick from are there for.
MOST_ROWS = 500
# In characters of the standard font.
WIDTHS = {"how": 100, "least": 14, "most": 40}
_TEXT = "@"
# A program draws a note in a box that does not grow with its words.
NOTE_SIZE = {"width": 260, "height": 90}


def template() -> bytes:
    """An .xlsx file with the sheets of a centre, each with an example row that is not read."""
    book = Workbook()
    book.properties.title = say("book.how.title")
    book.properties.creator = say("app.name")
    sheets = forms()
    _how_to(book, sheets)
    titles = {sheet.table: sheet.title for sheet in sheets}
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        _fill(page, sheet)
        _list_names(page, sheet, titles)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _how_to(book: Workbook, sheets: Sequence[SheetForm]) -> None:

    page = book.worksheets[0]
    page.title = say("book.how")
    page.append([say("book.how.title")])
    names = {"example": say("book.example"), "notes": say("book.notes")}
    for step in range(1, STEPS + 1):
        page.append([f"{step}. {say(f'book.how.{step}', **names)}"])
    for sheet in sheets:
        page.append([f"{sheet.title}: {sheet.note}"])
    page.column_dimensions["A"].width = WIDTHS["how"]
    for (cell,) in page.iter_rows(max_col=1):
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    page["A1"].font = Font(bold=True)


def _fill(page: Worksheet, sheet: SheetForm) -> None:

    page.append([_header(column) for column in sheet.columns])
    examples = [column.example for column in sheet.columns]
    if any(examples):
        first = say("book.example.row", example=say("book.example"), cell=examples[0])
        page.append([first, *examples[1:]])
        for cell in page[2]:
            cell.font = Font(italic=True, color="808080")
    for number, column in enumerate(sheet.columns, start=1):
        head = page.cell(1, number)
        head.font = Font(bold=True)
        head.comment = Comment(column.note, say("app.name"), **NOTE_SIZE)
        _prepare(page, number, column)
    page.freeze_panes = "B2"


def _header(column: Column) -> str:
    return say("book.needed", label=column.label) if column.is_needed else column.label


def _prepare(page: Worksheet, number: int, column: Column) -> None:
    """Cells take what is typed as it is typed, and those that are picked have their list."""
    letter = get_column_letter(number)
    longest = max(len(_header(column)), len(column.example))
    page.column_dimensions[letter].width = min(max(longest + 2, WIDTHS["least"]), WIDTHS["most"])
    # A number keeps its cell: 07-01 or 9:30 would become a day or a time of the program's own.
    if not column.key.endswith(("_usd", "_percent")):
        for row in range(2, MOST_ROWS):
            page.cell(row, number).number_format = _TEXT
    if column.picked:
        _list(page, letter, f'"{",".join(column.picked)}"')


def _list_names(page: Worksheet, sheet: SheetForm, titles: Mapping[str, str]) -> None:
    """Cells that name a row of another sheet are picked from what stands there."""
    for number, column in enumerate(sheet.columns, start=1):
        other = NAMES_OF.get(column.key, sheet.table)
        if other != sheet.table:
            # Below the names of the columns and the example.
            names = f"{quote_sheetname(titles[other])}!$A$3:$A${MOST_ROWS}"
            _list(page, get_column_letter(number), names)


def _list(page: Worksheet, letter: str, names: str) -> None:
    choice = DataValidation("list", formula1=names, allow_blank=True)
    choice.add(f"{letter}2:{letter}{MOST_ROWS}")
    page.add_data_validation(choice)
