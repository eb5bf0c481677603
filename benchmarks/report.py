"""Rows of results, and the table printed from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

MET = {True: "yes", False: "**no**", None: ""}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``met`` is None where there is no bar."""

    what: str
    measured: str
    bar: str = ""
    met: bool | None = None


def judged(what: str, value: float, bar: float, unit: str, digits: int = 0) -> Row:
    """A row for a value that must not be above the bar."""
    return Row(what, f"{value:,.{digits}f}{unit}", f"≤ {bar:g}{unit}", value <= bar)


def not_below(what: str, value: float, bar: float, unit: str, digits: int = 0) -> Row:
    """A row for a value that must not be below the bar."""
    return Row(what, f"{value:,.{digits}f}{unit}", f"≥ {bar:g}{unit}", value >= bar)


def p95(values: Sequence[float]) -> float:
    """What 95% of the values are not above."""
    return quantiles(values, n=20, method="inclusive")[-1]


def header(*, judge: bool) -> str:
    """The head of a markdown table of rows, with or without bars."""
    return "\n".join(
        _line(cells, judge)
        for cells in (("What", "Measured", "Bar", "Met"), ("---", "---:", "---:", "---"))
    )


def line(row: Row, *, judge: bool) -> str:
    """The row as a line of that table."""
    return _line((row.what, row.measured, row.bar, MET[row.met]), judge)


def _line(cells: tuple[str, ...], judge: bool) -> str:
    return f"| {' | '.join(cells if judge else cells[:2])} |"
