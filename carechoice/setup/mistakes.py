"""Mistakes in a workbook: where, what was found, and what to write; many alike are one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# What differs between sentences on the same kind of mistake: what stands in the cell, and numbers.
_OF_ONE_CELL = re.compile(r"'[^']*'|\"[^\"]*\"|[0-9][0-9.,:-]*")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake at a place of the workbook, as far as it has one.

    ``column`` is its letter with its name, ``said`` what stands there and what to write instead.
    """

    said: str
    sheet: str = ""
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        row = f"row {self.row}" if self.row else ""
        column = f"column {self.column}" if self.column else ""
        place = ", ".join(filter(None, (self.sheet, row, column)))
        return f"{place}: {self.said}" if place else self.said


def mistake_lines(mistakes: Iterable[Mistake]) -> list[str]:
    """All mistakes, a sentence each; those of one kind in one column are one sentence."""
    alike: dict[tuple[str, str, str], list[Mistake]] = {}
    for mistake in mistakes:
        kind = _OF_ONE_CELL.sub("", mistake.said)
        alike.setdefault((mistake.sheet, mistake.column, kind), []).append(mistake)
    return [_with_others(first, len(others)) for first, *others in alike.values()]


def _with_others(first: Mistake, others: int) -> str:
    if not others:
        return str(first)
    rows = "1 more row" if others == 1 else f"{others} more rows"
    return f"{first} (The same in {rows}.)"
