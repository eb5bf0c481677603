"""What to do about a no or a bill, in the notes of a slide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from carechoice.catalog.recourse_rows import Part
from carechoice.comparison.recourses import recourses
from carechoice.inputs.scenario import Scenario
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say


def ways_out_of(scenario: Scenario) -> Iterator[str]:
    """What there is to do, below a title for a plan that says no and one for a bill."""
    for part in get_args(Part):
        told = recourses(scenario, part)
        if told:
            yield say(f"recourse.{part}")
            yield from map(without_marks, told)
