"""What the pages of the handout on one comparison say, as data for its layout."""

from __future__ import annotations

from datetime import date
from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.comparison.level_words import level_caption
from carechoice.files.handout.answer import answer
from carechoice.files.handout.cost_drawing import cost_drawing
from carechoice.files.handout.drawing import level_drawing, time_drawing
from carechoice.files.handout.next import what_is_next
from carechoice.files.handout.numbers import numbers
from carechoice.files.letterhead import letterhead
from carechoice.files.scenario.qr import PrintedCode, qr_on_paper
from carechoice.files.written_link import link_of
from carechoice.language.sentences import say
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.level import level_alt


def pages(comparison: Comparison, link: str, today: date) -> dict[str, Any]:
    """Everything that stands on them."""
    return {
        "date": [today.year, today.month, today.day],
        **letterhead(today),
        **answer(comparison),
        "charts_title": say("export.charts"),
        "charts": _charts(comparison),
        **what_is_next(comparison),
        **numbers(comparison),
        "link": _link_and_code(link),
    }


def _link_and_code(address: str) -> dict[str, Any]:
    """The link as text and, where all of it stands here, as a QR code."""
    link = link_of(address)
    code = qr_on_paper(link.text) if link.is_whole else PrintedCode("", 0)
    return {
        "title": say("export.link"),
        "text": link.text,
        "opens": link.opens,
        "qr": code.svg,
        "qr_mm": code.side_mm,
        "alt": say("export.qr.alt"),
    }


def _charts(comparison: Comparison) -> dict[str, Any]:
    """The three charts, each with its caption and what it shows in words."""
    return {
        "time": {
            "title": say("time.title"),
            "caption": captions.time_caption(comparison),
            "alt": captions.time_alt(comparison),
            **time_drawing(comparison),
        },
        "cost": {
            "title": say("cost.title"),
            "caption": captions.cost_caption(comparison),
            "alt": captions.cost_alt(comparison),
            **cost_drawing(comparison),
        },
        "level": {
            "title": say("level.title"),
            "caption": level_caption(comparison),
            "alt": level_alt(comparison),
            **level_drawing(comparison),
        },
    }
