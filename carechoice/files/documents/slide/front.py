"""The first slide: what the file is, who made it, and the link."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.files.documents.fitting import Box, Place, Text
from carechoice.files.documents.slide.cells import assumed, texts
from carechoice.files.documents.written_link import link_of
from carechoice.files.scenario.qr import qr_on_slide
from carechoice.language import everywhere
from carechoice.language.everywhere import made_on
from carechoice.language.pieces import Piece
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck


def front_slide(deck: Deck, comparison: Comparison, link: str, today: date) -> None:
    """Title, who made it and when, and the link as text and as a QR code."""
    written = link_of(link)
    address = written.text if written.opens else ""
    told = [
        *(Text([Piece(shown_by, True)]) for shown_by in everywhere.shown_by()),
        *texts([say("answer.estimate"), made_on(today)]),
    ]
    slide = deck.front(say("title"), told, assumed(comparison))
    heading = [Text([Piece(say("export.link"), True)])]
    deck.text(slide, heading, Box(0.6, 4.45, 7.9, 0.5), most_pt=18)
    shown = [Text([Piece(written.text, False)], address=address)]
    deck.text(slide, shown, Box(0.6, 4.95, 7.9, 1.9), most_pt=10)
    if written.is_whole:
        place = Place(slide, Box(9.2, 2.5, 3.5, 3.5), say("export.qr.alt"))
        deck.picture(place, qr_on_slide(written.text))
