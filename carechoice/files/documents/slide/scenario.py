"""What one comparison says, as slides: one a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.files.documents.slide.answer import answer_slide
from carechoice.files.documents.slide.bad_case import bad_case_slide
from carechoice.files.documents.slide.cost import cost_slide
from carechoice.files.documents.slide.level import level_slide
from carechoice.files.documents.slide.time import time_slide
from carechoice.files.documents.slide.unknown import unknown_slide

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck


def scenario_slides(deck: Deck, comparison: Comparison) -> None:
    """The answer, time, cost, months where any is owed, level, and how sure it is."""
    answer_slide(deck, comparison)
    time_slide(deck, comparison)
    cost_slide(deck, comparison)
    bad_case_slide(deck, comparison)
    level_slide(deck, comparison)
    unknown_slide(deck, comparison)
