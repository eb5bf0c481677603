"""A paper as JSON: each value with its words, and a sentence for what is to be asked."""

from __future__ import annotations

from typing import Any

from carechoice.documents.paper import Ask, Field, Found, Paper
from carechoice.language.sentences import say


def as_json(paper: Paper) -> dict[str, Any]:
    """The paper as values that JSON has. ``refused`` is None, or the sentence that says why."""
    return {
        "document": paper.document,
        "read": [_found(each) for each in paper.read],
        "ask": [_ask(each) for each in paper.ask],
        "contradictory": [
            {
                "field": values[0].field,
                "sentence": say("paper.contradictory", what=_name(values[0].field)),
                "values": [_found(each) for each in values],
            }
            for values in paper.contradictory
        ],
        "refused": say(f"paper.refused.{paper.refused}") if paper.refused else None,
    }


def _found(found: Found) -> dict[str, Any]:
    return {
        "field": found.field,
        "value": found.value,
        "words": found.words,
        "place": found.place,
        "sure": found.sure,
    }


def _ask(ask: Ask) -> dict[str, Any]:
    what = _name(ask.field) if ask.field else say("paper.field.care")
    return {
        "field": ask.field,
        "why": ask.why,
        "sentence": say(f"paper.ask.{ask.why}", what=what),
        "words": ask.words,
        "place": ask.place,
    }


def _name(field: Field) -> str:
    return say(f"paper.field.{field}")
