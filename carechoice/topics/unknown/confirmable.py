"""The values of a scenario that a plan can confirm as they are, beside the questions to it."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import value_text
from carechoice.inputs.what_counts import confirmable, used
from carechoice.language.sentences import say
from carechoice.topics.unknown.questions import Question


def confirmable_values(scenario: Scenario, asked: Sequence[Question]) -> dict[str, str]:
    """What else the plan can confirm as it stands, by field: the input and its value.

    What is asked is left out. With it, this is every number of the plan the bill is made from or
    the person has entered.
    """
    labels = catalog().parameters
    known = {question.field for question in asked}
    counts = used(scenario)
    return {
        field: say(
            "ask.mark",
            label=labels[field].label,
            value=value_text(labels[field], scenario.value(field)),
        )
        for field in confirmable(scenario)
        if field not in known and (field in counts or field in scenario.given)
    }
