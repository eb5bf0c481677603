"""Lengths and weeks that paths.csv fixes for phases of a third pathway, each with its source."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.pathway_rows import PathwayRow, PlannedPhase
from carechoice.comparison.words import visits_text
from carechoice.inputs.evidence import EvidenceLine
from carechoice.inputs.scenario import field_of
from carechoice.inputs.value_text import COUNTED
from carechoice.language.formats import count, hours, listed
from carechoice.language.sentences import option_name, say


def fixed_lengths() -> list[EvidenceLine]:
    """A line for each third pathway whose row of paths.csv holds lengths or weeks of its own."""
    rows = [catalog().paths[key] for key in catalog().third_pathways]
    return [
        EvidenceLine.of(row, option_name(row.key), listed(fixed))
        for row in rows
        if (fixed := _fixed(row))
    ]


def _fixed(row: PathwayRow) -> list[str]:
    return [text for phase in row.planned if (text := _phase_text(phase))]


def _phase_text(phase: PlannedPhase) -> str:
    """What the row says of a phase itself: its length, what a week is like, both or nothing."""
    length, week = _length(phase), _week(phase)
    return say("sources.phase", length=length, week=week) if length and week else length or week


def _length(phase: PlannedPhase) -> str:
    unit = catalog().parameters[field_of("length", phase.care)].unit
    return count(phase.length, COUNTED[unit]) if isinstance(phase.length, int) else ""


def _week(phase: PlannedPhase) -> str:
    if phase.rhythm is None:
        return ""
    visits, hours_each = phase.rhythm
    return say(
        f"sources.week.{phase.care}",
        visits=visits_text(phase.care, visits),
        hours=hours(hours_each or 0),
    )
