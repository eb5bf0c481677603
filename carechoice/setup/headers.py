"""Sheets and columns of a workbook by their names: which each one is, and which are unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from carechoice.language.sentences import say
from carechoice.setup.cells import RawSheet, column_letter
from carechoice.setup.form import Column, SheetForm, plain
from carechoice.setup.mistakes import Mistake

# How alike names are that are taken for one mistyped, from 0 to 1.
ALIKE = 0.6
# Where somebody puts a title above the names of the columns, these stand in one of these rows.
ROWS_OF_A_HEAD = 6
# So many matching names in a row are no coincidence.
ENOUGH_NAMES = 2
# Separators of cells that were merged into one.
OTHER_SIGNS: Mapping[str, str] = {";": "semicolons", "\t": "tabs", ",": "commas"}


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet with the places of its columns, counted from 0, and what is wrong with them."""

    form: SheetForm
    raw: RawSheet
    places: Mapping[str, int]
    mistakes: Sequence[Mistake]

    def column(self, key: str) -> str:
        """A column as a mistake names it: its letter and its name; "" where it is not there."""
        labels = {column.key: column.label for column in self.form.columns}
        return f"{column_letter(self.places[key])} ({labels[key]})" if key in self.places else ""

    def key_of(self, letter: str) -> str:
        """The key of the column with this letter; "" where it has no name of ours."""
        found = {column_letter(place): key for key, place in self.places.items()}
        return found.get(letter, "")


def strange_sheets(raw: Sequence[RawSheet], forms: Sequence[SheetForm]) -> Iterator[Mistake]:
    """Sheets that are missing, or that no table of ours is read from."""
    titles = {plain(form.title): form.title for form in forms}
    there = {plain(sheet.title) for sheet in raw}
    missing = [title for name, title in titles.items() if name not in there]
    yield from _twins(raw, titles)
    for sheet in raw:
        if plain(sheet.title) in titles or _is_let_be(sheet.title, say("book.how")):
            continue
        meant = _meant(sheet.title, missing) or _by_its_columns(sheet, forms, missing)
        if meant:
            missing.remove(meant)
            yield Mistake(f"there is no such sheet. Name it {meant!r}.", sheet.title)
        elif any(map(any, sheet.rows)):
            yield Mistake(
                "this sheet is not read. Move its rows to one of "
                f"{', '.join(titles.values())}, or begin its name with {say('book.notes')!r}.",
                sheet.title,
            )
    if missing:
        names = ", ".join(map(repr, missing))
        yield Mistake(
            f"these sheets are missing: {names}. Copy them from the template, even if you leave "
            "them empty."
        )


def is_of_a_centre(raw: Sequence[RawSheet], forms: Sequence[SheetForm]) -> bool:
    """Whether a sheet has one of our names, or one so like it that it is meant."""
    return any(_meant(sheet.title, [form.title for form in forms]) for sheet in raw)


def _twins(raw: Sequence[RawSheet], titles: Mapping[str, str]) -> Iterator[Mistake]:
    """Sheets whose names differ in case and spaces alone, of which one would be lost."""
    for name, title in titles.items():
        same = [sheet.title for sheet in raw if plain(sheet.title) == name]
        if len(same) > 1:
            names = " and ".join(f"'{each}'" for each in same)
            yield Mistake(f"{names} are one name. Put their rows into one sheet.", title)


def _by_its_columns(raw: RawSheet, forms: Sequence[SheetForm], missing: Sequence[str]) -> str:
    """The missing sheet that most of a sheet's columns are of; "" where there is none."""
    head = [cell for cell in next(iter(raw.rows), ()) if cell]
    for form in forms:
        named = sum(form.column_of(cell) is not None for cell in head)
        if form.title in missing and named > len(form.columns) / 2:
            return form.title
    return ""


def headed(form: SheetForm, raw: RawSheet) -> Headed:
    """The sheet with its columns by the names in its first row."""
    if wrong := _no_head(form, raw):
        return Headed(form, raw, {}, [wrong])
    found = [form.column_of(cell) if cell else None for cell in raw.rows[0]]
    places: dict[str, int] = {}
    for place, column in enumerate(found):
        if column:
            places.setdefault(column.key, place)
    return Headed(form, raw, places, list(_mistakes(form, raw.rows[0], found)))


def _no_head(form: SheetForm, raw: RawSheet) -> Mistake | None:
    """Why the first row names no columns, told once for the whole sheet."""
    first, *rest = raw.rows or [[]]
    if any(form.column_of(cell) for cell in first if cell) and not _is_turned(form, raw):
        return None
    filled = [cell for cell in first if cell]
    for sign, name in OTHER_SIGNS.items():
        if len(filled) == 1 and filled[0].count(sign) >= ENOUGH_NAMES:
            return Mistake(
                f"all columns stand in one cell, apart by {name}. In Excel choose Data > Text to "
                "Columns.",
                form.title,
            )
    for number, row in enumerate(rest[:ROWS_OF_A_HEAD], start=2):
        if sum(form.column_of(cell) is not None for cell in row if cell) >= ENOUGH_NAMES:
            said = f"the names of the columns stand in row {number}. Delete the rows above it."
            return Mistake(said, form.title)
    if _is_turned(form, raw):
        said = (
            "the names of the columns stand in column A. Copy all of it, and paste it with Paste "
            "Special > Transpose into an empty sheet."
        )
        return Mistake(said, form.title)
    said = "row 1 does not name the columns. Copy it from the template."
    return Mistake(said, form.title)


def _is_turned(form: SheetForm, raw: RawSheet) -> bool:
    """Whether the names stand below each other, where at most the first is in its place."""
    below = [row[0] for row in raw.rows if row and row[0]]
    beside = [cell for cell in next(iter(raw.rows), ()) if cell]
    named, in_place = (
        sum(form.column_of(each) is not None for each in names) for names in (below, beside)
    )
    return named >= ENOUGH_NAMES and in_place <= 1


def _mistakes(
    form: SheetForm, head: Sequence[str], found: Sequence[Column | None]
) -> Iterator[Mistake]:
    """Columns that appear twice, unknown names, then columns that are missing."""
    meant = _meant_columns(form, head, found)
    for place, column in enumerate(found):
        letter = column_letter(place)
        if column and found.index(column) < place:
            first = column_letter(found.index(column))
            said = f"{column.label!r} stands in column {first}, too. Delete one of the columns."
            yield Mistake(said, form.title, 1, letter)
        elif place in meant:
            yield Mistake(_no_column(head[place], meant[place]), form.title, 1, letter)
    for column in form.columns:
        if column.is_needed and column not in (*found, *meant.values()):
            said = f"the column {column.label!r} is missing. Copy its name from the template."
            yield Mistake(said, form.title, 1)


def _meant_columns(
    form: SheetForm, head: Sequence[str], found: Sequence[Column | None]
) -> Mapping[int, Column | None]:
    """The missing column that an unknown name stands for, if any, by the place of that name."""
    missing = [column for column in form.columns if column not in found]
    meant: dict[int, Column | None] = {}
    for place, (cell, column) in enumerate(zip(head, found, strict=True)):
        if cell and not column and not _is_let_be(cell):
            left = [each for each in missing if each not in meant.values()]
            meant[place] = _meant_column(cell, place, form, left)
    return meant


def _no_column(name: str, meant: Column | None) -> str:
    if meant:
        return f"{name!r} is not a column of this sheet. Write {meant.label!r} there."
    return (
        f"{name!r} is not a column of this sheet. Delete the column, or begin its name "
        f"with {say('book.notes')!r}."
    )


def _meant_column(
    cell: str, place: int, form: SheetForm, missing: Sequence[Column]
) -> Column | None:
    """The missing column that a name stands for: one like it, or the one that has its place."""
    meant = _meant(cell, [column.label for column in missing])
    there = form.columns[place] if place < len(form.columns) else None
    alike = next((column for column in missing if column.label == meant), None)
    return alike or (there if there in missing else None)


def _meant(name: str, names: Sequence[str]) -> str:
    """The name that is most like this one; "" where none is."""
    by_plain = {plain(each): each for each in names}
    found = get_close_matches(plain(name), by_plain, n=1, cutoff=ALIKE)
    return by_plain[found[0]] if found else ""


def _is_let_be(name: str, *others: str) -> bool:
    return plain(name).startswith(plain(say("book.notes"))) or name in others
