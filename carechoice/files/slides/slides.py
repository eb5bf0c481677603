"""The slides: one comparison as a PowerPoint file with charts and tables that can be edited."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.files.slides.answer import answer_slide
from carechoice.files.slides.bad_case import bad_case_slide
from carechoice.files.slides.cells import blank_deck
from carechoice.files.slides.cost import cost_slide
from carechoice.files.slides.front import front_slide
from carechoice.files.slides.level import level_slide
from carechoice.files.slides.sources import sources_slides
from carechoice.files.slides.time import time_slide
from carechoice.files.slides.unknown import unknown_slide

if TYPE_CHECKING:
    from carechoice.files.slides.deck import Deck


def slides(comparison: Comparison, *, link: str, today: date) -> bytes:
    """The comparison as a PPTX file of seven slides, and one more where any is owed.

    Each has the crisis line.
    """
    deck = blank_deck()
    front_slide(deck, comparison, link, today)
    scenario_slides(deck, comparison)
    sources_slides(deck, [comparison], today)
    return deck.to_bytes()


def scenario_slides(deck: Deck, comparison: Comparison) -> None:
    """The answer, time, cost, months where any is owed, level, and how sure it is."""
    answer_slide(deck, comparison)
    time_slide(deck, comparison)
    cost_slide(deck, comparison)
    bad_case_slide(deck, comparison)
    level_slide(deck, comparison)
    unknown_slide(deck, comparison)
