"""A deck before its first slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.catalog.in_use import catalog
from carechoice.language.everywhere import crisis_line
from carechoice.language.formats import language_tag
from carechoice.language.pieces import pieces
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from carechoice.files.documents.deck import Deck


def blank_deck() -> Deck:
    """A deck without slides: its title, its language, the crisis line, the centre's bar."""
    from carechoice.files.documents.deck import Bar, Deck, Foot

    centre = catalog().centre
    return Deck(
        title=say("title"),
        author=say("app.name"),
        language=language_tag(),
        foot=Foot(pieces(crisis_line()), centre.name, catalog().own.logo),
        bar=Bar(centre.color, centre.text_color) if centre.color else Bar(),
    )
