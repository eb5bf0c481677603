"""Numbers in tables: digits with at most one decimal point, and none below 0."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

EMPTY = "the cell is empty. Fill it in."
# Python also takes 1_0, nan and 1e5 for numbers; in a table they are typing errors.
PLAIN_NUMBER = re.compile(r"\s*[0-9]+(?:\.[0-9]+)?\s*")
# A sign before a number, whatever follows it, or behind it as some programs have it, or brackets as
# accounts have them.
BELOW_0 = re.compile(
    r"(?:[-\u2212\u2013]|minus|negative) ?[0-9.,]+.*|[0-9.,]*[0-9] ?[-\u2212]|\( ?[0-9.,]+ ?\)",
    re.IGNORECASE,
)
MORE_THAN_0 = re.compile(r"[1-9]|[^\W\d]")
POWER_OF_TEN = re.compile(r"[0-9]+(?:[.,][0-9]{1,2})?e[+-]?[0-9]{1,2}", re.IGNORECASE)


def no_number(found: object) -> str:
    """The sentence for a cell that holds no number: what to write instead."""
    if not found:
        return EMPTY
    otherwise = "is not a number. Write one in digits, with a point before decimals."
    return f"{found!r} {why_not_plain(str(found).strip()) or otherwise}"


def why_not_plain(text: str) -> str:
    """What stands in a number that no plain number has, and what to write; "" for anything else.

    The sentence goes on from what stands there.
    """
    if BELOW_0.fullmatch(text):
        if MORE_THAN_0.search(text):
            return "is below 0. Write a number from 0 on."
        return "is 0 with a sign. Write 0."
    if POWER_OF_TEN.fullmatch(text):
        return f"is written with a power of ten. Write {_in_digits(text.replace(',', '.'))}."
    return ""


def _in_digits(text: str) -> str:
    """The number of a text with a power of ten, without zeros at the end of its decimals."""
    digits = f"{Decimal(text):f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _plain(cell: Any) -> Any:
    if isinstance(cell, str) and not PLAIN_NUMBER.fullmatch(cell):
        raise ValueError(no_number(cell))
    return cell


def _above_0(number: float) -> float:
    if not number:
        raise ValueError("write a number above 0.")
    return number


def _in_cents(number: float) -> float:
    if round(number, 2) != number:
        raise ValueError(f"'{number:.12g}' has parts of a cent. Write whole cents.")
    return number


Number = Annotated[float, BeforeValidator(_plain)]
Dollars = Annotated[Number, AfterValidator(_in_cents)]
Above0 = Annotated[Number, AfterValidator(_above_0)]
Whole = Annotated[int, BeforeValidator(_plain)]
