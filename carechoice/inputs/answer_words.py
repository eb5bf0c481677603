"""In words, when a plan answered about an input, and whether directly or in which paper."""

from __future__ import annotations

from collections.abc import Mapping

from carechoice.catalog.answers import Answer, Answers, Reading
from carechoice.catalog.in_use import catalog
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.shown import shown
from carechoice.inputs.standing import standing
from carechoice.language.formats import day
from carechoice.language.sentences import say

# What the numbered parts of papers are called.
_PARTS: Mapping[str, str] = {"line": "line", "page": "page", "row": "row", "EB": "segment"}


def told_answers(answers: Answers) -> str:
    """What the plan said: the inputs by their labels, each with when."""
    labels = catalog().parameters
    return "; ".join(
        say("share.confirmed", label=labels[field].label, day=told_when(answer))
        for field, answer in answers
    )


def told_known(field: str, scenario: Scenario) -> str:
    """What the plan or a paper of it said of an input, in a sentence; "" where neither did."""
    answer = dict(scenario.origins.confirmed).get(field)
    if not answer:
        return ""
    value = shown(catalog().parameters[field], scenario.value(field))
    if not isinstance(answer, Reading):
        return say("ask.confirmed", value=value, day=day(answer))
    return say("ask.read", value=value, paper=told_paper(answer), day=day(answer.day))


def told_answer(answer: Answer) -> str:
    """Who said it, and when, as it stands behind a value."""
    if not isinstance(answer, Reading):
        return say("standing.confirmed", day=day(answer))
    return say("standing.read", paper=told_paper(answer), day=day(answer.day))


def standing_told(field: str, scenario: Scenario) -> str:
    """Where an input's value comes from, as a badge says it."""
    answer = dict(scenario.origins.confirmed).get(field)
    return told_answer(answer) if answer else say(f"standing.{standing(field, scenario)}")


def told_when(answer: Answer) -> str:
    """When it was said; of what stands in a paper also in which."""
    if not isinstance(answer, Reading):
        return day(answer)
    return say("paper.at", paper=told_paper(answer), place=day(answer.day))


def told_paper(answer: Reading) -> str:
    """The paper, with the place in it where one is known."""
    paper = say(f"paper.document.{answer.document}")
    if not answer.place:
        return paper
    return say("paper.at", paper=paper, place=told_place(answer.place))


def told_place(place: str) -> str:
    """A place in a paper as a person reads it; that in a file of names as the file has it."""
    part, _, number = place.partition(" ")
    name = _PARTS.get(part)
    return say(f"paper.place.{name}", n=number) if name else place
