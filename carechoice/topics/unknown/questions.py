"""The phone list: what to ask the plan, in the order of the dollars that depend on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carechoice.catalog.in_use import catalog
from carechoice.comparison.draws.term_ends import is_alike_in_all
from carechoice.comparison.plan.narrowing import asked_first
from carechoice.comparison.plan.questions import (
    as_asked,
    asked_without_dollars,
    in_any_case,
    paid_without_insurance,
    question,
)
from carechoice.inputs.answer_words import confirmed_text
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import is_known_to_a_plan
from carechoice.language.formats import money
from carechoice.language.sentences import say
from carechoice.topics.unknown.swings import NO_STAKE, Span, Swing

# What to ask each provider where there is no plan.
OF_A_PROVIDER = ("fee", "lower", "parts", "missed")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask, and by how much the answer may change a bill: nothing where it is known.

    ``answer`` is what the plan said in words, empty as long as it is open.
    """

    field: str
    text: str
    stake_usd: Span
    answer: str


def questions(scenario: Scenario, swings: Sequence[Swing]) -> list[Question]:
    """What to ask about this scenario: open questions by dollars, then what was confirmed.

    What the answer says to ask first stands first.
    """
    if not has_plan(scenario):
        return []
    stakes = {swing.field: swing.stake_usd for swing in swings}
    answers = dict(scenario.origins.confirmed)
    found = [
        Question(
            field,
            question(field, scenario),
            stakes.get(field, NO_STAKE),
            confirmed_text(field, scenario),
        )
        for field in catalog().options("confirmed")
        if (field in answers or stakes.get(field)) and is_known_to_a_plan(field, scenario)
    ]
    first = asked_first(scenario)
    return sorted(found, key=lambda each: (each.field != first, *_urgency(each, scenario)))


def _urgency(question: Question, scenario: Scenario) -> tuple[bool, bool, float]:
    """What moves most comes first; a yes or no that real plans hardly differ in comes last."""
    is_switch = catalog().parameters[question.field].kind == "yes_no"
    is_rare = is_switch and is_alike_in_all(question.field, scenario)
    return bool(question.answer), is_rare, -question.stake_usd.high_usd


def question_text(question: Question) -> str:
    """The question with what depends on it, or with the answer the plan gave."""
    if question.answer:
        return say("ask.known", question=question.text, answer=question.answer)
    return say("ask.stake", question=question.text, dollars=money(question.stake_usd.high_usd))


def up_to(asked: Sequence[Question]) -> str:
    """What the amounts beside the questions are, once for all of them."""
    is_sure = all(low == high for low, high in (question.stake_usd for question in asked))
    return say("ask.up_to" if is_sure else "ask.up_to.likely")


def title(scenario: Scenario) -> str:
    """What the list is called: whom to ask."""
    return say("ask.title" if has_plan(scenario) else "ask.title.self_pay")


def lead(scenario: Scenario, asked: Sequence[Question]) -> str:
    """What the list is for."""
    if not has_plan(scenario):
        return say("ask.lead.self_pay")
    if not asked:
        return say("ask.nothing")
    is_narrowest = asked[0].field == asked_first(scenario)
    return say("ask.lead.narrows" if is_narrowest else "ask.lead", up_to=up_to(asked))


def general(scenario: Scenario) -> list[str]:
    """What to ask in any case: the plan, or without one each provider."""
    if not has_plan(scenario):
        return [as_asked(f"ask.self_pay.{name}", scenario) for name in OF_A_PROVIDER]
    asked = (as_asked(key, scenario) for key in in_any_case(scenario))
    return [
        *asked,
        *asked_without_dollars(scenario),
        as_asked("ask.general.name", scenario),
        *(
            as_asked(f"ask.general.fee.{care}", scenario)
            for care in paid_without_insurance(scenario)
        ),
    ]
