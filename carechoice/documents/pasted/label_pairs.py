"""A row of a form in two columns, with a label before each value -> a line with all of them.

"Therapy: | $30 copay | IOP: | 20%" says what each value is where we know all labels.
"""

from __future__ import annotations

import re

from carechoice.documents.limits.words import LIMITS, STATES, is_limit_label, pieces
from carechoice.documents.terms.words import whole_label

_CELLS = re.compile(r" *[\t|] *")
_TERM = re.compile(
    r"(?:(?P<service>.+) )?(?:co-?pay(?:ment)?|co-?ins(?:urance)?|(?:(?:subject to )?"
    r"ded(?:uctible)?(?: applies)?)\??)",
    re.IGNORECASE,
)
_LONGEST = 200
_AMOUNT = re.compile(r"[$%0-9]")
_BLANK = re.compile(r"[-–—_ ]*")


def joined_pairs(line: str) -> str:
    """The row as a line, or the line as it is where a cell may be something else."""
    cells = _CELLS.split(line) if len(line) <= _LONGEST else []
    if len(cells) % 2 and cells[-1].endswith(":"):
        cells.append("")
    if len(cells) == 2 and _is_term(*cells):
        return f"{_bare(cells[0])}: {cells[1]}"
    if len(cells) < 4 or len(cells) % 2:
        return line
    told = ""
    for label, value in zip(map(_bare, cells[::2]), cells[1::2], strict=True):
        joined = _joined(told, label, value)
        if joined is None:
            return line
        told = joined
    return told


def _bare(label: str) -> str:
    return label.rstrip(" :")


def _is_term(label: str, value: str) -> bool:
    """Whether a row is on a term of the service above it, and not on how high a deductible is."""
    term = _TERM.fullmatch(_bare(label))
    is_of_above = term and not term["service"]
    return bool(is_of_above) and not (is_limit_label(label) and _AMOUNT.search(value))


def _joined(told: str, label: str, value: str) -> str | None:
    """What is told so far with the next pair; None where we do not know the label."""
    if part := _part_of_limit(told, label):
        return told if _BLANK.fullmatch(value) else f"{told}, {part} {value}"
    if not (_is_label(label) or is_limit_label(label)):
        return None
    if _BLANK.fullmatch(value):
        return told
    return f"{told}; {label}: {value}" if told else f"{label}: {value}"


def _part_of_limit(told: str, label: str) -> str:
    """Whether a label is on what is met, or remains, of the limit that is told last."""
    named = {piece.kind for piece in pieces(told.rpartition("; ")[2])} & {*LIMITS}
    said = {piece.kind for piece in pieces(label)}
    parts = said & {*STATES}
    is_of_it = len(named) == len(parts) == 1 and said <= {*parts, *named}
    return parts.pop() if is_of_it else ""


def _is_label(label: str) -> bool:
    """Whether a label names a service of ours, or a term of one, and nothing else."""
    term = _TERM.fullmatch(label)
    if term and not term["service"]:
        return True
    named = whole_label(term["service"] if term else label)
    return bool(named and named.service)
