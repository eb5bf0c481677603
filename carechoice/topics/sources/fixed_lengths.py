"""What the parts of a third way are like where no input says it, each with its source."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.pathway_rows import PathwayRow, PathwayStep
from carechoice.comparison.words import visits_told
from carechoice.inputs.evidence import EvidenceLine
from carechoice.inputs.scenario import field_of
from carechoice.inputs.shown import COUNTED
from carechoice.language.formats import count, hours, listed
from carechoice.language.sentences import option_name, say


def fixed_lengths() -> list[EvidenceLine]:
    """A line for each third way whose row of paths.csv holds lengths or weeks of its own."""
    rows = [catalog().paths[way] for way in catalog().third_ways]
    return [
        EvidenceLine.of(row, option_name(row.key), listed(fixed))
        for row in rows
        if (fixed := _fixed(row))
    ]


def _fixed(row: PathwayRow) -> list[str]:
    return [told for step in row.steps if (told := _told(step))]


def _told(step: PathwayStep) -> str:
    """What the row says of a phase itself: its length, what a week is like, both or nothing."""
    length, week = _length(step), _week(step)
    return say("sources.phase", length=length, week=week) if length and week else length or week


def _length(step: PathwayStep) -> str:
    unit = catalog().parameters[field_of("length", step.care)].unit
    return count(step.length, COUNTED[unit]) if isinstance(step.length, int) else ""


def _week(step: PathwayStep) -> str:
    if step.rhythm is None:
        return ""
    visits, hours_each = step.rhythm
    return say(
        f"sources.week.{step.care}",
        visits=visits_told(step.care, visits),
        hours=hours(hours_each or 0),
    )
