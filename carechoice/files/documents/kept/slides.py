"""Kept scenarios as one deck: in what they differ, what follows, and the slides of each."""

from __future__ import annotations

from datetime import date

from carechoice.files.documents.kept.differences import difference_slides
from carechoice.files.documents.kept.front import kept_front_slide
from carechoice.files.documents.kept.links import links_slide
from carechoice.files.documents.slide.blank import blank_deck
from carechoice.files.documents.slide.scenario import scenario_slides
from carechoice.files.documents.slide.sources import sources_slides
from carechoice.files.kept.words import compared
from carechoice.inputs.kept import KeptScenarios
from carechoice.inputs.link import freeze


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
    links_slide(deck, rows, links)
    sources_slides(deck, [row.comparison for row in rows], today)
    return deck.to_bytes()
