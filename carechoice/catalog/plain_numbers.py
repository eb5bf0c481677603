"""Numbers in tables: digits with at most one decimal point, and none below 0."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

# Python also takes 1_0, nan and 1e5 for numbers; in a table they are typing errors.
PLAIN_NUMBER = re.compile(r"\s*[0-9]+(?:\.[0-9]+)?\s*")


def no_number(found: object) -> str:
    """The sentence for a cell that holds no number: what to write instead."""
    return f"{found!r} is not a number. Write one in digits, with a point before decimals."


def _plain(cell: Any) -> Any:
    if isinstance(cell, str) and not PLAIN_NUMBER.fullmatch(cell):
        raise ValueError(no_number(cell))
    return cell


Number = Annotated[float, BeforeValidator(_plain)]
Whole = Annotated[int, BeforeValidator(_plain)]
