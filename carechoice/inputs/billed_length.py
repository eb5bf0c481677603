"""The length that a session is billed as when no billing code has its minutes."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.values import NUMBER

# Rows of figures.csv: the fewest minutes that are billed as a session of so many.
_FIGURE = "session_billed_as_{minutes}_from_minutes"


def billed_instead(row: Parameter, text: str) -> str:
    """Why minutes of a session that no bill has are not used, and which length they are billed as.

    A phrase that finishes "... was not used: "; "" where ``text`` is no such number. The fewest
    minutes of each length stand in figures.csv with their source.
    """
    if (row.role, row.care) != ("visit_length", "therapy") or not NUMBER.fullmatch(text):
        return ""
    billed = _billed_minutes(float(text))
    return catalog().say("problem.session_length", given=text, billed=billed) if billed else ""


def _billed_minutes(minutes: float) -> int | None:
    """The longest length that so many minutes are enough for.

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
