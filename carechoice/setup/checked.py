"""A workbook checked: its rows as tables, each mistake with its place and what to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from carechoice.catalog.centre.centre import OF_A_CENTRE, Centre, Own
from carechoice.catalog.in_use import catalog
from carechoice.catalog.problems.centre import CentreProblem, centre_problems
from carechoice.catalog.rows import Row
from carechoice.setup.cells import NoWorkbookError, column_letter, read_sheets
from carechoice.setup.filled_rows import Filled, filled_rows, repeated
from carechoice.setup.form import NAMES_OF, SHEETS, forms, plain
from carechoice.setup.headers import Headed, headed, is_of_a_centre, strange_sheets
from carechoice.setup.mistakes import Mistake

# The row that names the columns.
HEAD = 1
# Which table has what a column names; a plan goes by its payer, too.
_STANDS_IN: Mapping[str, str] = {**NAMES_OF, "plan": "payers"}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a workbook says: the rows of each table, and what is wrong with them.

    ``own`` and ``centre`` are what loaded; where there are mistakes, that is not all of it.
    """

    tables: Mapping[str, Sequence[Filled]]
    mistakes: Sequence[Mistake]
    own: Own
    centre: Centre


def check(name: str, content: bytes, today: date) -> Checked:
    """Read and check the workbook in a file of this name. Raises NoWorkbookError."""
    raw = read_sheets(name, content)
    by_title = {plain(sheet.title): sheet for sheet in raw}
    known = [(form, by_title.get(plain(form.title))) for form in forms()]
    sheets = [headed(form, sheet) for form, sheet in known if sheet]
    if not is_of_a_centre(raw, forms()):
        raise NoWorkbookError(
            "this is not a center's workbook: none of its sheets is there. Begin with a new "
            "template."
        )
    mistakes = list(strange_sheets(raw, forms()))
    tables: dict[str, Sequence[Filled]] = dict.fromkeys(SHEETS, ())
    for sheet in sheets:
        mistakes += [*sheet.mistakes, *_of_cells(sheet)]
        tables[sheet.form.table] = list(filled_rows(sheet, mistakes))
        mistakes += repeated(sheet, tables[sheet.form.table])
        mistakes += _hidden(sheet, tables[sheet.form.table])
    loaded: dict[str, Any] = {table: _by_key(tables[table]) for table in OF_A_CENTRE}
    own = Own(**loaded)
    centre = next((each.row for each in tables["centre"] if isinstance(each.row, Centre)), Centre())
    if all(map(_is_of_a_row, mistakes)):
        said = centre_problems(replace(catalog(), own=own, centre=centre), today)
        mistakes += _placed(said, sheets, tables)
    if not (mistakes or any(tables.values())):
        mistakes.append(Mistake("no row is filled in. Fill in a sheet, such as the programs."))
    return Checked(tables, mistakes, own, centre)


def _of_cells(sheet: Headed) -> Iterator[Mistake]:
    """What could not be read of the sheet as it stands, and what stands beside its columns."""
    for mistake in sheet.raw.mistakes:
        key = sheet.key_of(mistake.column)
        yield replace(mistake, column=sheet.column(key) if key else mistake.column)
    merges = any(not (mistake.row or mistake.column) for mistake in sheet.raw.mistakes)
    # Of merged names all but the first are gone, and what stands below them is told as merged.
    if not sheet.places or merges:
        return
    head = sheet.raw.rows[0]
    for number, row in enumerate(sheet.raw.rows[1:], start=2):
        for place, cell in enumerate(row):
            if cell and not head[place]:
                said = f"{cell!r} stands in a column without a name. Move it or delete it."
                yield Mistake(said, sheet.form.title, number, column_letter(place))


def _hidden(sheet: Headed, rows: Sequence[Filled]) -> Iterator[Mistake]:
    """What is read of the sheet and nobody sees who looks it over."""
    if sheet.raw.is_hidden and rows:
        said = "the sheet is hidden, and is read like the others. Show it, or delete its rows."
        yield Mistake(said, sheet.form.title)
        return
    for key, place in sheet.places.items():
        if column_letter(place) in sheet.raw.hidden_columns and any(
            key in each.cells for each in rows
        ):
            said = "the column is hidden, and is read like the others. Show it, or empty it."
            yield Mistake(said, sheet.form.title, column=sheet.column(key))


def _by_key(rows: Sequence[Filled]) -> dict[str, Any]:
    return {each.row.key: each.row for each in rows if isinstance(each.row, Row)}


def _is_of_a_row(mistake: Mistake) -> bool:
    """Whether it leaves no doubt which sheets and columns there are."""
    return mistake.row is not None and mistake.row > HEAD


def _may_be_there(column: str, tables: Mapping[str, Sequence[Filled]]) -> bool:
    """Whether what a column names could stand in a row of another sheet that is wrong itself."""
    rows = tables.get(_STANDS_IN.get(column, ""), ())
    return len(_by_key(rows)) < len(rows)


def _placed(
    said: Iterable[CentreProblem], sheets: Sequence[Headed], tables: Mapping[str, Sequence[Filled]]
) -> Iterator[Mistake]:
    """What rows name and other sheets lack, and numbers that no input can have."""
    by_table = {sheet.form.table: sheet for sheet in sheets}
    for table, key, column, why in said:
        sheet = by_table[table]
        filled = next(
            each for each in tables[table] if each.row and getattr(each.row, "key", "") == key
        )
        if not _may_be_there(column, tables):
            yield Mistake(why, sheet.form.title, filled.number, sheet.column(column))
