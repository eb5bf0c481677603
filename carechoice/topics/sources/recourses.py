"""What a person can do about a no or a bill, each with how sure it is and where it stands."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.comparison.recourses import text_of
from carechoice.inputs.evidence import Line
from carechoice.language.sentences import say


def recourse_lines() -> list[Line]:
    """A line for each row, for whomever it is."""
    return [
        Line(
            say(f"recourse.{row.part}"),
            text_of(row).replace("**", "").rstrip("."),
            "",
            row.basis,
            row.source,
            row.note,
        )
        for row in catalog().recourses.values()
    ]
