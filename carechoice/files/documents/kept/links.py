"""The links of kept scenarios as a slide: a code for each, below its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from carechoice.files.documents.fitting import Box, Place, Text
from carechoice.files.documents.slide.cells import assumed_in
from carechoice.files.documents.written_link import link_of
from carechoice.files.kept.words import KeptComparison
from carechoice.files.scenario.qr import qr_on_slide
from carechoice.language.pieces import Piece
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck

# Of a code with its name above it, in inches.
SIDE, GAP, NAME_HEIGHT = 2.75, 0.35, 0.8


def links_slide(deck: Deck, rows: Sequence[KeptComparison], links: Mapping[str, str]) -> None:
    """The name of each scenario, which leads to it, above the code of its link."""
    slide = deck.slide(say("deck.kept.links"), assumed_in([row.comparison for row in rows]))
    for number, row in enumerate(rows):
        link = link_of(links[row.name])
        left = 0.6 + number * (SIDE + GAP)
        name = Text([Piece(row.name, True)], address=link.text if link.opens else "")
        deck.text(slide, [name], Box(left, 1.6, SIDE, NAME_HEIGHT), most_pt=16)
        if link.is_whole:
            box = Box(left, 1.6 + NAME_HEIGHT, SIDE, SIDE)
            alt = say("deck.kept.qr.alt", name=row.name)
            deck.picture(Place(slide, box, alt), qr_on_slide(link.text))
