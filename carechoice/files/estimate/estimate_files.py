"""A good faith estimate of an option as a file: to print by the layout in estimate.typ, or Word."""

from __future__ import annotations

from datetime import date
from typing import Any

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.files.estimate.content import Estimate, Filled, Group, Said, Section, estimate
from carechoice.files.estimate.facts import facts
from carechoice.files.letterhead import letterhead
from carechoice.files.pdf import tagged_pdf
from carechoice.language.pieces import pieces


def on_paper(comparison: Comparison, pathway: Pathway, today: date) -> bytes:
    """The estimate as a PDF."""
    return _printed(_of(comparison, pathway, today), today=today)


def to_fill_in(comparison: Comparison, pathway: Pathway, today: date) -> bytes:
    """The estimate as a Word file."""
    from carechoice.files.estimate.word import word

    return word(_of(comparison, pathway, today), today=today)


def _of(comparison: Comparison, pathway: Pathway, today: date) -> Estimate:
    return estimate(comparison, facts(comparison, pathway), today=today)


def _printed(content: Estimate, *, today: date) -> bytes:
    """A tagged PDF on US letter, in large print."""
    data = {
        **letterhead(today),
        "date": [today.year, today.month, today.day],
        "title": content.title,
        "lead": pieces(content.lead),
        "sections": list(map(_section, content.sections)),
        "for_staff": _section(content.for_staff),
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
