"""A CSV file as it stands: its columns, and the filled cells of each row as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

# What stands in a row to the right of the last column.
BEYOND = "(beyond the last column)"


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
    """The sheet written as ``text``."""
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey=BEYOND)
    lines = tuple(
        Line(row, {column: cell for column, cell in cells.items() if cell not in ("", None)})
        for row, cells in enumerate(reader, start=2)
    )
    return Sheet(name, tuple(reader.fieldnames or ()), lines)
