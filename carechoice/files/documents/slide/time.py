"""The hours as a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison import fit
from carechoice.comparison.compare import Comparison
from carechoice.drawing.style import COLOR
from carechoice.files.documents.drawing import ticks
from carechoice.files.documents.fitting import Box, Place
from carechoice.files.documents.slide.cells import assumed, texts
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard import captions

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck


def time_slide(deck: Deck, comparison: Comparison) -> None:
    """Hours of care week by week as bars, and whether they fit the person's week."""
    from carechoice.files.documents import native

    slide = deck.slide(say("time.title"), assumed(comparison))
    options = comparison.options.values()
    weeks = max(len(option.hours_by_week) for option in options)
    series = [
        native.Series(
            short_name(option.told_as),
            [*option.hours_by_week, *[None] * (weeks - len(option.hours_by_week))],
            [COLOR[option.pathway]],
        )
        for option in options
    ]
    native.columns(
        Place(slide, Box(0.6, 1.25, 8.3, 5.55), captions.time_alt(comparison)),
        [f"{week}" for week in range(1, weeks + 1)],
        series,
        native.Axes(
            titles=(say("time.column.week"), say("time.axis")),
            ticks=ticks(max(max(option.hours_by_week) for option in options), about=5),
        ),
    )
    caption = captions.time_caption(comparison, as_columns=True)
    told = texts(filter(None, [caption, fit.told(comparison)]))
    deck.text(slide, told, Box(9.1, 1.5, 3.6, 5.3), most_pt=18)
