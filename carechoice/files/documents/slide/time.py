"""The hours as a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison import fit
from carechoice.comparison.compare import Comparison
from carechoice.comparison.stretches import is_of_years
from carechoice.files.documents.fitting import Box, Place
from carechoice.files.documents.slide.cells import assumed, texts
from carechoice.files.documents.slide.week_columns import add_weeks
from carechoice.language.sentences import say
from carechoice.topics.dashboard import captions

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck


def time_slide(deck: Deck, comparison: Comparison) -> None:
    """Hours of care week by week, and whether they fit the person's week."""
    slide = deck.slide(say("time.title"), assumed(comparison))
    box = Box(0.6, 1.25, 8.3, 5.55)
    add_weeks(Place(slide, box, captions.time_alt(comparison)), comparison)
    drawn: captions.Drawn = "lines" if is_of_years(comparison) else "columns"
    caption = captions.time_caption(comparison, drawn=drawn)
    told = texts(filter(None, [caption, fit.told(comparison)]))
    deck.text(slide, told, Box(9.1, 1.5, 3.6, 5.3), most_pt=18)
