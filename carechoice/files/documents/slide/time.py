"""The hours as a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import COLOR
from carechoice.files.documents.drawing import ticks
from carechoice.files.documents.slide.cells import assumed, texts
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard import captions

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck


def time_slide(deck: Deck, comparison: Comparison) -> None:
    """Hours of care week by week as bars."""
    from carechoice.files.documents import native
    from carechoice.files.documents.deck import Box, Place

    slide = deck.slide(say("time.title"), assumed(comparison))
    options = comparison.options.values()
    weeks = max(option.weeks for option in options)
    series = [
        native.Series(
            short_name(option.pathway),
            [*option.hours_by_week, *[None] * (weeks - option.weeks)],
            [COLOR[option.pathway]],
        )
        for option in options
    ]
    native.columns(
        Place(slide, Box(0.6, 1.25, 8.3, 5.55), captions.time_alt(comparison)),
        [f"{week}" for week in range(1, weeks + 1)],
        series,
        titles=(say("time.column.week"), say("time.axis")),
        ticks=ticks(max(max(option.hours_by_week) for option in options), 5),
    )
    deck.text(slide, texts([captions.time_caption(comparison)]), Box(9.1, 1.5, 3.6, 5), size_pt=18)
