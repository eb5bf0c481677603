"""The slides: one comparison as a PowerPoint file with charts and tables that can be edited."""

from __future__ import annotations

from datetime import date

from carechoice.comparison.compare import Comparison
from carechoice.files.documents import content
from carechoice.files.documents.slide.answer import answer_slide
from carechoice.files.documents.slide.blank import blank_deck
from carechoice.files.documents.slide.cost import cost_slide
from carechoice.files.documents.slide.front import front_slide
from carechoice.files.documents.slide.level import level_slide
from carechoice.files.documents.slide.sources import sources_slide
from carechoice.files.documents.slide.time import time_slide
from carechoice.files.documents.slide.unknown import unknown_slide


def slides(comparison: Comparison, *, link: str, today: date) -> bytes:
    """The comparison as a PPTX file of seven slides, each with the crisis line."""
    deck = blank_deck()
    front_slide(deck, comparison, content.link_of(link), today)
    answer_slide(deck, comparison)
    time_slide(deck, comparison)
    cost_slide(deck, comparison)
    level_slide(deck, comparison)
    unknown_slide(deck, comparison)
    sources_slide(deck, comparison, today)
    return deck.to_bytes()
