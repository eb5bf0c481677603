"""The words of what is said on a deductible or an out-of-pocket maximum, each with its kind."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from carechoice.documents.limits.phrases import PHRASES
from carechoice.documents.limits.sentences import in_short

Limit = Literal["deductible", "oop_max"]
State = Literal["total", "met", "remaining", "part"]
Level = Literal["individual", "family"]
Network = Literal["in", "oon", "in_and_oon"]

_TOKEN = re.compile(
    "|".join(f"(?P<{kind}>{phrase})" for kind, phrase in PHRASES.items()),
    re.IGNORECASE | re.ASCII,
)
LIMITS: tuple[Limit, ...] = ("deductible", "oop_max")
NETWORKS: tuple[Network, ...] = ("in", "oon", "in_and_oon")
LEVELS: tuple[Level, ...] = ("individual", "family")
# Those that have a word; an amount without one is the limit itself, or a part of it that can be
# either of the two.
STATES: tuple[State, ...] = ("met", "remaining")


class Token(NamedTuple):
    """A piece of what is said: the kind of thing, and the text."""

    kind: str
    text: str


class Piece(NamedTuple):
    """A piece of a line as it stands: the kind of thing, and where."""

    kind: str
    start: int
    end: int


def pieces(line: str) -> list[Piece]:
    """The pieces of a line that say something, without breaks, and where each of them stands."""
    found = [Piece(each.lastgroup or "unknown", *each.span()) for each in _TOKEN.finditer(line)]
    return [piece for piece in found if piece.kind not in ("filler", "break")]


def is_limit_label(label: str, *, may_have_part: bool = False) -> bool:
    """Whether a label names one limit and nothing else but whose it is.

    ``may_have_part``: or what is met of it, or remains.
    """
    said = [piece.kind for piece in pieces(label)]
    beside = {*LIMITS, *LEVELS, *NETWORKS, *(STATES if may_have_part else ())}
    return sum(kind in LIMITS for kind in said) == 1 and set(said) <= beside


def tokens(text: str) -> list[Token]:
    """The pieces of a text, without those that say nothing; what nobody knows is ``unknown``."""
    found = [
        Token(each.lastgroup or "unknown", each[0]) for each in _TOKEN.finditer(in_short(text))
    ]
    return [token for token in found if token.kind != "filler"]
