"""What comes next on the handout: questions, steps, crisis lines and sources."""

from __future__ import annotations

from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.files.documents import content
from carechoice.files.documents.printed.part import part
from carechoice.language.everywhere import crisis_entries
from carechoice.language.sentences import say
from carechoice.topics.decide.words import next_steps
from carechoice.topics.unknown.questions import general, questions, title, told
from carechoice.topics.unknown.swings import swings


def what_is_next(comparison: Comparison) -> dict[str, Any]:
    """What to ask the plan, the next steps, the crisis lines, and the sources."""
    return {
        "questions": _questions(comparison),
        "steps": part(say("next.title"), next_steps(comparison)),
        "lines": part(say("crisis.title"), crisis_entries()),
        "sources": part(say("sources.list"), content.sources(comparison)),
    }


def _questions(comparison: Comparison) -> dict[str, Any]:
    scenario = comparison.scenario
    asked = questions(scenario, swings(scenario))
    sentences = [*(told(question) for question in asked), *general(scenario)]
    return part(title(scenario), sentences)
