"""Rows of a table that was copied with its headings -> lines that say what each of their cells is.

Headings of a closed list are read: in network and out of it, one person and the family, and a limit
with what is met of it and what remains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from carechoice.documents.limit_words import LEVELS, LIMITS, NETWORKS, STATES, pieces
from carechoice.documents.line_words import label_of

_CELLS = re.compile(r" *[\t|] *")
_AROUND = " \t|"
_OF_ROWS = re.compile(
    r"(?:|service|benefits?|type|category|description|coverage|plan|amounts?|limits?)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:annual |plan |total )?(?:total|limit|max(?:imum)?|amount)", re.IGNORECASE)
_AMOUNT = re.compile(r"[$%]")
_LONGEST = 200
# What sets headings apart from their rows, as in "|---|---|".
_RULE = re.compile(r"(?=.*(?:--|==|__))[-=_+|: \t]+")
# How a line names each; what is whole comes first, as people write it.
_NAMES = {
    "whole": "",
    "met": "met",
    "remaining": "remaining",
    "individual": "individual",
    "family": "family",
    "in": "in network",
    "oon": "out of network",
}
_KINDS = (("whole", *STATES), LEVELS, ("in", "oon"))


def with_column_heads(lines: Sequence[str]) -> Iterator[str]:
    """The lines, with each row below headings that we know as a line; the headings as nothing."""
    heads: Sequence[str] = ()
    for line, after in zip(lines, _next_rows(lines), strict=True):
        if found := _heads(line, after):
            heads = found
            yield ""
        elif heads and _is_rule(line):
            yield ""
        elif row := _row(line, heads):
            yield row
        else:
            heads = ()
            yield line


def _is_rule(line: str) -> bool:
    return len(line) <= _LONGEST and bool(_RULE.fullmatch(line))


def _next_rows(lines: Sequence[str]) -> list[str]:
    """For each line the one after it that is no rule, or nothing."""
    found = [""]
    for line in reversed(lines[1:]):
        found.append(found[-1] if _is_rule(line) else line)
    return found[::-1]


def _cells(line: str) -> list[str]:
    return _CELLS.split(line.strip(_AROUND)) if len(line) <= _LONGEST else []


def _heads(line: str, after: str) -> Sequence[str]:
    """What the columns are for, if a row of as many cells follows; nothing of any other line."""
    cells = _cells(line)
    if cells and _OF_ROWS.fullmatch(cells[0]):
        cells = cells[1:]
    if len(cells) < 2 or len(_cells(after)) != len(cells) + 1:
        return ()
    kinds = list(map(_head, cells))
    is_known = any(set(kinds) <= set(known) for known in _KINDS)
    return kinds if is_known and len(kinds) == len(set(kinds)) else ()


def _head(cell: str) -> str:
    if _WHOLE.fullmatch(cell):
        return "whole"
    said = [piece.kind for piece in pieces(cell)]
    is_one = len(said) == 1 and said[0] in _NAMES and not _AMOUNT.search(cell)
    return said[0] if is_one else ""


def _row(line: str, heads: Sequence[str]) -> str:
    """The row as a line; "" where it is none below these headings."""
    cells = _cells(line) if heads else []
    if not cells or len(cells) != len(heads) + 1 or _AMOUNT.search(cells[0]):
        return ""
    label = cells[0].rstrip(" :")
    said = {head: cell for head, cell in zip(heads, cells[1:], strict=True) if cell}
    if _names_limit(label):
        told = [f"{_NAMES[head]} {said[head]}".strip() for head in _NAMES if head in said]
        return f"{label}: {', '.join(told)}"
    if label_of(f"{label}: ").end and {*said} == {"in", "oon"}:
        return f"{label}: In-network: {said['in']}; Out-of-network: {said['oon']}"
    return ""


def _names_limit(label: str) -> bool:
    said = [piece.kind for piece in pieces(label)]
    beside = {*LEVELS, *NETWORKS}
    return sum(kind in LIMITS for kind in said) == 1 and set(said) <= {*LIMITS, *beside}
