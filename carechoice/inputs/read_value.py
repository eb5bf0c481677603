"""The value of an input read from text, or why the input cannot have it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import NEXT_MONDAY, NUMBER, UnusableError, read

# Rows of figures.csv: the fewest minutes that are billed as a session of this length.
_FIGURE = "session_billed_as_{minutes}_from_minutes"


class UnusableValueError(ValueError):
    """A text that an input cannot have as its value, with why as a phrase.

    The reason is for those who write links. ``plainly`` says it to those who read pages, who know
    an input's choices and not their keys.
    """

    def __init__(self, reason: str, plainly: str = "") -> None:
        super().__init__(reason)
        self.plainly = plainly or reason


def read_value(field: str, text: str, *, today: date) -> Any:
    """The value of ``field`` written as ``text``, as the type the Scenario holds.

    Raises UnusableValueError.
    """
    row = catalog().parameters.get(field)
    if row is None:
        raise UnusableValueError(catalog().say("problem.unknown"))
    if text == NEXT_MONDAY and row.kind == "date":
        return next_monday(today)
    try:
        return read(row, text, catalog().options(field))
    except UnusableError as error:
        raise _unusable(error, _billed_instead(row, text)) from None


def _unusable(error: UnusableError, instead: str) -> UnusableValueError:
    """``instead`` is the reason where a bill has the value in another form; else ""."""
    if instead:
        return UnusableValueError(instead)
    # A reason that names keys of choices or forms of a link has other words for readers of pages.
    plainly = f"{error.reason}.plainly"
    sentence = catalog().say(plainly) if plainly in catalog().words else ""
    return UnusableValueError(catalog().say(error.reason, **error.blanks), sentence)


def refuse_a_day_of_no_start(today: date) -> None:
    """Raise UnusableError if ``today`` is none of the days on which care can begin."""
    row = catalog().parameters["start_date"]
    if not row.minimum <= today.isoformat() <= row.maximum:
        raise UnusableError("problem.bounds", minimum=row.minimum, maximum=row.maximum)


def next_monday(today: date) -> date:
    """The first day that the page begins with, which no later one than the last can be."""
    last = date.fromisoformat(catalog().parameters["start_date"].maximum)
    return min(today + timedelta(days=7 - today.weekday()), last)


def _billed_instead(row: Parameter, text: str) -> str:
    """Why minutes of a session that no bill has are not used, and which length they are billed as.

    A phrase that finishes "... was not used: "; "" where ``text`` is no such number. The fewest
    minutes of each length stand in figures.csv with their source.
    """
    if (row.role, row.care) != ("visit_length", "therapy") or not NUMBER.fullmatch(text):
        return ""
    billed = _billed_minutes(float(text))
    return catalog().say("problem.session_length", given=text, billed=billed) if billed else ""


def _billed_minutes(minutes: float) -> int | None:
    """The longest session length that ``minutes`` are enough for.

    None where they are a length, are enough for none, or are enough for two sessions.
    """
    figures = catalog().figures
    lengths = {
        price.minutes: figures.get(_FIGURE.format(minutes=price.minutes))
        for price in catalog().prices.values()
        if price.minutes
    }
    if minutes in lengths or minutes >= max(lengths) + min(lengths):
        return None
    enough = [
        length
        for length, figure in lengths.items()
        if figure and figure.value is not None and figure.value <= minutes
    ]
    return max(enough, default=None)
