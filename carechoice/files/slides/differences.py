"""In what kept scenarios differ, and what follows, as slides with a column for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from carechoice.files.kept import side_by_side
from carechoice.files.kept.words import KeptComparison
from carechoice.files.slides.cells import TABLE_PT, add_table, assumed_in, cells, shares_of, texts
from carechoice.files.slides.fitting import Box, Cells, Text, alike_parts, row_heights
from carechoice.language.pieces import Piece
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.slides.deck import Deck

Row = Sequence[str]

ROOM = Box(0.7, 1.3, 11.9, 5.4)


def difference_slides(deck: Deck, rows: Sequence[KeptComparison]) -> None:
    """The inputs that differ, then cost, hours and last day; a long table goes on overleaf."""
    differing = list(side_by_side.inputs(rows))
    _table(deck, rows, say("deck.kept.inputs"), differing, without=say("deck.kept.same"))
    _table(deck, rows, say("deck.kept.results"), list(side_by_side.results(rows)))


def _table(
    deck: Deck,
    rows: Sequence[KeptComparison],
    title: str,
    lines: Sequence[Row],
    *,
    without: str = "",
) -> None:
    notes = assumed_in([row.comparison for row in rows])
    if not lines:
        deck.text(deck.slide(title, notes), texts([without]), ROOM, most_pt=TABLE_PT)
    names = _names(rows)
    for number, part in enumerate(_parts(names, [cells(line) for line in lines]), start=1):
        named = title if number == 1 else say("deck.more", title=title, n=number)
        add_table(deck, deck.slide(named, notes), [names, *part], ROOM, named)


def _parts(names: Cells, lines: Sequence[Cells]) -> Iterator[list[Cells]]:
    """The lines of the table in parts, each of which has room on a slide below the names."""
    shares = shares_of(names)
    widths = [ROOM.width * share / sum(shares) for share in shares]
    names_high, *heights = row_heights([names, *lines], widths, TABLE_PT)
    left = iter(lines)
    for number in alike_parts(heights, ROOM.height - names_high):
        yield list(islice(left, number))


def _names(rows: Sequence[KeptComparison]) -> Cells:
    """What stands above each column; a name stands there as it was typed."""
    return [[Text([Piece(name, True)])] for name in (say("pins.what"), *(row.name for row in rows))]
