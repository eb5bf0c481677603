"""A price file in CSV, tall or wide -> its lines with one of our codes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice, pairwise
from typing import TextIO

from carechoice.price_files.about import about_of_rows
from carechoice.price_files.billed import is_looked_for
from carechoice.price_files.codes import Code, codes_of, is_kind
from carechoice.price_files.columns import Columns, PayerColumns, columns_of
from carechoice.price_files.line import PayerOffer, PricedLine
from carechoice.price_files.rate import About, LeftOut, RefusedError

# The headings stand in the third row; some files have empty rows or a title above.
_HEADINGS_WITHIN = 20
_DELIMITERS = (",", "\t", ";", "|")
# More than any row of a wide file with two thousand columns has.
_LONGEST_ROW = 4_000_000
_LETTERS = 26
# Two cells, with a bar between them here, that can be one amount of thousands: nobody charges a
# single digit for ours; amounts in one file have cents or have none; a comma parts thousands only.
_SPLIT = re.compile(
    r"\$? ?(?:[1-9]\|[0-9]{3}(?:\.[0-9]*)?|[1-9][0-9]\|[0-9]{3}\.[0-9]0"
    r"|[0-9]{1,3}(?:,\||\|,)[0-9]{3}(?:\.[0-9]*)?)",
    re.ASCII,
)


def lines_of_csv(text: TextIO) -> Iterator[About | PricedLine | LeftOut]:
    """What it is about, then its lines with one of our codes, in order; a row at a time is held.

    Raises RefusedError where it has no row of headings, or a row cannot be read.
    """
    rows = _rows_in(text)
    first = list(islice(rows, _HEADINGS_WITHIN))
    delimiter = next((sign for sign in _DELIMITERS if _columns_in(first, sign)), None)
    if delimiter is None:
        raise RefusedError("other_file")
    columns: Columns | None = None
    above: list[list[str]] = []
    width = _usual_width(first, delimiter)
    for number, row, has_breaks in _numbered(chain(first, rows), delimiter):
        if columns is None:
            columns = columns_of(row)
            if columns:
                yield about_of_rows(above)
            above.append(row)
            continue
        if has_breaks and (code := _run_together(row, delimiter)):
            yield LeftOut("run_together", f"{code.kind} {code.code}", f"row {number}")
        elif any(_may_have_ours(row, *at) for at in columns.codes):
            yield _line(row, columns, number, width)
        elif _is_shifted(row, columns, width) and (code := _first_of_ours(row)):
            yield LeftOut("shifted", f"{code.kind} {code.code}", f"row {number}")


def _may_have_ours(row: Sequence[str], at: int, kind_at: int | None) -> bool:
    """Whether one of our codes stands where one is due, or in the place of its kind."""
    code = _cell(row, at)
    return is_looked_for(_cell(row, kind_at) if is_kind(code) else code)


def _run_together(row: Sequence[str], delimiter: str) -> Code | None:
    """The first of our codes in a cell with rows in it: a quotation mark that is closed too late.

    No cell of such a row is trusted: which of them belongs to which of the rows is not known.
    """
    many_lines = [cell for cell in row if "\n" in cell or "\r" in cell]
    with suppress(csv.Error):
        for cells in chain.from_iterable(
            csv.reader(cell.splitlines(), delimiter=delimiter) for cell in many_lines
        ):
            if code := _first_of_ours(cells):
                return code
    return None


def _first_of_ours(cells: Sequence[str]) -> Code | None:
    """The first of our codes with its kind in the next cell, wherever the two stand."""
    for cell, kind in pairwise(cells):
        for code in codes_of(cell, kind) if is_looked_for(cell) else ():
            if code.is_procedure or code.is_revenue:
                return code
    return None


def _rows_in(text: TextIO) -> Iterator[str]:
    number = 0
    while row := text.readline(_LONGEST_ROW):
        number += 1
        if len(row) == _LONGEST_ROW:
            raise RefusedError("broken", f"row {number}")
        yield row


def _columns_in(rows: Sequence[str], delimiter: str) -> bool:
    try:
        return any(columns_of(row) is not None for row in csv.reader(rows, delimiter=delimiter))
    except csv.Error:
        return False


def _usual_width(rows: Sequence[str], delimiter: str) -> int:
    """How many cells a row below the headings has at least, with empty ones at its end."""
    widths: list[int] = []
    is_below = False
    with suppress(csv.Error):
        for row in csv.reader(rows, delimiter=delimiter):
            if is_below and row:
                widths.append(len(row))
            is_below = is_below or columns_of(row) is not None
    return min(widths, default=0)


def _numbered(rows: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str], bool]]:
    """Each row with its number, as a spreadsheet counts them, and if it goes over several lines."""
    number, lines = 0, 0
    read = csv.reader(rows, delimiter=delimiter)
    try:
        for number, row in enumerate(read, start=1):
            # A mark that is never closed in the last row has no line behind it.
            is_all_in_one = len(row) == 1 and "\n" in row[0]
            yield number, row, is_all_in_one or read.line_num > lines + 1
            lines = read.line_num
    except csv.Error:
        raise RefusedError("broken", f"row {number + 1}") from None


def _line(row: Sequence[str], columns: Columns, number: int, width: int) -> PricedLine:
    """``width``: how many cells the rows of the file have at least."""

    def cell(*heading: str) -> str:
        return _cell(row, columns.at.get(heading))

    codes = [
        code
        for at, kind_at in columns.codes
        for code in codes_of(_cell(row, at), _cell(row, kind_at))
        if code.code
    ]
    place = f"row {number}"
    unknown = [at for at in columns.unknown_charges if _cell(row, at)]
    list_prices = (cell("standard_charge", "gross"), cell("standard_charge", "discounted_cash"))
    return PricedLine(
        description=cell("description"),
        codes=tuple(codes),
        offers=list(_offers(row, columns, cell("additional_generic_notes"), place)),
        setting=cell("setting").casefold(),
        billing_class=cell("billing_class").casefold(),
        modifiers=cell("modifiers"),
        has_list_price=any(list_prices),
        is_shifted=_is_shifted(row, columns, width),
        place=place,
        unknown_at=f"{place}, column {_letters(unknown[0])}" if unknown else "",
    )


def _is_shifted(row: Sequence[str], columns: Columns, width: int) -> bool:
    """Whether a row has cells too many, as where the comma of 1,310.50 makes two of one.

    Empty ones at the end of all rows are no sign of it. Where others are left out at its end, it
    has no more than it should.
    """
    is_filled = any(extra.strip() for extra in row[columns.count :])
    is_longer = len(row) > max(columns.count, width)
    return is_filled or is_longer or any(_is_split(row[at : at + 2]) for at in columns.amounts)


def _is_split(cells: Sequence[str]) -> bool:
    return bool(_SPLIT.fullmatch("|".join(cell.strip() for cell in cells)))


def _offers(row: Sequence[str], columns: Columns, notes: str, place: str) -> Iterator[PayerOffer]:
    for payer in columns.payers:
        offer = _offer(row, columns, payer, notes, place)
        is_named = columns.is_tall and (offer.payer or offer.plan)
        if is_named or any(_cell(row, at) for at in payer.filled_at):
            yield offer


def _offer(
    row: Sequence[str], columns: Columns, payer: PayerColumns, notes: str, place: str
) -> PayerOffer:
    def cell(name: str) -> str:
        return _cell(row, payer.at.get(name))

    payer_name, plan_name = payer.payer, payer.plan
    if columns.is_tall:
        payer_name = _cell(row, columns.at.get(("payer_name",)))
        plan_name = _cell(row, columns.at.get(("plan_name",)))
    else:
        place = f"{place}, column {_letters(payer.begins_at)}"
    return PayerOffer(
        payer_name,
        plan_name,
        dollars=cell("negotiated_dollar"),
        percentage=cell("negotiated_percentage"),
        formula=cell("negotiated_algorithm"),
        notes=(cell("methodology"), cell("additional_payer_notes"), notes),
        place=place,
        is_double=payer.is_double,
    )


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""


def _letters(at: int) -> str:
    """The column's letters in a spreadsheet: A for 0, AA for 26."""
    before, last = divmod(at, _LETTERS)
    letter = chr(ord("A") + last)
    return _letters(before - 1) + letter if before else letter
