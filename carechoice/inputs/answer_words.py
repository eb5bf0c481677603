"""What a plan or its paper said, in words: when, where it stands, and what is left to ask."""

from __future__ import annotations

from collections.abc import Container, Mapping

from carechoice.catalog.answers import Answer, Answers, Document, Reading
from carechoice.catalog.in_use import catalog
from carechoice.documents.eligibility.told import in_plain_words
from carechoice.documents.paper import Ask, Found, Paper
from carechoice.documents.told import told_ask, told_contradiction
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.inputs.value_text import value_text
from carechoice.language.formats import day
from carechoice.language.markup import MOST_NAMED, for_markdown
from carechoice.language.sentences import say

# What the numbered parts of papers are called.
_PARTS: Mapping[str, str] = {"line": "line", "page": "page", "row": "row", "EB": "segment"}


def answers_text(answers: Answers) -> str:
    """What the plan said: the inputs by their labels, each with when."""
    labels = catalog().parameters
    return "; ".join(
        say("share.confirmed", label=labels[field].label, day=when_text(answer))
        for field, answer in answers
    )


def confirmed_text(field: str, scenario: Scenario) -> str:
    """What the plan or a paper of it said of an input, in a sentence; "" where neither did."""
    answer = dict(scenario.origins.confirmed).get(field)
    if not answer:
        return ""
    value = value_text(catalog().parameters[field], scenario.value(field))
    if not isinstance(answer, Reading):
        return say("ask.confirmed", value=value, day=day(answer))
    return say("ask.read", value=value, paper=paper_text(answer), day=day(answer.day))


def answer_text(answer: Answer) -> str:
    """Who said it, and when, as it stands behind a value."""
    if not isinstance(answer, Reading):
        return say("standing.confirmed", day=day(answer))
    return say("standing.read", paper=paper_text(answer), day=day(answer.day))


def standing_text(field: str, scenario: Scenario) -> str:
    """Where an input's value comes from, as a badge says it."""
    answer = dict(scenario.origins.confirmed).get(field)
    return answer_text(answer) if answer else say(f"standing.{standing(field, scenario)}")


def with_standing(value: str, field: str, scenario: Scenario) -> str:
    """A value in words with where it comes from."""
    return say("value.standing", value=value, standing=standing_text(field, scenario))


def when_text(answer: Answer) -> str:
    """When it was said; of what stands in a paper also in which."""
    if not isinstance(answer, Reading):
        return day(answer)
    return say("paper.at", paper=paper_text(answer), place=day(answer.day))


def paper_text(answer: Reading) -> str:
    """The paper, with the place in it where one is known."""
    paper = say(f"paper.document.{answer.document}")
    if not answer.place:
        return paper
    return say("paper.at", paper=paper, place=place_text(answer.place))


def place_text(place: str) -> str:
    """A place in a paper as a person reads it; that in a file of names as the file has it."""
    part, _, number = place.partition(" ")
    name = _PARTS.get(part)
    return say(f"paper.place.{name}", n=number) if name else place


def quoted_text(read: Found | Ask, document: Document | None) -> str:
    """The words that something was read from, with their place; of codes also what they say."""
    words = for_markdown(read.words)
    sentence = say("papers.words", words=words)
    if read.place:
        sentence = say("papers.words.at", words=words, place=for_markdown(place_text(read.place)))
    plain = in_plain_words(read.words) if document == "eligibility" else ""
    return say("papers.codes", plain=plain, codes=sentence) if plain else sentence


def left_open(paper: Paper, known: Container[str]) -> list[str]:
    """What to ask because of a paper, each once, with the first words of it that leave it open.

    What the paper lacks is asked only where that is not ``known``.
    """
    open_at: dict[str, list[str]] = {told_contradiction(each): [] for each in paper.contradictory}
    for ask in paper.ask:
        if ask.why != "missing" or ask.field not in known:
            words = open_at.setdefault(told_ask(ask), [])
            words += [quoted_text(ask, paper.document)] if ask.words else []
    return [" ".join([question, *words[:MOST_NAMED]]) for question, words in open_at.items()]
