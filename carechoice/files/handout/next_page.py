"""The second page of the handout: what to ask the plan, what to do next, and the link."""

from __future__ import annotations

from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan.recourses import recourses_by_part
from carechoice.files.pdf import titled_list
from carechoice.files.scenario.qr import PrintedCode, qr_on_paper
from carechoice.files.written_link import link_of
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import crisis_entries
from carechoice.language.sentences import say
from carechoice.topics.decide.words import next_steps
from carechoice.topics.unknown.questions import general, question_text, questions, title, up_to
from carechoice.topics.unknown.swings import swings


def next_page(comparison: Comparison, link: str) -> dict[str, Any]:
    """What to ask the plan, what helps against a no or a bill, the next steps, the crisis lines."""
    return {
        "questions": _questions(comparison),
        "recourses": _recourses(comparison.scenario),
        "steps": titled_list(say("next.title"), next_steps(comparison, is_printed=True)),
        "lines": titled_list(say("crisis.title"), crisis_entries()),
        "link": _link_and_code(link),
    }


def _questions(comparison: Comparison) -> dict[str, Any]:
    scenario = comparison.scenario
    asked = questions(scenario, swings(scenario))
    sentences = [*(question_text(question) for question in asked), *general(scenario)]
    is_any_open = any(not question.answer for question in asked)
    lead = up_to(asked) if is_any_open else ""
    return titled_list(title(scenario), sentences, lead=lead)


def _recourses(scenario: Scenario) -> list[dict[str, Any]]:
    """A part for a plan that says no and one for a bill that is too much, if they say anything."""
    by_part = recourses_by_part(scenario)
    return [titled_list(say(f"recourse.{name}"), lines) for name, lines in by_part.items()]


def _link_and_code(address: str) -> dict[str, Any]:
    """The link as text and, where all of it stands here, as a QR code."""
    link = link_of(address)
    code = qr_on_paper(link.text) if link.is_whole else PrintedCode("", 0)
    return {
        "title": say("export.link"),
        "text": link.text,
        "opens": link.opens,
        "qr": code.svg,
        "qr_mm": code.side_mm,
        "alt": say("export.qr.alt"),
    }
