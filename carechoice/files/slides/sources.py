"""The sources as a slide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.files import content
from carechoice.files.slides.cells import assumed_in, texts
from carechoice.files.slides.fitting import Box, Text, alike_parts
from carechoice.language import everywhere
from carechoice.language.everywhere import made_on
from carechoice.language.pieces import Piece, pieces
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from pptx.slide import Slide

    from carechoice.files.slides.deck import Deck


# As many as a slide has room for, in two columns.
MOST = 18


def sources_slides(deck: Deck, comparisons: Sequence[Comparison], today: date) -> None:
    """The sources of all comparisons, each once, and who shows all this."""
    sources = content.in_full(key for each in comparisons for key in content.sources(each))
    left, title = iter(sources), say("sources.list")
    for number, on_it in enumerate(alike_parts([1] * len(sources), MOST), start=1):
        named = title if number == 1 else say("deck.more", title=title, n=number)
        slide = deck.slide(named, assumed_in(comparisons))
        _in_two_columns(deck, slide, list(islice(left, on_it)))
        _who_and_when(deck, slide, today)


def _in_two_columns(deck: Deck, slide: Slide, sources: Sequence[str]) -> None:
    half = (len(sources) + 1) // 2
    for left, part in ((0.6, sources[:half]), (6.8, sources[half:])):
        deck.text(slide, texts(part, bullet=True), Box(left, 1.25, 5.9, 5.0), most_pt=12)


def _who_and_when(deck: Deck, slide: Slide, today: date) -> None:
    end = pieces(" ".join([say("footer.interest"), made_on(today)]))
    shown_by = [Piece(f"{sentence} ", False) for sentence in everywhere.shown_by()]
    deck.text(slide, [Text([*shown_by, *end])], Box(0.6, 6.3, 12.1, 0.57), most_pt=12)
