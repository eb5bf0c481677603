"""The slides: one comparison as a PowerPoint file with charts and tables that can be edited."""

from __future__ import annotations

from datetime import date

from carechoice.comparison.compare import Comparison
from carechoice.files.documents.slide.answer import answer_slide
from carechoice.files.documents.slide.bad_case import bad_case_slide
from carechoice.files.documents.slide.blank import blank_deck
from carechoice.files.documents.slide.cost import cost_slide
from carechoice.files.documents.slide.front import front_slide
from carechoice.files.documents.slide.level import level_slide
from carechoice.files.documents.slide.sources import sources_slide
from carechoice.files.documents.slide.time import time_slide
from carechoice.files.documents.slide.unknown import unknown_slide


def slides(comparison: Comparison, *, link: str, today: date) -> bytes:
    """The comparison as a PPTX file of seven slides, and one more where any is owed.

    Each has the crisis line.
    """
    deck = blank_deck()
    front_slide(deck, comparison, link, today)
    answer_slide(deck, comparison)
    time_slide(deck, comparison)
    cost_slide(deck, comparison)
    bad_case_slide(deck, comparison)
    level_slide(deck, comparison)
    unknown_slide(deck, comparison)
    sources_slide(deck, comparison, today)
    return deck.to_bytes()
