"""The first slide: what the file is, who made it, and the link."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.files.documents.slide.cells import assumed, texts
from carechoice.files.documents.written_link import link_of
from carechoice.files.scenario.qr import qr_on_slide
from carechoice.language import everywhere
from carechoice.language.everywhere import made_on
from carechoice.language.pieces import Piece
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck


# The room of the link on the first slide, in inches, and the sizes it may have there. A sign of a
# link is seldom wider than this part of its size, in the template's font and in those near it.
LINK_ROOM = (7.9, 1.9)
LINK_PT = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0)
SIGN_EM, LINE_EM = 0.6, 1.2
POINTS_AN_INCH = 72
# What a text box keeps free at its sides, and above and below its text.
INSETS_PT = (14.4, 7.2)


def front_slide(deck: Deck, comparison: Comparison, link: str, today: date) -> None:
    """Title, who made it and when, and the link as text and as a QR code."""
    from carechoice.files.documents.deck import Box, Place, Text

    written = link_of(link)
    address = written.text if written.opens else ""
    told = [
        *(Text([Piece(shown_by, True)]) for shown_by in everywhere.shown_by()),
        *texts([say("answer.estimate"), made_on(today)]),
    ]
    slide = deck.front(say("title"), told, assumed(comparison))
    heading = [Text([Piece(say("export.link"), True)])]
    deck.text(slide, heading, Box(0.6, 4.45, 7.9, 0.5), size_pt=18)
    shown = [Text([Piece(written.text, False)], address=address)]
    deck.text(slide, shown, Box(0.6, 4.9, *LINK_ROOM), size_pt=link_pt(written.text))
    if written.is_whole:
        place = Place(slide, Box(9.2, 2.5, 3.5, 3.5), say("export.qr.alt"))
        deck.picture(place, qr_on_slide(written.text))


def link_pt(link: str) -> float:
    """The largest size in points at which the link stays above the crisis line."""
    width_pt, height_pt = (
        POINTS_AN_INCH * inches - inset_pt
        for inches, inset_pt in zip(LINK_ROOM, INSETS_PT, strict=True)
    )
    for size_pt in LINK_PT:
        signs_a_line = int(width_pt / (SIGN_EM * size_pt))
        lines = ceil(len(link) / signs_a_line) or 1
        if lines * LINE_EM * size_pt <= height_pt:
            return size_pt
    return LINK_PT[-1]
