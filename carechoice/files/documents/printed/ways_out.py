"""What to do about a no or a bill on the handout."""

from __future__ import annotations

from typing import Any, get_args

from carechoice.catalog.recourse_rows import Part
from carechoice.comparison.recourses import recourses
from carechoice.files.documents.printed.part import part
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say


def ways_out_of(scenario: Scenario) -> list[dict[str, Any]]:
    """A part for a plan that says no and one for a bill that is too much, if they say anything."""
    told = {name: recourses(scenario, name) for name in get_args(Part)}
    return [part(say(f"recourse.{name}"), lines) for name, lines in told.items() if lines]
