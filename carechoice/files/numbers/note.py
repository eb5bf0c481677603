"""The note for a record, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.comparison.compare import Comparison
from carechoice.comparison.main_assumption import main_assumption
from carechoice.documents.call_record import HEAD, CallRecord
from carechoice.files.numbers.note_course import course_line, program
from carechoice.files.numbers.note_terms import counted_with, payer
from carechoice.inputs.link import Frozen
from carechoice.language.everywhere import crisis_line_as_text
from carechoice.language.formats import day
from carechoice.language.markup import on_one_line
from carechoice.language.sentences import say


def note(
    comparison: Comparison,
    frozen: Frozen,
    call: CallRecord | None = None,
    since: Sequence[str] = (),
) -> str:
    """A few lines of plain text for a record; ``call`` is that to the plan.

    ``since`` are lines on an earlier day.
    """
    options = comparison.options
    lines = [
        say("note.record.title", day=day(frozen.made)),
        *program(comparison, frozen.made),
        *(course_line(comparison, pathway, option) for pathway, option in options.items()),
        payer(comparison.scenario),
        *counted_with(comparison.scenario),
        *(_call_lines(call) if call else ()),
        *since,
        main_assumption(comparison.scenario),
        version_line(frozen),
        say("answer.estimate"),
        crisis_line_as_text(),
    ]
    return "\n".join(lines)


def version_line(frozen: Frozen) -> str:
    """Which data the numbers come from."""
    return say("note.record.version", version=frozen.data)


def _call_lines(record: CallRecord) -> Iterator[str]:
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
