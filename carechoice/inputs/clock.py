"""The date where the person is, and how long ago a day was. No other module asks for the time."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, tzinfo
from time import monotonic as _seconds
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

VARIABLE = "CARECHOICE_TODAY"


class BadDayError(ValueError):
    """The day that the variable names is none."""


def today(zone: str = "") -> date:
    """The day in a time zone such as America/New_York, or the day that CARECHOICE_TODAY names.

    A zone that nobody knows, and none, is the server's. The variable holds a day as YYYY-MM-DD;
    raises BadDayError where it holds anything else.
    """
    pinned = os.environ.get(VARIABLE)
    return _pinned(pinned) if pinned else _now().astimezone(_zone(zone)).date()


def now() -> datetime:
    """The moment in UTC: that of the machine, on the day that CARECHOICE_TODAY names if it does.

    Raises BadDayError.
    """
    pinned = os.environ.get(VARIABLE)
    time = _now()
    return datetime.combine(_pinned(pinned), time.timetz()) if pinned else time


def moment() -> float:
    """Seconds since some moment, for how long ago something was; none pass on a pinned day."""
    return 0.0 if os.environ.get(VARIABLE) else _seconds()


def _now() -> datetime:
    return datetime.now(UTC)


def _zone(name: str) -> tzinfo | None:
    """The zone of this name; None, which stands for the server's, where there is no such zone."""
    try:
        return ZoneInfo(name) if name else None
    # What a browser sends may be a path, or the name of a folder of zones.
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _pinned(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _bad(text) from None
    # Other forms of the same day are read too.
    if day.isoformat() != text:
        raise _bad(text)
    return day


def _bad(text: str) -> BadDayError:
    return BadDayError(f"{VARIABLE} must be a day as YYYY-MM-DD, not {text!r}.")
