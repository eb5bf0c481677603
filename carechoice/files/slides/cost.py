"""The cost as a slide: the bars, the amounts beside them, and how they come about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from carechoice.comparison.compare import Comparison
from carechoice.comparison.cost_parts import parts_there
from carechoice.drawing.cost_bars import part_name
from carechoice.drawing.style import COLOR
from carechoice.files.drawing import total_price_ticks
from carechoice.files.slides.cells import add_table, assumed, cells, header_row, texts
from carechoice.files.slides.fitting import Box, Place
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.sources import method

if TYPE_CHECKING:
    from pptx.slide import Slide

    from carechoice.files.slides.charts import Filling
    from carechoice.files.slides.deck import Deck


# Excel's way to write whole dollars.
DOLLARS = '"$"#,##0'
# How each part of a bar is filled.
FILLINGS: Mapping[str, Filling] = {
    "you": "solid",
    "may": "pale",
    "plan": "hatched",
    "rest": "hatched",
}


def cost_slide(deck: Deck, comparison: Comparison) -> None:
    """What patient and plan pay as bars and as a table."""
    slide = deck.slide(
        say("cost.title"),
        [*assumed(comparison), *map(without_marks, method.steps(comparison))],
    )
    _add_bars(slide, comparison)
    table = cost_chart(comparison).table
    rows = [header_row(comparison, table.header()[0], short_name), *map(cells, table.shown())]
    add_table(deck, slide, rows, Box(6.8, 1.45, 5.8, 3.8), say("cost.title"))
    paragraphs = texts([captions.cost_caption(comparison)])
    deck.text(slide, paragraphs, Box(0.6, 5.35, 12.1, 1.5), most_pt=14)


def _add_bars(slide: Slide, comparison: Comparison) -> None:
    """What patient and plan pay, one bar an option, with the range of what the patient pays."""
    from carechoice.files.slides import charts

    options = comparison.options.values()
    colors = [COLOR[pathway] for pathway in comparison.options]
    charts.bars(
        Place(slide, Box(0.6, 1.25, 6.0, 4.0), captions.cost_alt(comparison)),
        [short_name(option.words_key) for option in options],
        [
            charts.Series(part_name(part), usd, colors, FILLINGS[part])
            for part, usd in parts_there(comparison)
        ],
        number_format=DOLLARS,
        ticks=total_price_ticks(options),
    )
