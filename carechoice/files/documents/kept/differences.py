"""In what kept scenarios differ, and what follows, as slides with a column for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING

from carechoice.files.documents.slide.cells import FIRST_COLUMN, Cells, assumed_in, cells, texts
from carechoice.files.kept import side_by_side
from carechoice.files.kept.words import Kept
from carechoice.language.pieces import Piece, without_marks
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck

Row = Sequence[str]

SIZE_PT = 14
# The room for a table, in inches, and what a line of text in it and the edges of a row take.
LEFT, TOP, WIDTH, MOST_HEIGHT = 0.7, 1.3, 11.9, 5.4
LINE, EDGES = 0.24, 0.07
# A sign is seldom wider than this part of its size. A cell keeps this much free at its sides.
SIGN_EM, INSET = 0.55, 0.2
POINTS_AN_INCH = 72


def difference_slides(deck: Deck, rows: Sequence[Kept]) -> None:
    """The inputs that differ, then cost, hours and last day; a long table goes on overleaf."""
    differing = list(side_by_side.inputs(rows))
    _table(deck, rows, say("deck.kept.inputs"), differing, without=say("deck.kept.same"))
    _table(deck, rows, say("deck.kept.results"), list(side_by_side.results(rows)))


def _table(
    deck: Deck, rows: Sequence[Kept], title: str, lines: Sequence[Row], *, without: str = ""
) -> None:
    from carechoice.files.documents.deck import Box

    notes = assumed_in([row.comparison for row in rows])
    if not lines:
        deck.text(
            deck.slide(title, notes), texts([without]), Box(0.6, 1.3, 12.1, 1), size_pt=SIZE_PT
        )
    for number, part in enumerate(_parts(rows, lines), start=1):
        named = title if number == 1 else say("deck.more", title=title, n=number)
        _add(deck, named, notes, rows, part)


def _add(
    deck: Deck, title: str, notes: Sequence[str], rows: Sequence[Kept], part: list[Row]
) -> None:
    from carechoice.files.documents.deck import Box, Place

    # Every row begins with the height of one line and grows with its own text.
    height = (LINE + EDGES) * (len(part) + 1)
    deck.table(
        Place(
            deck.slide(title, notes),
            Box(LEFT, TOP, WIDTH, height),
            say("export.table.alt", title=title),
        ),
        [_names(rows), *map(cells, part)],
        shares=[FIRST_COLUMN, *[1.0] * len(rows)],
        size_pt=SIZE_PT,
    )


def _parts(rows: Sequence[Kept], lines: Sequence[Row]) -> Iterator[list[Row]]:
    """The lines of the table in parts, each of which has room on a slide below the names."""
    room = MOST_HEIGHT - _height(_header(rows))
    part: list[Row] = []
    for line in lines:
        if part and sum(map(_height, [*part, line])) > room:
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _height(row: Row) -> float:
    """How high a row is at most, in inches, by the lines that its longest cell takes."""
    shares = [FIRST_COLUMN, *[1.0] * (len(row) - 1)]
    widths = [WIDTH * share / sum(shares) - INSET for share in shares]
    signs = [POINTS_AN_INCH * width / (SIGN_EM * SIZE_PT) for width in widths]
    lines = [ceil(len(without_marks(cell)) / room) for cell, room in zip(row, signs, strict=True)]
    return LINE * max(lines) + EDGES


def _header(rows: Sequence[Kept]) -> Row:
    return [say("pins.what"), *(row.name for row in rows)]


def _names(rows: Sequence[Kept]) -> Cells:
    """What stands above each column; a name stands there as it was typed."""
    from carechoice.files.documents.deck import Text

    return [[Text([Piece(name, True)])] for name in _header(rows)]
