"""The sheets as an Excel workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.files.kept.words import compared
from carechoice.files.numbers.cells import Cell, Form, Sheet
from carechoice.files.numbers.sheets import sheets
from carechoice.inputs.handed_on.kept import KeptScenarios
from carechoice.inputs.handed_on.link import Frozen
from carechoice.language.everywhere import crisis_line_as_text
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
    "month": "mmm yyyy",
}
# In characters of the standard font, and the height of one of its lines.
WIDEST_COLUMN = 36
NARROWEST_COLUMN = 10
ROOM_BESIDE = 2
LINE_PT = 15
# The width of an upright page in characters of the standard font, the unit of column widths.
WIDEST_UPRIGHT = 90


def workbook(tables: Sequence[Sheet]) -> bytes:
    """An .xlsx file with a sheet a table; no cell holds a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = say("title")
    book.properties.creator = say("app.name")
    for sheet in tables:
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
    _break_texts(page)
    fit_to_paper(page, header_row=1)


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
    """Columns as wide as their longest cell or longest word of a label, up to where texts break."""
    from openpyxl.utils import get_column_letter

    columns = zip(sheet.header, zip(*sheet.rows, strict=True), strict=True)
    widths = [_width(label, [cell.value for cell in cells]) for label, cells in columns]
    for at, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(at)].width = width + ROOM_BESIDE
    texts = [sheet.header, *([_text(cell.value) for cell in row] for row in sheet.rows)]
    for at, row in enumerate(texts, start=1):
        lines = max(ceil(len(text) / width) for text, width in zip(row, widths, strict=True))
        page.row_dimensions[at].height = LINE_PT * max(lines, 1)


def _width(label: str, values: Iterable[object]) -> int:
    """In characters of the standard font."""
    longest_word = max(map(len, label.split()), default=0)
    longest = max((len(_text(value)) for value in values), default=0)
    return min(max(longest_word, longest, NARROWEST_COLUMN), WIDEST_COLUMN)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _break_texts(page: Worksheet) -> None:
    from openpyxl.styles import Alignment

    for row in page.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def as_workbook(comparison: Comparison, frozen: Frozen, kept: KeptScenarios) -> bytes:
    """The workbook of a scenario, frozen on its day, and of the kept ones beside it."""
    return workbook(sheets(comparison, frozen, compared(kept)))


def fit_to_paper(page: Worksheet, *, header_row: int) -> None:
    """As wide as one page, with its columns' labels at the head and the crisis line at the foot.

    A page that few columns stand on is upright, where more rows have room below each other.
    """
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    width = sum(column.width for column in page.column_dimensions.values())
    page.page_setup.orientation = "portrait" if width <= WIDEST_UPRIGHT else "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{header_row}:{header_row}"
    # A row of it among the numbers would be read as one of them.
    foot = HeaderFooterItem()
    foot.center.text = crisis_line_as_text().replace("&", "&&")
    page.HeaderFooter.oddFooter = foot
