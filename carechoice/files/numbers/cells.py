"""A sheet: a titled table of cells, each with the form it is shown in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Form = Literal["text", "usd", "hours", "percent", "count", "date", "month"]
FORMS: Mapping[str, Form] = {"usd": "usd", "hours": "hours", "percent": "percent"}


class Cell(NamedTuple):
    """A value and the form it is shown in."""

    value: str | float | date | None
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table; every row has one cell a column."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
