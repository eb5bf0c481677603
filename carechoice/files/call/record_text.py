"""The record of a call as plain text, for a record system."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.documents.call_record import STATUSES, Asked, CallRecord
from carechoice.language.sentences import say


def record_text(record: CallRecord) -> str:
    """What was written down, a line each; of what became of the questions, each in turn."""
    return "\n".join(_lines(record))


def _lines(record: CallRecord) -> Iterator[str]:
    date = record.head.get("date", "")
    yield say("call.record.title", date=date) if date else say("call.record.undated")
    for name, text in record.head.items():
        if text and name != "date":
            yield say("share.pair", label=say(f"call.head.{name}"), value=text)
    for status in STATUSES:
        asked = [each for each in record.asked if each.status == status]
        if asked:
            yield say(f"call.record.{status}")
            yield from (f"- {_question_line(each)}" for each in asked)
    yield say("call.not_a_promise")


def _question_line(asked: Asked) -> str:
    sentence = asked.question
    if asked.answer:
        sentence = say("call.record.answer", question=asked.question, answer=asked.answer)
    return say("call.record.note", told=sentence, note=asked.note) if asked.note else sentence
