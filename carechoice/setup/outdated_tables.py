"""Tables of a folder made for an older version: which rows and columns of ours they lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from carechoice.catalog.rows import Row
from carechoice.catalog.sheet import Sheet
from carechoice.catalog.tables import KEYED

KEY = "key"


def outdated_tables(
    own: Mapping[str, Sheet], ours: Mapping[str, Sheet], problems: Sequence[str]
) -> list[str]:
    """A sentence for each of the tables that errors name, with what to copy from ours.

    ``own`` and ``ours`` are tables by name. A table that no error names may leave out what it
    likes, so nothing is said of it.
    """
    named = "\n".join(problems)
    return [
        f"{sheet.name}: {what} Or take the file out, if nothing in it is your own."
        for table, sheet in own.items()
        if table in KEYED and sheet.name in named
        for what in _what_to_copy(sheet, ours[table], KEYED[table])
    ]


def _what_to_copy(own: Sheet, ours: Sheet, kind: type[Row]) -> Iterator[str]:
    if columns := [each for each in ours.columns if each not in own.columns and _must(kind, each)]:
        yield f"it lacks the {_counted(columns, 'column')}. data/{ours.name} shows what to write."
    there = _keys(own)
    if rows := [key for key in _keys(ours) if key not in there]:
        yield f"it lacks our {_counted(rows, 'row')}. Copy from data/{ours.name}."


def _must(kind: type[Row], column: str) -> bool:
    return column in kind.model_fields and kind.model_fields[column].is_required()


def _keys(sheet: Sheet) -> list[str]:
    return [line.cells[KEY] for line in sheet.lines if KEY in line.cells]


def _counted(names: Sequence[str], one: str) -> str:
    return f"{one} {names[0]}" if len(names) == 1 else f"{one}s {', '.join(names)}"
