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
        return date.fromisoformat(pinned)
    except ValueError:
        raise BadDayError(f"{VARIABLE} must be a day as YYYY-MM-DD, not {pinned!r}.") from None
