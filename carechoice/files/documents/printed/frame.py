"""What stands around the answer on every page of the handout."""

from __future__ import annotations

from datetime import date
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.language.everywhere import crisis_line, made_on, shown_by
from carechoice.language.formats import language_tag
from carechoice.language.pieces import pieces
from carechoice.language.sentences import say


def frame(today: date) -> dict[str, Any]:
    """What stands around the answer: language, title, crisis line, centre, foot and day."""
    language, _, region = language_tag().partition("-")
    return {
        "language": language,
        "region": region,
        "name": say("app.name"),
        "title": say("title"),
        "crisis": pieces(crisis_line()),
        "footer": [
            say("footer.estimate"),
            " ".join([*shown_by(), say("footer.interest")]),
        ],
        "centre": _centre(),
        "made": made_on(today),
    }


def _centre() -> dict[str, str]:
    """The line at the head of the first page; nothing where a centre gives neither."""
    centre = catalog().centre
    return {"name": centre.name, "color": centre.color, "text_color": centre.text_color}
