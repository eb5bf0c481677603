"""The first slide: what the file is, who made it, and the link or the names of what is compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.files.kept.words import KeptComparison
from carechoice.files.scenario.qr import qr_on_slide
from carechoice.files.slides.cells import assumed, assumed_in, texts
from carechoice.files.slides.fitting import Box, Place, Text
from carechoice.files.written_link import link_of
from carechoice.language import everywhere
from carechoice.language.pieces import Piece
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.slides.deck import Deck


def front_slide(deck: Deck, comparison: Comparison, link: str, today: date) -> None:
    """Title, who made it and when, and the link as text and as a QR code."""
    written = link_of(link)
    address = written.text if written.opens else ""
    slide = deck.front(say("title"), _made_by(today), assumed(comparison))
    heading = [Text([Piece(say("export.link"), True)])]
    deck.text(slide, heading, Box(0.6, 4.45, 7.9, 0.5), most_pt=18)
    shown = [Text([Piece(written.text, False)], address=address)]
    deck.text(slide, shown, Box(0.6, 4.95, 7.9, 1.9), most_pt=10)
    if written.is_whole:
        place = Place(slide, Box(9.2, 2.5, 3.5, 3.5), say("export.qr.alt"))
        deck.picture(place, qr_on_slide(written.text))


def kept_front_slide(deck: Deck, rows: Sequence[KeptComparison], today: date) -> None:
    """Title, who made it and when, and the name of each scenario."""
    comparisons = [row.comparison for row in rows]
    slide = deck.front(say("title"), _made_by(today), assumed_in(comparisons))
    names = [Text([Piece(row.name, False)], bullet=True) for row in rows]
    heading = Text([Piece(say("deck.kept.names"), True)])
    deck.text(slide, [heading, *names], Box(0.6, 4.45, 8.4, 2.3), most_pt=18)


def _made_by(today: date) -> list[Text]:
    """Who shows it, that it is an estimate, and the day."""
    shown_by = [Text([Piece(sentence, True)]) for sentence in everywhere.shown_by()]
    return [*shown_by, *texts([say("answer.estimate"), everywhere.made_on(today)])]
