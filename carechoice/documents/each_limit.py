"""A line on the deductible and on the out-of-pocket maximum -> a line for each of them.

"Ind ded $1,500 ind OOP $6,000" is cut where the words of the second begin. One with any word that
we do not know stays whole, and is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from carechoice.documents.limit_words import LEVELS, LIMITS, NETWORKS, Piece, pieces

_OF_WHOM = {*LEVELS, *NETWORKS}
_BETWEEN = re.compile(r"[;,/|]|\band\b", re.IGNORECASE)
# What stands before a colon is said of both.
_OF_BOTH = re.compile(r"(?P<label>[^:;,$0-9]{2,40}:) ?", re.ASCII)


def lines_of_each_limit(line: str) -> list[str]:
    """The part of each limit; the line itself where it is about one, or cannot be cut for sure."""
    said = pieces(line)
    kinds = [piece.kind for piece in said]
    named = [at for at, kind in enumerate(kinds) if kind in LIMITS]
    if len(named) != len(LIMITS) or {*kinds} & {"unknown", "negative"}:
        return [line]
    if {kinds[at] for at in named} != {*LIMITS} or "money" not in kinds[: named[1]]:
        return [line]
    cut = _cut(line, said, named[1])
    if cut is None or "money" not in [piece.kind for piece in said if piece.start >= cut]:
        return [line]
    first, second = line[:cut].rstrip(" ;,/|"), line[cut:].lstrip(" ;,/|")
    return [first, f"{_label_of_both(first)}{second}"]


def _cut(line: str, said: Sequence[Piece], second: int) -> int | None:
    """Where the words of the second limit begin; None where they may be the first one's."""
    of_first = {"money", "none", "met", "remaining", "of", "unlimited", *LIMITS}
    last = max(at for at in range(second) if said[at].kind in of_first)
    is_amount_first = said[0].kind == "money"
    start = said[last - 1 if is_amount_first else last].end
    breaks = [found.end() for found in _BETWEEN.finditer(line, start, said[second].start)]
    if breaks:
        return breaks[0] if is_amount_first else breaks[-1]
    if is_amount_first:
        return None
    begins_with_whom, ends_with_whom = (said[at].kind in _OF_WHOM for at in (0, -1))
    if last == second - 1 or (ends_with_whom and not begins_with_whom):
        return said[second].start
    return said[last + 1].start if begins_with_whom and not ends_with_whom else None


def _label_of_both(first: str) -> str:
    """The label at the beginning, if it says only whose the limits are."""
    label = _OF_BOTH.match(first)
    is_whose = label and {piece.kind for piece in pieces(label["label"])} <= _OF_WHOM
    return f"{label['label']} " if label and is_whose else ""
