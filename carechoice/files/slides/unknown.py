"""What is not known as a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.files.slides.cells import add_table, assumed, cells, header_row, texts
from carechoice.files.slides.fitting import Box
from carechoice.language.sentences import say
from carechoice.topics.unknown.charts import unknown_chart
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swing_chart import swing_chart
from carechoice.topics.unknown.swings import swings
from carechoice.topics.unknown.words import unknown_caption

if TYPE_CHECKING:
    from carechoice.files.slides.deck import Deck


MOST_SWINGS = 3


def unknown_slide(deck: Deck, comparison: Comparison) -> None:
    """How far the costs may differ, and the inputs that move them most."""
    found = spreads(comparison)
    caption = unknown_caption(comparison, found)
    slide = deck.slide(say("unknown.title"), [*assumed(comparison), caption])
    likely = unknown_chart(comparison, found)
    if not likely.has_content:
        deck.text(slide, texts([caption]), Box(0.6, 1.3, 12.1, 1), most_pt=18)
        return
    rows = [header_row(comparison, likely.table.header()[0]), *map(cells, likely.table.shown())]
    add_table(deck, slide, rows, Box(0.7, 1.25, 11.9, 2.8), likely.title)
    moved = swing_chart(swings(comparison.scenario), comparison.scenario)
    lines = moved.table.shown()[:MOST_SWINGS]
    if not lines:
        deck.text(slide, texts([moved.caption]), Box(0.6, 4.3, 12.1, 1), most_pt=18)
        return
    deck.text(slide, texts([f"**{moved.title}**"]), Box(0.6, 4.15, 12.1, 0.6), most_pt=20)
    rows = [cells(moved.table.header()), *map(cells, lines)]
    add_table(deck, slide, rows, Box(0.7, 4.8, 11.9, 2.0), moved.title)
