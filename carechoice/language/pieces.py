"""Our sentences as pieces of text, for files that know no markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# The marks sentences carry: bold in markdown and in charts, links, and a chart's line break.
MARKS = re.compile(r"\*\*|</?b>|<br>|\[([^\]]+)\]\([^)]*\)")


class Piece(NamedTuple):
    """A piece of a sentence, written bold or not."""

    text: str
    bold: bool


def pieces(sentence: str) -> list[Piece]:
    """The sentence without its marks; of a link its text stays, a break becomes a new line."""
    return [piece for piece in _cut(sentence) if piece.text]


def without_marks(sentence: str) -> str:
    """The sentence as text alone."""
    return "".join(piece.text for piece in pieces(sentence))


def _cut(sentence: str) -> Iterator[Piece]:
    bold, done = False, 0
    for mark in MARKS.finditer(sentence):
        yield Piece(sentence[done : mark.start()], bold)
        done = mark.end()
        if mark[1]:
            yield Piece(mark[1], bold)
        elif mark[0] == "<br>":
            yield Piece("\n", bold)
        else:
            bold = not bold
    yield Piece(sentence[done:], bold)
