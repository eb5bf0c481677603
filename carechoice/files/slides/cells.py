"""What all slides share: an empty deck, texts, cells and tables, and how every note begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.drawing.style import COLOR
from carechoice.files.slides.fitting import Box, Cells, Place, Text
from carechoice.language.everywhere import crisis_line
from carechoice.language.formats import language_tag
from carechoice.language.pieces import Piece, pieces
from carechoice.language.sentences import option_name, say

if TYPE_CHECKING:
    from pptx.slide import Slide

    from carechoice.files.slides.deck import Deck


# How much wider the first column of a table is than each of the others.
FIRST_COLUMN = 1.2
TABLE_PT = 14


def assumed(comparison: Comparison) -> list[str]:
    """What every slide's notes begin with."""
    return [main_assumption(comparison.scenario), say("footer.estimate")]


def assumed_in(comparisons: Iterable[Comparison]) -> list[str]:
    """What the notes of a slide of several comparisons begin with, each sentence once."""
    return [*dict.fromkeys(line for comparison in comparisons for line in assumed(comparison))]


def texts(sentences: Iterable[str], *, color: str = "", bullet: bool = False) -> list[Text]:
    """Each sentence as a text of its own."""
    return [Text(pieces(sentence), color, bullet) for sentence in sentences]


def cells(row: Iterable[str]) -> Cells:
    """A row of a table."""
    return [texts([cell]) for cell in row]


def header_row(
    comparison: Comparison, first: str, name: Callable[[Pathway], str] = option_name
) -> Cells:
    """The first label, and the options' names in their colours."""
    names = [
        [Text([Piece(name(option.words_key), True)], COLOR[option.pathway])]
        for option in comparison.options.values()
    ]
    return [texts([first]), *names]


def add_table(deck: Deck, slide: Slide, rows: Sequence[Cells], box: Box, title: str) -> None:
    """A table with a wide first column; all others have the same room."""
    deck.table(
        Place(slide, box, say("export.table.alt", title=title)),
        rows,
        shares=shares_of(rows[0]),
        most_pt=TABLE_PT,
    )


def shares_of(row: Cells) -> list[float]:
    """The parts of a table's width that its columns have."""
    return [FIRST_COLUMN, *[1.0] * (len(row) - 1)]


def blank_deck() -> Deck:
    """A deck without slides: its title, its language, the crisis line, the centre's bar."""
    from carechoice.files.slides.deck import Bar, Deck, Foot

    centre = catalog().centre
    return Deck(
        title=say("title"),
        author=say("app.name"),
        language=language_tag(),
        foot=Foot(pieces(crisis_line()), centre.name, catalog().own.logo),
        bar=Bar(centre.color, centre.text_color) if centre.color else Bar(),
    )
