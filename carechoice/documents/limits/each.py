"""A line on several limits, or on one person's and the family's -> a line for each of them.

"Ind ded $1,500 ind OOP $6,000" is cut where the words of the second begin, and "Ind $1,500 (met
$400) Fam $3,000 (met $900)" where those of the family do. One with any word that we do not know
stays whole, and is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from carechoice.documents.limits.words import LEVELS, LIMITS, NETWORKS, STATES, Piece, pieces

_OF_WHOM = {*LEVELS, *NETWORKS}
_PARTS = {*STATES, "of"}
_AMOUNTS = {"money", "none", "unlimited"}
_OF_LIMIT = {*_AMOUNTS, *_PARTS, *LIMITS}
_BETWEEN = re.compile(r"[;,/|]|\band\b", re.IGNORECASE)
_EDGES = " ;,/|("
# What stands before a colon is said of all that follows.
_OF_ALL = re.compile(r"(?:[^:;,$0-9]{2,40}: ?)+", re.ASCII)


def lines_of_each_limit(line: str) -> list[str]:
    """The part of each limit; the line itself where it is about one, or cannot be cut for sure.

    A limit that names no network is of the one that the limit beside it names, and one beside a
    family's that names nobody is the family's, too.
    """
    if {piece.kind for piece in pieces(line)} & {"unknown", "negative", "tier"}:
        return [line]
    parts = _parts(line) or [line]
    if len(parts) > 1:
        label = _label_of_all(parts[0])
        parts = [parts[0], *(f"{label}{part}" for part in parts[1:])]
        parts = _with_family(_in_one_network(parts))
    return [_of_one_person(part) for part in parts]


def _parts(line: str) -> list[str]:
    """The line in parts of one limit each; none where it cannot be cut for sure."""
    said = pieces(line)
    kinds = [piece.kind for piece in said]
    named = [at for at, kind in enumerate(kinds) if kind in LIMITS]
    second = next((at for at in named if kinds[at] != kinds[named[0]]), None)
    if second is None:
        return [line] if "money" in kinds else []
    cut = _cut(line, said, second) if "money" in kinds[:second] else None
    rest = _parts(line[cut:].lstrip(_EDGES)) if cut else []
    return [line[:cut].rstrip(_EDGES), *rest] if rest else []


def _cut(line: str, said: Sequence[Piece], second: int) -> int | None:
    """Where the words of the second limit begin; None where they may be the first one's."""
    kinds = [piece.kind for piece in said]
    of_limits = [at for at in range(second) if kinds[at] in _OF_LIMIT]
    first = next(at for at in of_limits if kinds[at] in LIMITS)
    if "money" in kinds[:first]:
        has_parts = _PARTS & {*kinds[first:second]}
        start = said[of_limits[-2] if has_parts else first].end
        at = _BETWEEN.search(line, start, said[second].start)
        return at.end() if at else None
    last = of_limits[-1]
    if breaks := list(_BETWEEN.finditer(line, said[last].end, said[second].start)):
        return breaks[-1].end()
    begins_with_whom, ends_with_whom = (kinds[at] in _OF_WHOM for at in (0, -1))
    if last == second - 1 or (ends_with_whom and not begins_with_whom):
        return said[second].start
    return said[last + 1].start if begins_with_whom and not ends_with_whom else None


def _label_of_all(first: str) -> str:
    """The label at the beginning, if it says only whose the limits are."""
    label = _OF_ALL.match(first)
    is_whose = label and {piece.kind for piece in pieces(label[0])} <= _OF_WHOM
    return f"{label[0].rstrip()} " if label and is_whose else ""


def _in_one_network(parts: list[str]) -> list[str]:
    """The parts, where those that name no network follow the first one, or stand before the last.

    Behind all amounts a network is said of all of them.
    """
    named = [[piece for piece in pieces(part) if piece.kind in NETWORKS] for part in parts]
    is_behind_all = named[-1][-1:] == pieces(parts[-1])[-1:]
    at = 0 if named[0] else -1 if is_behind_all else None
    if at is None or len(named[at]) != 1:
        return parts
    network = parts[at][named[at][0].start : named[at][0].end]
    return [
        part if names else f"{network} {part}" for part, names in zip(parts, named, strict=True)
    ]


def _with_family(parts: list[str]) -> list[str]:
    """The parts, where those that name nobody follow the first one, if that is the family's."""
    named = [[piece for piece in pieces(part) if piece.kind in LEVELS] for part in parts]
    if [piece.kind for piece in named[0]] != ["family"]:
        return parts
    family = parts[0][named[0][0].start : named[0][0].end]
    return [part if names else f"{family} {part}" for part, names in zip(parts, named, strict=True)]


def _of_one_person(line: str) -> str:
    """What is said of one person, where the same is said of the family; any other line as it is.

    Only where both say as much in the same order it is certain which part is whose.
    """
    said = pieces(line)
    kinds = [piece.kind for piece in said]
    levels = [at for at, kind in enumerate(kinds) if kind in LEVELS]
    if sorted(kinds[at] for at in levels) != sorted(LEVELS) or not _PARTS & {*kinds}:
        return line
    before = [at for at in range(levels[1]) if kinds[at] in _OF_LIMIT - {*LIMITS}]
    if not before:
        return line
    second = before[-1] + 1
    beside = len(said) - second
    first = second - beside
    is_same = first >= 0 and _but_for_level(kinds[first:second]) == _but_for_level(kinds[second:])
    if not is_same or not {*kinds[:first]} <= {*_OF_WHOM, *LIMITS}:
        return line
    if kinds[levels[0]] == "individual":
        return line[: said[second].start].rstrip(_EDGES)
    return line[: said[first].start] + line[said[second].start :]


def _but_for_level(kinds: Sequence[str]) -> list[str]:
    return ["level" if kind in LEVELS else kind for kind in kinds]
