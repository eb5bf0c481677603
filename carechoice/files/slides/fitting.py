"""Texts of a slide, the boxes they are in, and the font sizes at which they fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from math import ceil
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from carechoice.language.pieces import Piece

if TYPE_CHECKING:
    from pptx.slide import Slide

# Whoever opens the file has this font, or one with letters as wide.
FONT = "Arial"
# How wide its signs are at most, as parts of its size.
WIDE_AT_MOST_EM = {
    0.3: " fijlt,.:;!/|'’I[]\\",
    0.4: "r()-`{}*",
    0.5: 'ckszvxyJ“”"',
    0.56: "abdeghnopqu0123456789$?#",
    0.78: "ABCDEFGHKLNOPQRSTUVXYZ&+<=>~",
    1.02: "mwMW%@",
}
BOLD, LINE_EM = 1.12, 1.2
# What follows a paragraph, as a part of its size.
AFTER_EM = 1 / 3
POINTS_AN_INCH = 72
# What a box keeps free at each side of its words and above and below them, and a cell, in inches.
SIDE, EDGE, CELL_EDGE = 0.1, 0.05, 0.03
BULLET = 0.2
# Above this size no word is broken that could stand whole at it. A link alone may be far smaller.
WHOLE_PT, SMALLEST_PT = 9, 5


class _Widths(dict[str, float]):
    """The width of each sign."""

    def __missing__(self, sign: str) -> float:
        if east_asian_width(sign) in "WF":
            return 1.02
        return 0.78 if sign.isupper() else 0.56


WIDTH_EM = _Widths({sign: em for em, signs in WIDE_AT_MOST_EM.items() for sign in signs})


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in inches from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; its bold pieces, or all of it, may have a colour, and it may lead somewhere."""

    pieces: Sequence[Piece]
    color: str = ""
    bullet: bool = False
    address: str = ""
    at_right: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table, a chart or a picture goes, and its text for people who cannot see it."""

    slide: Slide
    box: Box
    alt: str


Cells = Sequence[Sequence[Text]]
# Of each paragraph the widths of its words, as parts of their size, and its inset in inches.
Measured = Sequence[tuple[Sequence[float], float]]


def fitting_pt(texts: Sequence[Text], box: Box, *, most_pt: int) -> int:
    """The largest size, up to ``most_pt``, at which the texts end within the box."""
    measured = _measured(texts)

    def fits(size_pt: int) -> bool:
        high = _height(measured, box.width, size_pt) + 2 * EDGE
        return high <= box.height and not _breaks(measured, box.width, size_pt)

    return _largest(most_pt, fits)


def table_pt(rows: Sequence[Cells], widths: Sequence[float], height: float, *, most_pt: int) -> int:
    """The largest size, up to ``most_pt``, at which the table ends within the height."""
    measured = _measured_rows(rows)

    def fits(size_pt: int) -> bool:
        if sum(_row_heights(measured, widths, size_pt)) > height:
            return False
        cells = (cell for row in measured for cell in zip(row, widths, strict=True))
        return not any(_breaks(cell, width, size_pt) for cell, width in cells)

    return _largest(most_pt, fits)


def row_heights(rows: Sequence[Cells], widths: Sequence[float], size_pt: int) -> list[float]:
    """How high each row of a table is, in inches, as its highest cell; the first one is bold."""
    return _row_heights(_measured_rows(rows), widths, size_pt)


def on_one_line_pt(names: Iterable[str], width: float, *, most_pt: int) -> int:
    """The largest size at which each of the names stands on one line of this width in inches."""
    longest_em = max(sum(map(WIDTH_EM.__getitem__, name)) for name in names)
    return _largest(most_pt, lambda size_pt: longest_em * size_pt <= POINTS_AN_INCH * width)


def alike_parts(heights: Sequence[float], room: float) -> list[int]:
    """How many of these stand on each page: on as few as have the room, each about as full."""
    fewest = len(_filled(heights, room))
    reached = accumulate(heights, initial=0.0)
    less = sorted({end - start for start, end in combinations(reached, 2)} | {room})
    found = (_filled(heights, each) for each in less[: less.index(room) + 1])
    return next(parts for parts in found if len(parts) <= fewest)


def _filled(heights: Iterable[float], room: float) -> list[int]:
    """How many of these stand on each page, which is filled up before the next one begins."""
    parts, high = list[int](), 0.0
    for each in heights:
        high += each
        if not parts or high > room:
            parts.append(0)
            high = each
        parts[-1] += 1
    return parts


def _largest(most_pt: int, fits: Callable[[int], bool]) -> int:
    return next(filter(fits, range(most_pt, SMALLEST_PT, -1)), SMALLEST_PT)


def _row_heights(
    rows: Sequence[Sequence[Measured]], widths: Sequence[float], size_pt: int
) -> list[float]:
    return [
        max(_height(cell, width, size_pt) for cell, width in zip(row, widths, strict=True))
        + 2 * CELL_EDGE
        for row in rows
    ]


def _height(measured: Measured, width: float, size_pt: int) -> float:
    lines = (_lines(words, _room_pt(width, inset) / size_pt) for words, inset in measured)
    return sum(line * LINE_EM + AFTER_EM for line in lines) * size_pt / POINTS_AN_INCH


def _breaks(measured: Measured, width: float, size_pt: int) -> bool:
    """Whether a word is broken that could stand whole at a size which can be read."""
    return any(
        WHOLE_PT * word_em <= _room_pt(width, inset) < size_pt * word_em
        for words, inset in measured
        for word_em in words
    )


def _room_pt(width: float, inset: float) -> float:
    return POINTS_AN_INCH * (width - 2 * SIDE - inset)


def _lines(words: Sequence[float], room_em: float) -> int:
    """How many lines words take; one that is wider than a line is broken."""
    lines, used_em = 1, 0.0
    for word_em in words:
        if used_em and used_em + WIDTH_EM[" "] + word_em > room_em:
            lines, used_em = lines + 1, 0.0
        used_em += word_em + (WIDTH_EM[" "] if used_em else 0)
        further = max(ceil(used_em / room_em) - 1, 0)
        lines, used_em = lines + further, used_em - further * room_em
    return lines


def _measured_rows(rows: Sequence[Cells]) -> list[list[Measured]]:
    return [[_measured(cell, bold=not place) for cell in row] for place, row in enumerate(rows)]


def _measured(texts: Iterable[Text], *, bold: bool = False) -> Measured:
    return [(_words_em(text, bold=bold), BULLET if text.bullet else 0) for text in texts]


def _words_em(text: Text, *, bold: bool) -> list[float]:
    """The width of each word; a word may go on from one piece to the next."""
    words = [0.0]
    for piece in text.pieces:
        wider = BOLD if bold or piece.bold else 1
        first, *others = (
            sum(map(WIDTH_EM.__getitem__, part)) * wider for part in piece.text.split(" ")
        )
        words[-1] += first
        words += others
    return words
