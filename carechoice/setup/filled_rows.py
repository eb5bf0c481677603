"""The rows of a sheet that are filled in, each loaded as what its table has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from carechoice.catalog.centre import OF_A_CENTRE
from carechoice.catalog.refusals import COLUMNS, refusal, refused_column
from carechoice.catalog.rows import Record, Row
from carechoice.language.sentences import say
from carechoice.setup.cells import column_letter
from carechoice.setup.form import SHEETS, plain
from carechoice.setup.headers import Headed
from carechoice.setup.mistakes import Mistake


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
        if not cells or plain(first).startswith(begins):
            continue
        if number in sheet.raw.hidden_rows and not sheet.raw.is_hidden:
            said = "the row is hidden, and is read like the others. Show it, or delete it."
            mistakes.append(Mistake(said, sheet.form.title, number))
        yield Filled(number, cells, _loaded(sheet, number, cells, mistakes))


def _loaded(
    sheet: Headed, number: int, cells: Mapping[str, str], mistakes: list[Mistake]
) -> Record | None:
    try:
        return SHEETS[sheet.form.table].model_validate(cells)
    except ValidationError as error:
        for one in error.errors():
            column = refused_column(one)
            if one["type"] == "missing" and _is_told_otherwise(sheet, number, column):
                continue
            said = COLUMNS.sub("", refusal(one))
            mistakes.append(Mistake(said, sheet.form.title, number, sheet.column(column)))
        return None


def _is_told_otherwise(sheet: Headed, row: int, column: str) -> bool:
    """Whether it is told already why a cell is empty: no such column, a formula, merged cells."""
    letters = {mistake.column for mistake in sheet.raw.mistakes if mistake.row in (row, None)}
    place = sheet.places.get(column)
    return place is None or bool(letters & {column_letter(place), ""})


def repeated(sheet: Headed, rows: Sequence[Filled]) -> Iterator[Mistake]:
    """Rows that say of the same thing what another one says, and a second row on the centre."""
    if sheet.form.table not in OF_A_CENTRE:
        yield from (
            Mistake("there is one centre. Delete this row.", sheet.form.title, each.number)
            for each in rows[1:]
        )
        return
    seen: Counter[str] = Counter()
    for each in rows:
        if not isinstance(each.row, Row):
            continue
        seen[each.row.key] += 1
        if seen[each.row.key] > 1:
            column, *_ = each.row.named_by()
            said = f"{each.cells[column]!r} stands in another row, too. Keep one of the rows."
            yield Mistake(said, sheet.form.title, each.number, sheet.column(column))
