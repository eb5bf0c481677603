"""The cost as a slide: the bars, the amounts beside them, and how they come about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.files.documents.fitting import Box
from carechoice.files.documents.slide.cells import add_table, assumed, cells, header_row, texts
from carechoice.files.documents.slide.cost_bars import add_bars
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.sources import method

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck


def cost_slide(deck: Deck, comparison: Comparison) -> None:
    """What patient and plan pay as bars and as a table."""
    slide = deck.slide(
        say("cost.title"),
        [*assumed(comparison), *map(without_marks, method.steps(comparison))],
    )
    add_bars(slide, comparison)
    table = cost_chart(comparison).table
    rows = [header_row(comparison, table.header()[0], short_name), *map(cells, table.shown())]
    add_table(deck, slide, rows, Box(6.8, 1.45, 5.8, 3.8), say("cost.title"))
    told = texts([captions.cost_caption(comparison)])
    deck.text(slide, told, Box(0.6, 5.35, 12.1, 1.5), most_pt=14)
