"""The slides: one comparison as a PowerPoint file with charts and tables that can be edited."""

from __future__ import annotations

from datetime import date

from carechoice.comparison.compare import Comparison
from carechoice.files.documents.slide.blank import blank_deck
from carechoice.files.documents.slide.front import front_slide
from carechoice.files.documents.slide.scenario import scenario_slides
from carechoice.files.documents.slide.sources import sources_slides


def slides(comparison: Comparison, *, link: str, today: date) -> bytes:
    """The comparison as a PPTX file of seven slides, and one more where any is owed.

    Each has the crisis line.
    """
    deck = blank_deck()
    front_slide(deck, comparison, link, today)
    scenario_slides(deck, comparison)
    sources_slides(deck, [comparison], today)
    return deck.to_bytes()
