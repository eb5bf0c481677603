"""A paper as JSON: each value with its words, and a sentence for what is to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from carechoice.documents.paper import Ask, Field, Found, Paper, Reason
from carechoice.language.formats import day
from carechoice.language.sentences import say


def as_json(paper: Paper) -> dict[str, Any]:
    """The paper as values that JSON has. ``refused`` is None, or the sentence that says why.

    ``call`` is the record of the call that it was filled in on; None of other papers.
    """
    return {
        "document": paper.document,
        "read": [_found(each) for each in paper.read],
        "ask": [_ask(each) for each in paper.ask],
        "contradictory": [
            {
                "field": values[0].field,
                "sentence": told_contradiction(values),
                "values": [_found(each) for each in values],
            }
            for values in paper.contradictory
        ],
        "refused": told_refused(paper.refused) if paper.refused else None,
        "call": asdict(paper.call) if paper.call else None,
    }


def told_refused(reason: Reason) -> str:
    """Why nothing of a paper is used, and what to do about it."""
    return say(f"paper.refused.{reason}")


def told_contradiction(values: Sequence[Found]) -> str:
    """That a paper has more than one value of an input."""
    return say("paper.contradictory", what=_name(values[0].field))


def _found(found: Found) -> dict[str, Any]:
    return {
        "field": found.field,
        "value": found.value,
        "words": found.words,
        "place": found.place,
        "sure": found.sure,
    }


def _ask(ask: Ask) -> dict[str, Any]:
    return {
        "field": ask.field,
        "why": ask.why,
        "sentence": told_ask(ask),
        "words": ask.words,
        "place": ask.place,
    }


def told_ask(ask: Ask) -> str:
    """What to ask because of a paper, and why."""
    what = _name(ask.field) if ask.field else say("paper.field.care")
    if ask.day:
        return say(f"paper.ask.{ask.why}.on", what=what, day=day(ask.day))
    return say(f"paper.ask.{ask.why}", what=what)


def _name(field: Field) -> str:
    return say(f"paper.field.{field}")
