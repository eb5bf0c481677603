"""Names written right to left, set apart inside sentences that are written left to right.

Without two signs around such a name, an amount that follows it would be shown in front of it
(Unicode Standard Annex #9, isolates).
"""

from __future__ import annotations

from unicodedata import bidirectional

BEGINS, ENDS = "\u2068", "\u2069"
# How Unicode calls letters and digits of Hebrew, Arabic and what is written like them.
_FROM_THE_RIGHT = ("R", "AL", "AN")


def set_apart(name: str) -> str:
    """The name, between the two signs where a part of it runs from right to left."""
    runs_left = any(bidirectional(sign) in _FROM_THE_RIGHT for sign in name)
    return f"{BEGINS}{name}{ENDS}" if runs_left else name
