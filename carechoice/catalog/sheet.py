"""A CSV file as it stands: its columns, and the filled cells of each row as text."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# What stands in a row to the right of the last column.
BEYOND = "(beyond the last column)"
# What a spreadsheet puts between cells where the comma is the sign of decimals.
OTHER_SIGNS = {";": "semicolons", "\t": "tabs"}


class NotASheetError(Exception):
    """What is read is no such file; the message says why, and what to do."""


class Line(NamedTuple):
    """The filled cells of a row by column, and its number as a spreadsheet counts."""

    row: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file by its name from the data folder on, such as words/en/bill.csv."""

    name: str
    columns: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


def parse(name: str, text: str) -> Sheet:
    """The sheet written as ``text``; rows without a filled cell are none.

    Raises NotASheetError where its first line is no line of columns.
    """
    columns, *rows = list(csv.reader(io.StringIO(text, newline=""))) or [[]]
    _refuse_no_columns(columns)
    lines = (Line(row, _filled(columns, cells)) for row, cells in enumerate(rows, start=2))
    return Sheet(name, tuple(columns), tuple(line for line in lines if line.cells))


def _refuse_no_columns(columns: Sequence[str]) -> None:
    (first, *more) = columns or [""]
    for other, told in OTHER_SIGNS.items():
        if other in first and not more:
            raise NotASheetError(f"its cells are apart by {told}. Save it with commas.")
    twice = [column for column, count in Counter(columns).items() if column and count > 1]
    if twice:
        raise NotASheetError(f"the column {twice[0]!r} stands there twice. Remove one.")
    if not any(columns):
        raise NotASheetError("the first line is to name the columns, and is empty.")


def _filled(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The filled cells by column; several beyond the last column are one."""
    named = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
    beyond = ",".join(cells[len(columns) :])
    return named | ({BEYOND: beyond} if beyond.strip(",") else {})
