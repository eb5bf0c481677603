"""What a paper says, in words: what was read and where, and what it leaves to be asked."""

from __future__ import annotations

from collections.abc import Container

from carechoice.catalog.answers import Document
from carechoice.documents.benefit_told import in_plain_words
from carechoice.documents.paper import Ask, Found, Paper
from carechoice.documents.told import told_ask, told_contradiction
from carechoice.inputs.answer_words import told_place
from carechoice.language.markup import MOST_NAMED, for_markdown
from carechoice.language.sentences import say


def told_words(read: Found | Ask, document: Document | None) -> str:
    """The words that something was read from, with their place; of codes also what they say."""
    words = for_markdown(read.words)
    told = say("papers.words", words=words)
    if read.place:
        told = say("papers.words.at", words=words, place=for_markdown(told_place(read.place)))
    plain = in_plain_words(read.words) if document == "eligibility" else ""
    return say("papers.codes", plain=plain, codes=told) if plain else told


def left_open(paper: Paper, known: Container[str]) -> list[str]:
    """What to ask because of a paper, each once, with the first words of it that leave it open.

    What the paper lacks is asked only where that is not ``known``.
    """
    open_at: dict[str, list[str]] = {told_contradiction(each): [] for each in paper.contradictory}
    for ask in paper.ask:
        if ask.why != "missing" or ask.field not in known:
            words = open_at.setdefault(told_ask(ask), [])
            words += [told_words(ask, paper.document)] if ask.words else []
    return [" ".join([told, *words[:MOST_NAMED]]) for told, words in open_at.items()]
