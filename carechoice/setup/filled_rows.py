"""The filled-in rows of a sheet, each loaded as a row of its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from carechoice.catalog.centre.cells import says_nothing
from carechoice.catalog.centre.centre import OF_A_CENTRE
from carechoice.catalog.centre.rows import Named
from carechoice.catalog.error_lines import COLUMNS, refusal, refused_column
from carechoice.catalog.rows import Record
from carechoice.language.sentences import say
from carechoice.setup.cells import column_letter
from carechoice.setup.form import SHEETS, plain
from carechoice.setup.headers import Headed
from carechoice.setup.mistakes import Mistake

SHOWN_SO = "The format of the cell shows it so: set it to Number, too."


@dataclass(frozen=True, slots=True)
class Filled:
    """A row of a sheet: its number, its filled cells by column, what it loads as if it does."""

    number: int
    cells: Mapping[str, str]
    row: Record | None


def filled_rows(sheet: Headed, mistakes: list[Mistake]) -> Iterator[Filled]:
    """The rows that are filled in and no examples; note what is wrong in ``mistakes``."""
    begins = plain(say("book.example"))
    # With a mistake in its first row, nobody knows what stands below.
    for number, row in enumerate(sheet.raw.rows[1:] if sheet.places else (), start=2):
        cells = {key: row[place] for key, place in sheet.places.items() if row[place]}
        first = next(iter(cell for cell in row if cell), "")
        if not cells:
            continue
        if plain(first).startswith(begins):
            mistakes += _meant_as_a_row(sheet, number, cells)
            continue
        if number in sheet.raw.hidden_rows and not sheet.raw.is_hidden:
            said = "the row is hidden, and is read like the others. Show it, or delete it."
            mistakes.append(Mistake(said, sheet.form.title, number))
        yield Filled(number, cells, _loaded(sheet, number, cells, mistakes))


def _meant_as_a_row(sheet: Headed, number: int, cells: Mapping[str, str]) -> Iterator[Mistake]:
    """An example that has more than ours, which is somebody's own row with our first cell."""
    column = next(
        (each for each in sheet.form.columns if each.key in cells and not each.example), None
    )
    if column and column is not sheet.form.columns[0]:
        said = (
            f"{cells[column.key]!r} stands in a row that begins with {say('book.example')!r}, and "
            "such a row is not read. Write a name of your own in its first cell."
        )
        yield Mistake(said, sheet.form.title, number, sheet.column(column.key))


def _loaded(
    sheet: Headed, number: int, cells: Mapping[str, str], mistakes: list[Mistake]
) -> Record | None:
    try:
        return SHEETS[sheet.form.table].model_validate(cells)
    except ValidationError as error:
        refused = [(refused_column(one), one) for one in error.errors()]
    empty = [column for column, one in refused if one["type"] == "missing"]
    mistakes += _empty(sheet, number, [each for each in empty if _is_news(sheet, number, each)])
    for column, one in refused:
        if column not in empty:
            said = _why_refused(sheet, cells.get(column, ""), column, one)
            if (number, sheet.places.get(column)) in sheet.raw.formed:
                said += f" {SHOWN_SO}"
            mistakes.append(Mistake(said, sheet.form.title, number, sheet.column(column)))
    return None


def _empty(sheet: Headed, number: int, columns: Sequence[str]) -> Iterator[Mistake]:
    """Cells of a row that are empty and must not be, as one mistake."""
    if len(columns) == 1:
        said, column = "the cell is empty. Fill it in.", sheet.column(columns[0])
        yield Mistake(said, sheet.form.title, number, column)
    elif columns:
        names = ", ".join(map(sheet.column, columns))
        said = f"these cells are empty: {names}. Fill them in, or delete the row."
        yield Mistake(said, sheet.form.title, number)


def _why_refused(sheet: Headed, cell: str, column: str, error: Mapping[str, Any]) -> str:
    """What is wrong with a cell; one that must be filled in cannot be left empty instead."""
    needed = {each.key for each in sheet.form.columns if each.is_needed}
    if column in needed and says_nothing(cell):
        return f"{cell!r} says nothing. Fill the cell in."
    return COLUMNS.sub("", refusal(error))


def _is_news(sheet: Headed, row: int, column: str) -> bool:
    """Whether nothing tells yet why a cell is empty: no such column, a formula, merged cells."""
    letters = {mistake.column for mistake in sheet.raw.mistakes if mistake.row in (row, None)}
    place = sheet.places.get(column)
    return place is not None and not letters & {column_letter(place), ""}


def repeated(sheet: Headed, rows: Sequence[Filled]) -> Iterator[Mistake]:
    """Rows that say of the same thing what another one says, and a second row on the centre."""
    if sheet.form.table not in OF_A_CENTRE:
        yield from (
            Mistake("there is one centre. Delete this row.", sheet.form.title, each.number)
            for each in rows[1:]
        )
        return
    seen: dict[str, Filled] = {}
    for each in rows:
        if not isinstance(each.row, Named):
            continue
        if first := seen.get(each.row.key):
            column, *_ = each.row.named_by()
            said = f"{_repeats(each, first)} Keep one of the rows."
            yield Mistake(said, sheet.form.title, each.number, sheet.column(column))
        seen.setdefault(each.row.key, each)


def _repeats(one: Filled, first: Filled) -> str:
    """That two rows go by one name, which may be written in two ways."""
    name, other = _name_of(one), _name_of(first)
    if name == other:
        return f"{name!r} stands in row {first.number}, too."
    return (
        f"{name!r} and {other!r} in row {first.number} are one name: case and signs do not count."
    )


def _name_of(filled: Filled) -> str:
    named_by = filled.row.named_by() if isinstance(filled.row, Named) else ()
    return ", ".join(filled.cells[column] for column in named_by if column in filled.cells)
