"""A workbook as text: the cells of each sheet, and those that could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from carechoice.catalog.file_kinds import ZIP
from carechoice.documents.packed import TooManyPartsError, parts_of
from carechoice.setup.mistakes import Mistake
from carechoice.setup.no_workbook import TOO_LARGE, why_no_workbook, why_not_opened
from carechoice.setup.shown_numbers import as_shown

# A centre has some tens of rows; what is longer is no workbook of a centre.
MOST_ROWS = 2_000
MOST_COLUMNS = 60
# Pictures are not opened; of what is read, so much holds many times the rows above.
_MOST_UNPACKED_BYTES, _MOST_READ_BYTES = 50_000_000, 10_000_000
_READ_PART = ".xml"
_LONGEST_CELL = 300
# Signs without a shape or a width, which come along with what is pasted from web pages.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))


class NoWorkbookError(Exception):
    """A file that is no workbook; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as text: rows from the first on, each with a cell a column; "" is an empty one.

    ``hidden_rows`` are numbers from 1 on, ``hidden_columns`` letters; what is hidden is read.
    ``formed`` are the places, by row and column, of numbers to which a cell's format adds.
    """

    title: str
    rows: Sequence[Sequence[str]]
    mistakes: Sequence[Mistake] = field(default=())
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[str] = frozenset()
    formed: frozenset[tuple[int, int]] = frozenset()


def read_sheets(name: str, content: bytes) -> list[RawSheet]:
    """The sheets of a workbook in order. Raises NoWorkbookError."""
    if not content.startswith(ZIP):
        raise NoWorkbookError(why_no_workbook(name, content))
    try:
        if _is_too_large(content):
            raise NoWorkbookError(TOO_LARGE)
        book = load_workbook(BytesIO(content))
        return [_sheet(page) for page in book.worksheets]
    except NoWorkbookError:
        raise
    except Exception as error:
        # What a broken workbook makes the library raise has no bounds; to a person it is one.
        raise NoWorkbookError(why_not_opened(content)) from error


def _is_too_large(content: bytes) -> bool:
    try:
        parts = parts_of(content)
    except TooManyPartsError:
        return True
    read = sum(part.file_size for part in parts if part.filename.endswith(_READ_PART))
    return read > _MOST_READ_BYTES or sum(part.file_size for part in parts) > _MOST_UNPACKED_BYTES


def column_letter(column: int) -> str:
    """The letter of a column, counted from 0."""
    letter: str = get_column_letter(column + 1)
    return letter


def _sheet(page: Worksheet) -> RawSheet:
    mistakes = list(_merged(page))
    rows = []
    formed = set()
    last = min(page.max_row, MOST_ROWS)
    cells = page.iter_rows(max_row=last, max_col=min(page.max_column, MOST_COLUMNS))
    for number, row in enumerate(cells, start=1):
        mistakes += [_of_cell(page, number, cell) for cell in row if _is_unreadable(cell)]
        if any(cell.value is not None and cell.font.strike for cell in row):
            said = "a cell is struck through, and is read like the others. Delete it, or the line."
            mistakes.append(Mistake(said, page.title, number))
        formed |= {(number, place) for place, cell in enumerate(row) if _is_formed(cell)}
        rows.append(["" if _is_unreadable(cell) else _text(cell) for cell in row])
    mistakes += _beyond(page)
    return RawSheet(
        page.title,
        rows,
        mistakes,
        is_hidden=page.sheet_state != "visible",
        hidden_rows=frozenset(row for row, form in page.row_dimensions.items() if form.hidden),
        hidden_columns=frozenset(_hidden_columns(page)),
        formed=frozenset(formed),
    )


def _beyond(page: Worksheet) -> Iterator[Mistake]:
    """How far the sheet goes on after what is read of it."""
    if page.max_row > MOST_ROWS:
        said = (
            f"the sheet goes on to row {page.max_row}. Delete the rows after the last one "
            f"that you filled in; at most {MOST_ROWS} are read."
        )
        yield Mistake(said, page.title)
    if page.max_column > MOST_COLUMNS:
        said = (
            f"the sheet goes on to column {get_column_letter(page.max_column)}. Delete the "
            f"columns beside those of the template; at most {MOST_COLUMNS} are read."
        )
        yield Mistake(said, page.title)


def _hidden_columns(page: Worksheet) -> Iterator[str]:
    """Their letters; columns beside each other that look alike are kept as one."""
    for letter, form in page.column_dimensions.items():
        if form.hidden:
            yield from (get_column_letter(at) for at in range(form.min or 1, (form.max or 0) + 1))
            yield letter


def _merged(page: Worksheet) -> Iterator[Mistake]:
    for area in page.merged_cells.ranges:
        yield Mistake(
            f"the cells {area.coord} are merged. Unmerge them and fill in each row.", page.title
        )


def _is_unreadable(cell: Cell | MergedCell) -> bool:
    return cell.data_type in ("f", "e")


def _of_cell(page: Worksheet, row: int, cell: Cell | MergedCell) -> Mistake:
    found = str(getattr(cell.value, "text", cell.value))[:_LONGEST_CELL]
    said = (
        f"{found!r} is a formula. Copy the cell and paste it as a value."
        if cell.data_type == "f"
        else f"{found!r} is an error of the spreadsheet. Write the value instead."
    )
    return Mistake(said, page.title, row, get_column_letter(cell.column or 1))


def _text(cell: Cell | MergedCell) -> str:
    """A cell as somebody typed it, whatever a program has made of it."""
    value: Any = cell.value
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return as_shown(value, cell.number_format)
    return "" if value is None else _by_line(str(value))[:_LONGEST_CELL]


def _by_line(text: str) -> str:
    """A text as it was typed, without gaps; several things in a cell may have a line each."""
    lines = (" ".join(line.split()) for line in text.translate(_UNSEEN).splitlines())
    return "\n".join(filter(None, lines))


def _is_formed(cell: Cell | MergedCell) -> bool:
    """Whether its format shows more than the number that stands in it."""
    is_number = isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    return is_number and _text(cell) != f"{cell.value:.12g}"
