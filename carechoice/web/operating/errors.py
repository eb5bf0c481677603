"""Numbered errors: a person can quote the number, the log has it, and neither tells any input."""

from __future__ import annotations

from collections.abc import Iterator
from secrets import token_hex
from traceback import extract_tb

# Eight signs: short enough to be read out, and no two alike in years.
BYTES = 4
ATTRIBUTE = "_carechoice_number"


def number_of(error: BaseException) -> str:
    """The number of an error: the same wherever it is asked for."""
    number: str = getattr(error, ATTRIBUTE, "") or token_hex(BYTES).upper()
    setattr(error, ATTRIBUTE, number)
    return number


def where(error: BaseException) -> str:
    """Kind and place of an error and of those it came from, without their words.

    What an error says may be what somebody entered.
    """
    return "\n".join(
        [f"Error {number_of(error)}", *(line for each in chain(error) for line in _lines(each))]
    )


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those it came from, each once."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        before = None if error.__suppress_context__ else error.__context__
        error = error.__cause__ or before


def _lines(error: BaseException) -> Iterator[str]:
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}, raised by"
    for frame in extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
