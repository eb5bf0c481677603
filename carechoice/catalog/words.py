"""The words of an edition by their key: sentences, and the texts of rows such as their labels.

A row's words stand under table, row and column: ``plans.employer.label``. A table of a centre may
have them in columns of its own instead, as data folders had before words stood apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import Formatter
from typing import NamedTuple

from carechoice.catalog.rows import IN_WORDS, Record
from carechoice.catalog.sheet import Sheet, SheetLine

# The folder of words, with one for each language.
WORDS = "words"
# The language of the words we ship. What another language does not say is said in this one.
SHIPPED_LANGUAGE = "en"
# Says what a number rests on, so it is true of our row only.
NOTE = "note"


class Phrase(NamedTuple):
    """A text with {blanks}, and the file and row it is from, for error messages."""

    text: str
    place: str


# No layer removes the words of a layer below it.
Layer = Mapping[str, Phrase | None]


def language_of(locale: str) -> str:
    """The language of a locale, which names the folder of its words: en of en_US."""
    return locale.replace("-", "_").partition("_")[0].lower()


def blanks_of(text: str) -> set[str]:
    """The blanks as they stand: none of ours has a form of its own, such as {name:>9}.

    Raises ValueError where a brace does not match.
    """
    found = (part for part in Formatter().parse(text) if part[1])
    return {
        f"{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}"
        for _, name, form, conversion in found
    }


def columns_of_words(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a table that hold words."""
    fields = kind.model_fields.items()
    return tuple(name for name, field in fields if IN_WORDS in field.metadata)


def key_of(table: str, cells: Mapping[str, str], column: str) -> str:
    """The key of a row's words in a column; a term of a plan goes by plan and field."""
    row = cells.get("key") or ".".join(cells.get(part, "") for part in ("plan", "field"))
    return f"{table}.{row}.{column}"


def laid_over(layers: Iterable[Layer]) -> dict[str, Phrase]:
    """The words of all layers, the first at the bottom."""
    found: dict[str, Phrase] = {}
    for layer in layers:
        for key, phrase in layer.items():
            if phrase is None:
                found.pop(key, None)
            else:
                found[key] = phrase
    return found


def in_table(table: str, kind: type[Record], sheet: Sheet, ours: Sheet | None) -> Layer:
    """What a table itself says of its rows' words; ``ours`` is the table whose place it takes.

    A column of words counts as it stands, empty cells too, but for words that a row cannot do
    without: there ours stay, as in a row of ours copied into a table that still has the column.
    Where there is none, a row that is not just like ours loses our note, which would tell where
    another number comes from.
    """
    columns = columns_of_words(kind)
    same = [_values(line, columns) for line in ours.lines] if ours else []
    layer: dict[str, Phrase | None] = {}
    for line in sheet.lines:
        for column in columns:
            key = key_of(table, line.cells, column)
            if column in sheet.columns:
                place = f"{sheet.name}, row {line.row}, column {column}"
                text = line.cells.get(column, "").strip()
                if text or not kind.model_fields[column].is_required():
                    layer[key] = Phrase(text, place) if text else None
            elif column == NOTE and ours and _values(line, columns) not in same:
                layer[key] = None
    return layer


def in_files(sheets: Sequence[Sheet], problems: list[str]) -> Layer:
    """The words of files with the columns key and text; a key that stands twice is a problem."""
    layer: dict[str, Phrase | None] = {}
    places: dict[str, str] = {}
    for sheet, line in _lines(sheets):
        key, place = line.cells["key"], f"{sheet.name}, row {line.row}"
        if key in places:
            problems.append(
                f"{place}, column key: {key!r} stands in {places[key]}, too. Keep one of them."
            )
        places[key] = place
        layer[key] = Phrase(line.cells["text"].strip(), f"{place}, column text")
    return layer


def _values(line: SheetLine, columns: Sequence[str]) -> Mapping[str, str]:
    """What a row holds beside its words."""
    return {column: cell for column, cell in line.cells.items() if column not in columns}


def _lines(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, SheetLine]]:
    """The lines that have a key and a text; the loader names the others."""
    for sheet in sheets:
        for line in sheet.lines:
            if {"key", "text"} <= line.cells.keys():
                yield sheet, line
