"""What a note for a record says of the call to the plan: with whom, its number, what is unclear."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.documents.call_record import HEAD, CallRecord
from carechoice.language.markup import on_one_line
from carechoice.language.sentences import say


def call_lines(record: CallRecord) -> Iterator[str]:
    """The call in a line, and what is to be asked again in another; none where nothing is known."""
    head = {name: on_one_line(text) for name, text in record.head.items()}
    told = [
        say("share.pair", label=say(f"call.head.{name}"), value=head[name])
        for name in HEAD
        if head.get(name)
    ]
    if told:
        yield say("note.record.call", list="; ".join(told))
    unclear = [on_one_line(each.question) for each in record.asked if each.status == "unclear"]
    if unclear:
        yield say("note.record.unclear", list=" ".join(unclear))
