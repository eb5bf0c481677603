"""A table behind a chart: plain values, and how a person reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from carechoice.language.markup import for_csv

Value = str | float | date


@dataclass(frozen=True, slots=True)
class Column:
    """A column's label and how one of its values is shown.

    A column for the file only keeps the table on the page narrow enough for a phone.
    """

    label: str
    show: Callable[[Any], str] = str
    in_file_only: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of values under columns; every row has one value a column.

    ``cells`` are those on the page where they follow from each other, as parts from their total.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    cells: tuple[tuple[str, ...], ...] = ()

    def header(self) -> list[str]:
        """The labels of the columns on the page."""
        return [column.label for column in self.columns if not column.in_file_only]

    def shown(self) -> list[list[str]]:
        """The cells on the page as a person reads them, row by row, without the header."""
        return list(map(list, self.cells)) or [
            [
                column.show(value)
                for column, value in zip(self.columns, row, strict=True)
                if not column.in_file_only
            ]
            for row in self.rows
        ]

    def to_csv(self) -> bytes:
        """Header and plain values; dates as year-month-day; no text that runs as a formula.

        It starts with a byte order mark, which spreadsheets need to read it as UTF-8.
        """
        lines = io.StringIO(newline="")
        writer = csv.writer(lines)
        writer.writerow(for_csv(column.label) for column in self.columns)
        writer.writerows(
            [for_csv(value) if isinstance(value, str) else value for value in row]
            for row in self.rows
        )
        return lines.getvalue().encode("utf-8-sig")
