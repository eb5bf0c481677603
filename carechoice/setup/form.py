"""What the workbook of a centre looks like: its sheets, their columns, and what a cell can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from carechoice.catalog.centre.centre import OF_A_CENTRE, Centre
from carechoice.catalog.centre.logo import LARGEST_BYTES
from carechoice.catalog.centre.rows import picked_from
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Record
from carechoice.language.sentences import say

# The tables that are sheets, in their order.
SHEETS: Mapping[str, type[Record]] = {"centre": Centre, **OF_A_CENTRE}
# Columns that name rows of another table, which goes by its first column.
NAMES_OF: Mapping[str, str] = {
    "site": "sites",
    "payer": "payers",
    "first_program": "programs",
    "first_payer": "payers",
}
# The key is for those who write files: in a workbook a row goes by its name.
NO_COLUMN = "key"


class Column(NamedTuple):
    """A column by its key, with its label, what it means, and what a cell is picked from."""

    key: str
    label: str
    note: str
    example: str
    is_needed: bool
    picked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A sheet by the name of its table, with its title and columns."""

    table: str
    title: str
    note: str
    columns: tuple[Column, ...]

    def column_of(self, header: str) -> Column | None:
        """The column that a cell of the first row names, by its label or its key."""
        asked = plain(header)
        return next(
            (each for each in self.columns if asked in (plain(each.label), plain(each.key))), None
        )


def forms() -> tuple[SheetForm, ...]:
    """The sheets of the workbook in the language of the catalog in use."""
    return tuple(
        SheetForm(table, say(f"book.{table}"), say(f"book.{table}.note"), _columns(table, kind))
        for table, kind in SHEETS.items()
    )


def plain(text: str) -> str:
    """A name as it is compared with another: without case, spaces and signs of its own."""
    return " ".join(text.casefold().replace("*", " ").split())


def _columns(table: str, kind: type[Record]) -> tuple[Column, ...]:
    blanks = {
        "services": ", ".join(service.replace("_", " ") for service in catalog().services),
        "most_kb": LARGEST_BYTES // 1000,
    }
    return tuple(
        Column(
            key=key,
            label=say(f"book.{table}.{key}"),
            note=say(f"book.{table}.{key}.note", **blanks),
            example=_example(f"book.{table}.{key}.example"),
            is_needed=field.is_required(),
            picked=picked_from(kind, key),
        )
        for key, field in kind.model_fields.items()
        if key != NO_COLUMN
    )


def _example(key: str) -> str:
    """What stands in the example row; prices have none, so that nobody takes ours for theirs."""
    return say(key) if key in catalog().words else ""
