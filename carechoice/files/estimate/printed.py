"""A good faith estimate as a PDF in large print, by the layout in estimate.typ."""

from __future__ import annotations

from datetime import date
from typing import Any

from carechoice.files.estimate.content import Estimate, Filled, Group, Said, Section
from carechoice.files.letterhead import letterhead
from carechoice.files.pdf import tagged_pdf
from carechoice.language.pieces import pieces


def printed(estimate: Estimate, *, today: date) -> bytes:
    """The estimate as a tagged PDF on US letter."""
    data = {
        **letterhead(today),
        "date": [today.year, today.month, today.day],
        "title": estimate.title,
        "lead": pieces(estimate.lead),
        "sections": list(map(_section, estimate.sections)),
        "for_staff": _section(estimate.for_staff),
    }
    return tagged_pdf("estimate.typ", data)


def _section(section: Section) -> dict[str, Any]:
    return {"title": section.title, "body": list(map(_part, section.body))}


def _part(part: Said) -> tuple[str, Any]:
    """A part with the name of what it is, which the layout knows it by."""
    if isinstance(part, str):
        return "said", pieces(part)
    if isinstance(part, Group):
        return "group", part.title
    if isinstance(part, Filled):
        return "filled", (part.label, part.text)
    return "table", {"head": part.head, "rows": part.rows}
