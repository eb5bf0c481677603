"""A page of a document: its words and its rules, in points from the upper left corner."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import NamedTuple

# What is drawn ends where it should to so many points.
TOLERANCE = 2.5


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Across and down."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


class Word(NamedTuple):
    """A word and where it stands."""

    text: str
    box: Box


class Rule(NamedTuple):
    """A straight line: ``place`` is how far down it is, or how far right if it goes down."""

    place: float
    begin: float
    end: float

    def spans(self, begin: float, end: float) -> bool:
        """Whether it goes from here to there."""
        return self.begin <= begin + TOLERANCE and self.end >= end - TOLERANCE


@dataclass(frozen=True)
class Page:
    """``number`` counts from 1."""

    number: int
    words: tuple[Word, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    @property
    def text(self) -> str:
        """All its words, line by line."""
        return self.text_in(Box(-inf, -inf, inf, inf))

    def cell_at(self, x: float, y: float) -> Box | None:
        """The cell of a table that this point lies in. None: there are no rules around it.

        Its sides are the nearest rules that go down past the point, its top and bottom the nearest
        that go from side to side, which lines below words do not.
        """
        beside = [rule for rule in self.down if rule.begin <= y <= rule.end]
        left = max((rule for rule in beside if rule.place <= x), default=None)
        right = min((rule for rule in beside if rule.place > x), default=None)
        if left is None or right is None:
            return None
        over = [rule.place for rule in self.across if rule.spans(left.place, right.place)]
        # A row that goes on over the page may have no rule there: it ends where its sides do.
        top = max([place for place in over if place <= y], default=max(left.begin, right.begin))
        bottom = min([place for place in over if place > y], default=min(left.end, right.end))
        return Box(left.place, top, right.place, bottom)

    def text_in(self, box: Box) -> str:
        """The words in the box, line by line."""
        begin = bisect_left(self._downward, box.top, key=_down)
        end = bisect_right(self._downward, box.bottom, key=_down)
        inside = [word for x, _, word in self._downward[begin:end] if box.left <= x <= box.right]
        lines: list[list[Word]] = []
        for word in inside:
            if lines and _is_on_line(word, lines[-1][-1]):
                lines[-1].append(word)
            else:
                lines.append([word])
        texts = [" ".join(word.text for word in sorted(each, key=_left)) for each in lines]
        return _joined(texts, self._unbroken)

    @cached_property
    def _unbroken(self) -> frozenset[str]:
        """The words that stand on the page without a hyphen at their end."""
        return frozenset(_bare(word.text) for word in self.words if not word.text.endswith("-"))

    @cached_property
    def _downward(self) -> list[tuple[float, float, Word]]:
        """The words from the top down, each behind where its middle is, across and down."""
        return sorted(((*word.box.middle, word) for word in self.words), key=_down)


def _left(word: Word) -> float:
    return word.box.left


def _down(placed: tuple[float, float, Word]) -> float:
    return placed[1]


def _is_on_line(word: Word, other: Word) -> bool:
    return word.box.middle[1] - other.box.middle[1] < min(word.box.height, other.box.height) / 2


def _joined(lines: list[str], unbroken: Container[str]) -> str:
    """The lines as one text; a word that a hyphen breaks at a line's end is one word.

    It has the hyphen, unless it also stands on the page, ``unbroken``, without one.
    """
    text = ""
    for line in lines:
        is_broken = text.endswith("-") and text[-2:-1].isalpha()
        if is_broken and _bare(text.rpartition(" ")[2][:-1] + line.partition(" ")[0]) in unbroken:
            text = text[:-1] + line
        else:
            text = text + line if is_broken or not text else f"{text} {line}"
    return text


def _bare(word: str) -> str:
    return word.casefold().strip(".,;:?()")
