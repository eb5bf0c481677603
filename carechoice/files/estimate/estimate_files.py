"""A good faith estimate of an option as a file."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.files.estimate.content import Estimate, estimate
from carechoice.files.estimate.facts import facts
from carechoice.files.estimate.printed import printed


def on_paper(comparison: Comparison, pathway: Pathway, today: date) -> bytes:
    """The estimate as a PDF."""
    return printed(_of(comparison, pathway, today), today=today)


def to_fill_in(comparison: Comparison, pathway: Pathway, today: date) -> bytes:
    """The estimate as a Word file."""
    from carechoice.files.estimate.word import word

    return word(_of(comparison, pathway, today), today=today)


def _of(comparison: Comparison, pathway: Pathway, today: date) -> Estimate:
    return estimate(comparison, facts(comparison, pathway), today=today)
