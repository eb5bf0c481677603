"""The first slide of kept scenarios: what the file is, who made it, and their names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from carechoice.files.documents.fitting import Box, Text
from carechoice.files.documents.slide.cells import assumed_in, texts
from carechoice.files.kept.words import KeptComparison
from carechoice.language import everywhere
from carechoice.language.everywhere import made_on
from carechoice.language.pieces import Piece
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck


def kept_front_slide(deck: Deck, rows: Sequence[KeptComparison], today: date) -> None:
    """Title, who made it and when, and the name of each scenario."""
    told = [
        *(Text([Piece(shown_by, True)]) for shown_by in everywhere.shown_by()),
        *texts([say("answer.estimate"), made_on(today)]),
    ]
    comparisons = [row.comparison for row in rows]
    slide = deck.front(say("title"), told, assumed_in(comparisons))
    names = [Text([Piece(row.name, False)], bullet=True) for row in rows]
    heading = Text([Piece(say("deck.kept.names"), True)])
    deck.text(slide, [heading, *names], Box(0.6, 4.45, 8.4, 2.3), most_pt=18)
