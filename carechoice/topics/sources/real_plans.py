"""What real plans have, each way with how common it is and where that comes from."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.real_plans import RealPlanRow
from carechoice.catalog.rounding import half_up
from carechoice.inputs.evidence import Line
from carechoice.language.formats import percent
from carechoice.language.sentences import say


def real_plans() -> list[Line]:
    """A line for each way that a part of a plan can be."""
    return [
        Line(
            row.label,
            say("sources.real_plans.share", share=percent(half_up(_share(row)))),
            "",
            row.basis,
            row.source,
            row.note,
        )
        for row in catalog().real_plans.values()
    ]


def _share(row: RealPlanRow) -> float:
    """How many of 100 plans have it, of those that can have it or another way of the same part."""
    beside = [each.weight for each in catalog().real.parts[row.part] if each.within == row.within]
    return 100 * row.weight / sum(beside)
