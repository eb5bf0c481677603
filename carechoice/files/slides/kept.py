"""Kept scenarios as one deck: their differences and results, the slides of each, their links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from carechoice.files.kept.words import KeptComparison, compared
from carechoice.files.scenario.qr import qr_on_slide
from carechoice.files.slides.cells import assumed_in, blank_deck
from carechoice.files.slides.differences import difference_slides
from carechoice.files.slides.fitting import Box, Place, Text
from carechoice.files.slides.front import kept_front_slide
from carechoice.files.slides.slides import scenario_slides
from carechoice.files.slides.sources import sources_slides
from carechoice.files.written_link import link_of
from carechoice.inputs.handed_on.kept import KeptScenarios
from carechoice.inputs.handed_on.link import freeze
from carechoice.language.pieces import Piece
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.slides.deck import Deck


# Of a code with its name above it, in inches.
SIDE, GAP, NAME_HEIGHT = 2.75, 0.35, 0.8


def slides_of(kept: KeptScenarios, *, page_address: str, today: date) -> bytes:
    """A PPTX file of two to four kept scenarios, with links to the server that has a page there.

    The slides of a scenario have its name above their titles.
    """
    rows = compared(kept)
    links = {each.name: freeze(each.scenario, today).to_short_link(page_address) for each in kept}
    deck = blank_deck()
    kept_front_slide(deck, rows, today)
    difference_slides(deck, rows)
    for row in rows:
        with deck.about(row.name):
            scenario_slides(deck, row.comparison)
    _links_slide(deck, rows, links)
    sources_slides(deck, [row.comparison for row in rows], today)
    return deck.to_bytes()


def _links_slide(deck: Deck, rows: Sequence[KeptComparison], links: Mapping[str, str]) -> None:
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
