"""Today's date: the one place that asks for it."""

from __future__ import annotations

import os
from datetime import date

VARIABLE = "CARECHOICE_TODAY"


class BadDayError(ValueError):
    """The day that the variable names is none."""


def today() -> date:
    """The server's day, or the day that CARECHOICE_TODAY names as YYYY-MM-DD.

    Raises BadDayError where the variable holds anything else.
    """
    pinned = os.environ.get(VARIABLE)
    if not pinned:
        return date.today()
    try:
        day = date.fromisoformat(pinned)
    except ValueError:
        raise _bad(pinned) from None
    # Other forms of the same day are read too.
    if day.isoformat() != pinned:
        raise _bad(pinned)
    return day


def _bad(pinned: str) -> BadDayError:
    return BadDayError(f"{VARIABLE} must be a day as YYYY-MM-DD, not {pinned!r}.")
