"""The link on the handout, as text and as a QR code."""

from __future__ import annotations

from typing import Any

from carechoice.files.documents.written_link import link_of
from carechoice.files.scenario.qr import PrintedCode, qr_on_paper
from carechoice.language.sentences import say


def link_and_code(address: str) -> dict[str, Any]:
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
