"""Rows of a table that was copied with its headings -> lines that say what each of their cells is.

Headings of a closed list are read: in network and out of it, one person and the family, a limit
with what is met of it and what remains, and the terms of a service.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from carechoice.documents.limits.words import LEVELS, NETWORKS, STATES, is_limit_label, pieces
from carechoice.documents.terms.words import whole_label

# Without a sign between them, cells stand in columns that blanks set apart.
_CELLS = re.compile(r" *[\t|] *")
_CELLS_IN_BLANKS = re.compile(r" {2,}")
_AROUND = " \t|"
_OF_ROWS = re.compile(
    r"(?:|services?|benefits?|type|levels? of care|loc|category|description|coverage|plan"
    r"|amounts?|limits?|accumulators?|balances?)",
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
# The terms of a service as columns have them, each by how a line begins that says it.
_TERMS = {
    "Copay:": r"co-?pay(?:ment)?s?",
    "Coinsurance:": r"co-?ins(?:urance)?",
    "Deductible:": r"(?:subject to )?ded(?:uctible)?\.?(?: applies)?\??",
    "You pay": r"(?:what )?(?:you|member|patient) (?:will )?pays?",
    "Plan pays": r"(?:what )?(?:the |your )?plan pays",
    "Auth:": r"(?:prior )?auth(?:orization)?(?: (?:required|needed|req))?\??",
    "Limit:": r"visit limits?|visits allowed|max(?:imum)? visits",
}
_SO_MANY_VISITS = re.compile(r"[0-9]{1,3} (?:visits|sessions|days)", re.IGNORECASE | re.ASCII)
# What a heading of the federal form, or one like it, says beside the network.
_YOU_PAY = re.compile(
    r" ?\(?\b(?:what )?you (?:will )?pay(?: the (?:least|most))?\)? ?", re.IGNORECASE
)
_WHOLE_TERM = re.compile(r"no (?:charge|cost)|not covered|covered", re.IGNORECASE)
_BLANK = re.compile(r"[-–—]+")
_KINDS = (("whole", *STATES), LEVELS, ("in", "oon"), tuple(_TERMS))


@dataclass(frozen=True, slots=True)
class _Heads:
    """What the columns are for. ``of_rows``: the network above the names of the rows, or ""."""

    kinds: Sequence[str] = ()
    of_rows: str = ""


def with_column_heads(lines: Sequence[str]) -> list[str]:
    """The lines, with each row below headings that we know as a line; the headings as nothing.

    So is a row on what is met or left of the limit above it, which that one's line says, too.
    """
    told: list[str] = []
    heads, limit = _Heads(), ""
    at_limit = 0
    for line, after in zip(lines, _next_rows(lines), strict=True):
        if found := _heads(line, after):
            heads, limit = found, ""
            told.append("")
        elif heads.kinds and _is_rule(line):
            told.append("")
        elif limit and (part := _part(line, heads)):
            limit = f"{limit}, {part}"
            told[at_limit] = limit
            told.append("")
        elif row := _row(line, heads):
            limit, at_limit = _of_one_person(line, heads), len(told)
            told.append(row)
        else:
            heads, limit = (heads if _is_row_of_others(line, heads) else _Heads()), ""
            told.append(line)
    return told


def _is_row_of_others(line: str, heads: _Heads) -> bool:
    """Whether a line is a row of the table on something that we do not know, and no heading."""
    cells = _cells(line)
    return len(cells) == len(heads.kinds) + 1 > 1 and bool(_AMOUNT.search("".join(cells[1:])))


def _is_rule(line: str) -> bool:
    return len(line) <= _LONGEST and bool(_RULE.fullmatch(line))


def _next_rows(lines: Sequence[str]) -> list[str]:
    """For each line the one after it that is no rule, or nothing."""
    found = [""]
    for line in reversed(lines[1:]):
        found.append(found[-1] if _is_rule(line) else line)
    return found[::-1]


def _cells(line: str) -> list[str]:
    if len(line) > _LONGEST:
        return []
    cells = _CELLS.split(line.strip(_AROUND))
    return cells if len(cells) > 1 else _CELLS_IN_BLANKS.split(line.strip(_AROUND))


def _heads(line: str, after: str) -> _Heads | None:
    """What the columns are for, if a row of as many cells follows; nothing of any other line."""
    cells, below = _cells(line), _cells(after)
    of_rows = ""
    if cells and (len(cells) == len(below) or _OF_ROWS.fullmatch(cells[0])):
        of_rows, *cells = cells
    kinds = list(map(_head, cells))
    if {*kinds} & {*_TERMS}:
        # Beside terms a limit is one of visits.
        kinds = ["Limit:" if kind == "whole" else kind for kind in kinds]
    is_table = len(cells) > 1 or (of_rows and {*kinds} & {*_TERMS})
    if not is_table or len(below) != len(cells) + 1:
        return None
    is_known = any(set(kinds) <= set(known) for known in _KINDS)
    if not is_known or len(kinds) > len(set(kinds)):
        return None
    if _OF_ROWS.fullmatch(of_rows):
        return _Heads(kinds)
    if not {*kinds} & {*_TERMS} and {piece.kind for piece in pieces(of_rows)} == {
        "in",
        "individual",
    }:
        return _Heads(kinds, f"{of_rows} ")
    return _Heads(kinds, f"{of_rows} ") if _head(of_rows) in NETWORKS else None


def _head(cell: str) -> str:
    if _WHOLE.fullmatch(cell):
        return "whole"
    for term, heading in _TERMS.items():
        if re.fullmatch(heading, cell, re.IGNORECASE):
            return term
    said = [piece.kind for piece in pieces(_YOU_PAY.sub("", cell))]
    is_one = len(said) == 1 and said[0] in _NAMES and not _AMOUNT.search(cell)
    return said[0] if is_one else ""


def _row(line: str, heads: _Heads) -> str:
    """The row as a line; "" where it is none below these headings."""
    label, cells = _labelled_cells(line, heads)
    # How often a plan pays stands behind what it pays.
    said = dict(sorted(cells.items(), key=lambda each: each[0] == "Limit:"))
    if said and is_limit_label(label):
        told = [f"{_NAMES[head]} {said[head]}".strip() for head in _NAMES if head in said]
        return f"{heads.of_rows}{label}: {', '.join(told)}"
    is_service = bool(label and whole_label(label))
    if is_service and said and {*said} <= {*_TERMS}:
        network = heads.of_rows.strip()
        named = f"{network}: {label}" if network else label
        return f"{named}: {'; '.join(with_term(head, cell) for head, cell in said.items())}"
    if is_service and {*said} == {"in", "oon"}:
        return f"{label}: In-network: {said['in']}; Out-of-network: {said['oon']}"
    return ""


def with_term(head: str, cell: str) -> str:
    """A cell, or an answer, with the term that it is of, unless it says so itself."""
    if head == "Limit:":
        return f"{cell} limit" if _SO_MANY_VISITS.fullmatch(cell) else f"limit: {cell}"
    is_amount = cell[:1] in "$0123456789"
    is_said = _WHOLE_TERM.match(cell) or head.rstrip(":").casefold() in cell.casefold()
    return cell if is_said or not (is_amount or head.endswith(":")) else f"{head} {cell}"


def _of_one_person(line: str, heads: _Heads) -> str:
    """A row on the limit of one person and of the family, as a line on that person's alone."""
    label, said = _labelled_cells(line, heads)
    is_of_levels = is_limit_label(label) and {*said} <= {*LEVELS} and "individual" in said
    return f"{heads.of_rows}{label}: individual {said['individual']}" if is_of_levels else ""


def _part(line: str, heads: _Heads) -> str:
    """What a row says that is met or left of one person's limit above it."""
    label, said = _labelled_cells(line, heads)
    amount, state = said.get("individual"), _state(label)
    return f"{state} {amount}" if amount and state else ""


def _labelled_cells(line: str, heads: _Heads) -> tuple[str, dict[str, str]]:
    """The label of a row, and its cells by what they are for; nothing where it is none."""
    cells = _cells(line) if heads.kinds else []
    if not cells or len(cells) != len(heads.kinds) + 1 or _AMOUNT.search(cells[0]):
        return "", {}
    by_head = zip(heads.kinds, cells[1:], strict=True)
    said = {
        head: cell
        for head, cell in by_head
        if cell and not (head in _TERMS and _BLANK.fullmatch(cell))
    }
    return cells[0].rstrip(" :"), said


def _state(label: str) -> str:
    said = [piece.kind for piece in pieces(label)]
    return said[0] if len(said) == 1 and said[0] in STATES else ""
