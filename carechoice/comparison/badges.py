"""Where the value of an input comes from, as a badge says it."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.inputs.standing import standing
from carechoice.language.formats import day
from carechoice.language.sentences import say


def standing_of(field: str, comparison: Comparison) -> str:
    """Where an input's value comes from, as a badge says it."""
    found = standing(field, comparison.scenario)
    days = dict(comparison.scenario.origins.confirmed)
    return say(f"standing.{found}", day=day(days[field]) if field in days else "")
