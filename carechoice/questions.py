"""The phone list: what to ask the plan, in the order of the dollars that depend on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from carechoice.catalog import catalog
from carechoice.comparison import PATHWAYS
from carechoice.evidence import shown
from carechoice.formats import day, money
from carechoice.scenario import SELF_PAY, Scenario
from carechoice.standing import confirmable, standing, used
from carechoice.unknowns import Swing
from carechoice.words import say

GENERAL = ("1", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask. ``stake_usd`` is 0 where the answer changes nothing or is known."""

    field: str
    text: str
    stake_usd: float
    confirmed: date | None


def questions(scenario: Scenario, swings: Sequence[Swing]) -> list[Question]:
    """What to ask about this scenario: open questions by dollars, then what was confirmed."""
    if scenario.network == SELF_PAY:
        return []
    in_dollars = [swing.in_whole_dollars() for swing in swings]
    stakes = {swing.field: max(map(swing.dollars, PATHWAYS)) for swing in in_dollars}
    days = dict(scenario.confirmed)
    found = [
        Question(field, _text(field, scenario), stakes.get(field, 0), days.get(field))
        for field in catalog().options("confirmed")
        if field in days or stakes.get(field)
    ]
    return sorted(found, key=lambda question: (bool(question.confirmed), -question.stake_usd))


def told(question: Question, scenario: Scenario) -> str:
    """The question with what depends on it, or with the answer the plan gave."""
    if question.confirmed:
        row = catalog().parameters[question.field]
        value = shown(row, getattr(scenario, question.field))
        return say(
            "ask.confirmed", question=question.text, value=value, day=day(question.confirmed)
        )
    return say("ask.stake", question=question.text, dollars=money(question.stake_usd))


def to_mark(scenario: Scenario, asked: Sequence[Question]) -> dict[str, str]:
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
            value=shown(labels[field], getattr(scenario, field)),
        )
        for field in confirmable(scenario)
        if field not in known and (field in counts or standing(field, scenario) == "yours")
    }


def general() -> list[str]:
    """What to ask in any case."""
    return [say(f"ask.general.{number}") for number in GENERAL]


def _text(field: str, scenario: Scenario) -> str:
    return say(f"ask.{field}", code=say(f"code.therapy.{scenario.therapy_session_minutes}"))
