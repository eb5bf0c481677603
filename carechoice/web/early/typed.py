"""What was typed or picked in a field of the plain form, as links write it."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import UnusableError, read, write
from carechoice.inputs.typed_number import read_typed
from carechoice.language.formats import day


def read_entered(row: Parameter, text: str) -> str:
    """The value of a row as links write it; a choice is sent as that already.

    Raises UnusableError: the sentence that says what to type or pick instead.
    """
    if row.is_number:
        return write(read_typed(row, text))
    return _read_day(row, text) if row.kind == "date" else text


def _read_day(row: Parameter, text: str) -> str:
    try:
        return write(read(row, text))
    except UnusableError:
        first, last = (day(date.fromisoformat(end)) for end in (row.minimum, row.maximum))
        raise UnusableError("early.day", first=first, last=last) from None
