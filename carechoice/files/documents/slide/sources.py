"""The sources as a slide."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.files.documents import content
from carechoice.files.documents.slide.cells import assumed, texts
from carechoice.language import everywhere
from carechoice.language.everywhere import made_on
from carechoice.language.pieces import Piece, pieces
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck


def sources_slide(deck: Deck, comparison: Comparison, today: date) -> None:
    """The sources in two columns, and who shows all this."""
    from carechoice.files.documents.deck import Box, Text

    slide = deck.slide(say("sources.list"), assumed(comparison))
    told = content.in_full(content.sources(comparison))
    half = (len(told) + 1) // 2
    for left, part in ((0.6, told[:half]), (6.8, told[half:])):
        deck.text(slide, texts(part, bullet=True), Box(left, 1.25, 5.9, 4.6), size_pt=12)
    end = pieces(" ".join([say("footer.interest"), made_on(today)]))
    shown_by = [Piece(f"{sentence} ", False) for sentence in everywhere.shown_by()]
    deck.text(slide, [Text([*shown_by, *end])], Box(0.6, 6.35, 12.1, 0.5), size_pt=12)
