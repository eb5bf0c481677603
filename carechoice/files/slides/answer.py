"""The answer as a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.drawing.style import COLOR
from carechoice.files import content
from carechoice.files.slides.cells import add_table, assumed, cells, header_row, texts
from carechoice.files.slides.fitting import Box
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.slides.deck import Deck


def answer_slide(deck: Deck, comparison: Comparison) -> None:
    """The answer for each option, what it assumes, and the key figures."""
    slide = deck.slide(say("export.answer"), [*assumed(comparison), *_rests_on(comparison)])
    sentences = [
        text
        for pathway, sentence in words.answer(comparison).items()
        for text in texts([sentence], color=COLOR[pathway])
    ]
    resting = texts([main_assumption(comparison.scenario)])
    deck.text(slide, [*sentences, *resting], Box(0.6, 1.2, 12.1, 2.5), most_pt=18)
    header = header_row(comparison, say("figures.question"))
    rows = [header, *(cells(row) for row in key_figures(comparison))]
    add_table(deck, slide, rows, Box(0.7, 3.75, 11.9, 3.05), say("figures.title"))


def _rests_on(comparison: Comparison) -> list[str]:
    return [
        say("export.rests_on.line", label=label, value=value, standing=standing)
        for label, value, standing in content.rests_on(comparison.scenario)
    ]
