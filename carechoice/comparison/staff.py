"""Help for staff with a client: what to say, what to ask back, how to stay balanced."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.inputs.answer_words import answer_text
from carechoice.inputs.coverage import has_plan, owes_nothing
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import value_text
from carechoice.inputs.what_counts import confirmable
from carechoice.language.sentences import say

KINDS = ("say", "teach_back", "balance")
# For a page that has no sentences of its own.
ANY_PAGE = "any"


def help_for(page: str, scenario: Scenario) -> list[str]:
    """What to say, a question that shows whether it was clear, and a reminder to stay even."""
    own = page if f"together.{page}.say" in catalog().words else ANY_PAGE
    return [say(f"together.{kind}", sentence=_sentence(own, kind, scenario)) for kind in KINDS]


def _sentence(page: str, kind: str, scenario: Scenario) -> str:
    """The sentence, in its form for a bill of its own kind where there is one."""
    bill = "self_pay" if not has_plan(scenario) else "nothing" if owes_nothing(scenario) else ""
    special = f"together.{page}.{kind}.{bill}"
    return say(special if special in catalog().words else f"together.{page}.{kind}")


def typed_terms(scenario: Scenario) -> tuple[str, ...]:
    """What of the plan was typed in or read in a paper, as fields: what a call can confirm."""
    return tuple(field for field in confirmable(scenario) if field in scenario.given)


def term_text(field: str, scenario: Scenario) -> str:
    """An input of the plan with its value."""
    row = catalog().parameters[field]
    return say("ask.mark", label=row.label, value=value_text(row, scenario.value(field)))


def confirmed_lines(scenario: Scenario) -> list[str]:
    """Each typed value that the plan or a paper of it stands behind, with which and when."""
    answers = dict(scenario.origins.confirmed)
    return [
        say("together.call.said", term=term_text(field, scenario), who=answer_text(answers[field]))
        for field in typed_terms(scenario)
        if field in answers
    ]
