"""What comes next on the handout: questions, ways out, steps and crisis lines."""

from __future__ import annotations

from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.comparison.recourses import recourses_by_part
from carechoice.files.pdf import titled_list
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import crisis_entries
from carechoice.language.sentences import say
from carechoice.topics.decide.words import next_steps
from carechoice.topics.unknown.questions import general, question_text, questions, title, up_to
from carechoice.topics.unknown.swings import swings


def what_is_next(comparison: Comparison) -> dict[str, Any]:
    """What to ask the plan, the ways out, the next steps, and the crisis lines."""
    return {
        "questions": _questions(comparison),
        "ways_out": _ways_out(comparison.scenario),
        "steps": titled_list(say("next.title"), next_steps(comparison, is_printed=True)),
        "lines": titled_list(say("crisis.title"), crisis_entries()),
    }


def _questions(comparison: Comparison) -> dict[str, Any]:
    scenario = comparison.scenario
    asked = questions(scenario, swings(scenario))
    sentences = [*(question_text(question) for question in asked), *general(scenario)]
    is_any_open = any(not question.answer for question in asked)
    lead = up_to(asked) if is_any_open else ""
    return titled_list(title(scenario), sentences, lead=lead)


def _ways_out(scenario: Scenario) -> list[dict[str, Any]]:
    """A part for a plan that says no and one for a bill that is too much, if they say anything."""
    told = recourses_by_part(scenario)
    return [titled_list(say(f"recourse.{name}"), lines) for name, lines in told.items()]
