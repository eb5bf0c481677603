"""What every printed page has around its text: the centre, crisis line, foot and day."""

from __future__ import annotations

from datetime import date
from typing import Any

from carechoice.catalog.centre.logo import Logo
from carechoice.catalog.in_use import catalog
from carechoice.language.everywhere import crisis_line, made_on, shown_by
from carechoice.language.formats import language_tag
from carechoice.language.pieces import pieces
from carechoice.language.sentences import say

# Beside the name, and little higher than its line.
LOGO_ROOM_PT = {"width": 130.0, "height": 26.0}


def letterhead(today: date) -> dict[str, Any]:
    """Language, title, crisis line, centre, foot and day, as data for a layout."""
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


def _centre() -> dict[str, Any]:
    """The line at the head of the first page; nothing where a centre gives neither."""
    centre, logo = catalog().centre, catalog().own.logo
    return {
        "name": centre.name,
        "color": centre.color,
        "text_color": centre.text_color,
        "logo": _logo(logo) if logo else None,
    }


def _logo(logo: Logo) -> dict[str, Any]:
    """The picture as the numbers of its bytes, which is how JSON can hold them."""
    width_pt, height_pt = logo.within(**LOGO_ROOM_PT)
    return {"content": list(logo.content), "width_pt": width_pt, "height_pt": height_pt}
