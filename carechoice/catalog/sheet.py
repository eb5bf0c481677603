"""A CSV file: its columns, and the filled cells of each row as text."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# Cells to the right of the last column.
BEYOND = "(beyond the last column)"
# The separator that spreadsheets write where the comma is the decimal sign.
OTHER_SIGNS = {";": "semicolons", "\t": "tabs", "|": "bars"}
NOT_UTF_8 = "the file is not UTF-8. Save it as CSV UTF-8."


class NotASheetError(Exception):
    """The file is not one that can be read; the message says why, and what to do."""


class SheetLine(NamedTuple):
    """The filled cells of a row by column, and its number as a spreadsheet counts."""

    row: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file by its name from the data folder on, such as words/en/bill.csv."""

    name: str
    columns: tuple[str, ...] = ()
    lines: tuple[SheetLine, ...] = ()


def parse(name: str, content: bytes, known: Collection[str]) -> Sheet:
    """The sheet in a file whose columns may be ``known``; rows without a filled cell are none.

    A column in capitals, or with spaces between its words, is the known one.
    Raises NotASheetError where one cause would make many of its cells wrong.
    """
    first, *rows = _cells(_text(content)) or [[]]
    by_plain = {_plain(column): column for column in known}
    columns = [by_plain.get(_plain(column), column.strip()) for column in first]
    _refuse_no_columns(columns, known)
    lines = (SheetLine(row, _filled(columns, cells)) for row, cells in enumerate(rows, start=2))
    return Sheet(name, tuple(columns), tuple(line for line in lines if line.cells))


def _plain(column: str) -> str:
    """A name as it is compared: without case, and with low lines where somebody left spaces."""
    return "_".join(column.casefold().split())


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotASheetError(NOT_UTF_8) from None
    # In UTF-16 every other sign of ours is one that no text has.
    if "\0" in text:
        raise NotASheetError(NOT_UTF_8)
    return text


def _cells(text: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=None), strict=True):
            rows.append(row)
    except csv.Error:
        raise NotASheetError(
            f"the quotation marks of row {len(rows) + 1} do not match. Close each, and write those "
            "within a cell twice."
        ) from None
    return rows


def _refuse_no_columns(columns: Sequence[str], known: Collection[str]) -> None:
    (first, *more) = columns or [""]
    for other, told in OTHER_SIGNS.items():
        if other in first and not more:
            raise NotASheetError(f"its cells are apart by {told}. Save it with commas.")
    if not any(columns):
        raise NotASheetError("the first line is to name the columns, and is empty.")
    if not set(columns) & set(known):
        raise NotASheetError(
            "the first line names none of the columns. Put the line that names them on top."
        )
    twice = [column for column, count in Counter(columns).items() if column and count > 1]
    if twice:
        raise NotASheetError(f"the column {twice[0]!r} is there twice. Remove one.")


def _filled(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The filled cells by column; several beyond the last column are one."""
    named = {column: cell for column, cell in zip(columns, cells, strict=False) if cell.strip()}
    beyond = ",".join(cells[len(columns) :])
    return named | ({BEYOND: beyond} if beyond.strip(",") else {})
