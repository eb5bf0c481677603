"""The sheet for a call as an Excel workbook, which is read back as it was filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.documents.call_record import STATUSES, Asked, CallRecord
from carechoice.documents.call_sheet import COLUMNS, MARKS, OF_CALL
from carechoice.files.call.lines import CallLine
from carechoice.files.call.sheet import Sheet, sheet
from carechoice.files.numbers.workbook import fit_to_paper
from carechoice.language.everywhere import crisis_line_as_text
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# In characters of the standard font: the key is hidden, the note is as wide as an answer.
WIDTHS = (4, 60, 14, 24, 14, 36)
_TEXT = "@"


def as_workbook(comparison: Comparison, record: CallRecord | None) -> bytes:
    """The sheet for a comparison, with what a record of the call has for it."""
    return workbook(sheet(comparison, record))


def workbook(sheet: Sheet) -> bytes:
    """An .xlsx file with the questions in order and a cell for each answer.

    All cells are text: a program then leaves what is typed as it was typed, also 80% and 9/20.
    """
    from openpyxl import Workbook

    book = Workbook()
    page = book.worksheets[0]
    page.title = say("call.sheet")
    book.properties.title = say("call.title")
    book.properties.creator = say("app.name")
    page.append([MARKS[sheet.is_out_of_network], say("call.title")])
    for name, label, text in sheet.head:
        page.append([f"{OF_CALL}{name}", label, "", text])
    page.append(["", crisis_line_as_text()])
    page.append(["", *(say(f"call.column.{column}") for column in COLUMNS[1:])])
    page.append(["", sheet.lead])
    first_question = page.max_row + 1
    for row in _questions(sheet.lines):
        page.append(row)
    _as_text(page)
    _look(page, first_question=first_question)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _questions(lines: Sequence[CallLine]) -> Iterator[list[str]]:
    """A row for each question, with those that are no longer asked at the end."""
    yield from (_cells(line.asked, line.stake) for line in lines if not line.is_unused)
    unused = [line for line in lines if line.is_unused]
    if unused:
        yield ["", say("call.unused")]
    yield from (_cells(line.asked, line.stake) for line in unused)


def _cells(asked: Asked, stake: str) -> list[str]:
    status = "" if asked.status == "open" else say(f"call.status.{asked.status}")
    return [asked.key, asked.question, stake, asked.answer, status, asked.note]


def _as_text(page: Worksheet) -> None:
    """No cell is a formula, and none is turned into a number or a date when it is filled in."""
    for row in page.iter_rows(max_col=len(COLUMNS)):
        for cell in row:
            cell.number_format = _TEXT
            if isinstance(cell.value, str):
                cell.data_type = "s"


def _look(page: Worksheet, *, first_question: int) -> None:
    """Widths, lines that break, bold heads, and a list to pick what became of a question."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for at, width in enumerate(WIDTHS, start=1):
        page.column_dimensions[get_column_letter(at)].width = width
    page.column_dimensions["A"].hidden = True
    for row in page.iter_rows(max_col=len(COLUMNS)):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for row_number in (1, first_question - 2):
        for cell in page[row_number]:
            cell.font = Font(bold=True)
    picked = ",".join(say(f"call.status.{status}") for status in STATUSES)
    choice = DataValidation("list", formula1=f'"{picked}"', allow_blank=True)
    column = get_column_letter(COLUMNS.index("status") + 1)
    choice.add(f"{column}{first_question}:{column}{page.max_row}")
    page.add_data_validation(choice)
    page.freeze_panes = "C2"
    fit_to_paper(page, header_row=first_question - 2)
