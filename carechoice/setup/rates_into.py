"""A hospital's price file put into a centre's workbook, for staff to review."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import mkstemp

from carechoice.language.sentences import say
from carechoice.price_files.beside_rates import Rest, rates_of
from carechoice.price_files.opened import read_price_file
from carechoice.price_files.printed import progress_told
from carechoice.price_files.rate import About, PublishedRate
from carechoice.setup.cells import NoWorkbookError
from carechoice.setup.form import SheetForm
from carechoice.setup.payers_sheet import NewRow, payers_sheet, payers_there, with_rows
from carechoice.setup.published import PayerRow, payer_rows, why_no_row
from carechoice.setup.rate_notes import differences, note_of, open_lines, sources_of

DONE, REFUSED = 0, 2


def put_rates_into(book: Path, file: Path) -> int:
    """Give the workbook a row for each payer that it lacks, all of them or none; the exit code.

    Raises ``OSError`` for a price file that cannot be opened.
    """
    try:
        # A price file can take minutes: whatever stands in the way is said before.
        payers_sheet(book.name, _read(book))
        rest = Rest()
        rates = rates_of(read_price_file(file, progress_told()), rest)
        rows = payer_rows(_with_a_row(rates, rest))
        if rest.refused:
            return _refuse([say("price_file.into.unchanged", book=book), *rest.sentences()])
        lines = _put_in(book, file.name, rows, rest.about)
    except NoWorkbookError as error:
        return _refuse([f"{book}: {error}"])
    sys.stdout.writelines(f"{sentence}\n" for sentence in [*lines, *rest.sentences()])
    return DONE


def _with_a_row(rates: Iterable[PublishedRate], rest: Rest) -> Iterator[PublishedRate]:
    """The rates that have a place in the sheet; the others are left out, each with its reason."""
    for rate in rates:
        if left_out := why_no_row(rate):
            rest.add(left_out)
        else:
            yield rate


def _put_in(book: Path, file: str, rows: Sequence[PayerRow], about: About) -> list[str]:
    """Write the rows that the workbook lacks; what was done and what differs, a sentence each."""
    content = _read(book)
    sheet = payers_sheet(book.name, content)
    there = payers_there(sheet)
    new = [row for row in rows if row.key not in there]
    if new:
        noted = [_noted(row, sheet.form, file, about) for row in new]
        heading = say("price_file.into.heading", notes=say("book.notes"))
        _replace(book, with_rows(content, sheet, noted, heading))
    stayed = [row for row in rows if row.key in there]
    return [
        _added(book, sheet.form, new, stayed),
        *(
            difference
            for row in stayed
            for difference in differences(row, there[row.key], sheet.form, file=file, about=about)
        ),
        *open_lines(new),
        *([say("price_file.into.next", book=book)] if new else []),
    ]


def _noted(row: PayerRow, form: SheetForm, file: str, about: About) -> NewRow:
    """The row with where its amounts come from, and the note beside it."""
    cells = row.cells() | sources_of(row, file=file, about=about)
    return NewRow(cells, note_of(row, form, file=file, updated_on=about.updated_on))


def _added(book: Path, form: SheetForm, new: Sequence[PayerRow], stayed: Sequence[PayerRow]) -> str:
    return say(
        "price_file.into.added",
        book=book,
        sheet=form.title,
        count=len(new),
        stayed=len(stayed),
    )


def _read(book: Path) -> bytes:
    try:
        return book.read_bytes()
    except OSError as error:
        raise NoWorkbookError(f"{error.strerror}. Check the path.") from None


def _replace(book: Path, content: bytes) -> None:
    """The new content in the place of the old: whole, or not at all where the disk refuses."""
    place = book.resolve()
    beside: Path | None = None
    try:
        handle, name = mkstemp(prefix=f".{place.name}.", dir=place.parent)
        os.close(handle)
        beside = Path(name)
        beside.write_bytes(content)
        shutil.copymode(place, beside)
        beside.replace(place)
    except OSError as error:
        raise NoWorkbookError(
            f"{error.strerror}. It stays as it is. Close it in Excel, and look at the folder."
        ) from None
    finally:
        if beside:
            beside.unlink(missing_ok=True)


def _refuse(said: Iterable[str]) -> int:
    sys.stderr.writelines(f"{sentence}\n" for sentence in said)
    return REFUSED
