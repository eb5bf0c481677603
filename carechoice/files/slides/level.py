"""The levels of care as a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.files.drawing import level_drawing
from carechoice.files.slides.cells import add_table, assumed, cells, texts
from carechoice.files.slides.fitting import Box, Text
from carechoice.language.sentences import say
from carechoice.topics.dashboard.level import level_alt, level_chart

if TYPE_CHECKING:
    from carechoice.files.slides.deck import Deck


def level_slide(deck: Deck, comparison: Comparison) -> None:
    """The levels of care as a table with the options in their places."""
    slide = deck.slide(say("level.title"), [*assumed(comparison), level_alt(comparison)])
    table = level_chart(comparison).table
    rungs = level_drawing(comparison)["rungs"]
    rows = [
        [*cells(row[:2]), [Text(mark["label"], mark["color"]) for mark in rung["marks"]]]
        for row, rung in zip(table.shown(), rungs, strict=True)
    ]
    header = cells(table.header())
    add_table(deck, slide, [header, *rows], Box(0.7, 1.3, 11.9, 3.5), say("level.title"))
    deck.text(slide, texts([level_caption(comparison)]), Box(0.6, 4.95, 12.1, 1.8), most_pt=16)
