"""What the pages of the handout on one comparison say, as data for its layout."""

from __future__ import annotations

from datetime import date
from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.files.documents.printed.answer import answer
from carechoice.files.documents.printed.charts import charts
from carechoice.files.documents.printed.frame import frame
from carechoice.files.documents.printed.next import what_is_next
from carechoice.files.documents.printed.numbers import numbers
from carechoice.files.documents.written_link import link_of
from carechoice.files.scenario.qr import PrintedCode, qr_on_paper
from carechoice.language.sentences import say


def pages(comparison: Comparison, link: str, today: date) -> dict[str, Any]:
    """Everything that stands on them."""
    return {
        "date": [today.year, today.month, today.day],
        **frame(today),
        **answer(comparison),
        **charts(comparison),
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
