"""Where the value of an input comes from, as a badge says it."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.inputs.answered import told_answer
from carechoice.inputs.standing import standing
from carechoice.language.sentences import say


def standing_of(field: str, comparison: Comparison) -> str:
    """Where an input's value comes from, as a badge says it."""
    found = standing(field, comparison.scenario)
    answer = dict(comparison.scenario.origins.confirmed).get(field)
    return told_answer(answer) if answer else say(f"standing.{found}")
