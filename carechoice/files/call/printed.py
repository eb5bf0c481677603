"""The sheet for a call as a PDF to print and fill in by hand, by the layout in call.typ."""

from __future__ import annotations

from datetime import date
from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.documents.call_record import STATUSES, Asked, CallRecord
from carechoice.files.call.sheet import Sheet, sheet
from carechoice.files.letterhead import letterhead
from carechoice.files.pdf import tagged_pdf
from carechoice.language.sentences import say


def on_paper(comparison: Comparison, record: CallRecord | None, today: date) -> bytes:
    """The sheet for a comparison, with what a record of the call has for it."""
    return printed(sheet(comparison, record), today=today)


def printed(sheet: Sheet, *, today: date) -> bytes:
    """The sheet as a tagged PDF on US letter."""
    return tagged_pdf("call.typ", _content(sheet, today))


def _content(sheet: Sheet, today: date) -> dict[str, Any]:
    """Everything that stands on the pages."""
    columns = ("question", "stake", "answer", "status")
    short_columns = ("question", "answer")
    return {
        **letterhead(today),
        "date": [today.year, today.month, today.day],
        "title": say("call.title"),
        "lead": sheet.lead,
        "no_promise": say("call.not_a_promise"),
        "head": [[label, text] for _, label, text in sheet.head],
        "columns": [say(f"call.column.{column}") for column in columns],
        "statuses": [[status, say(f"call.status.{status}")] for status in STATUSES],
        "lines": [
            [line.asked.question, line.stake, line.asked.answer, line.asked.status]
            for line in sheet.lines
            if not line.is_unused
        ],
        "unused": say("call.unused"),
        "unused_columns": [say(f"call.column.{column}") for column in short_columns],
        "unused_lines": [_short(line.asked) for line in sheet.lines if line.is_unused],
    }


def _short(asked: Asked) -> list[str]:
    """A question and what was written down for it, with what became of it where that is unclear."""
    is_unclear = asked.status == "unclear"
    status = [say("call.status.unclear")] if is_unclear else []
    return [asked.question, " · ".join(filter(None, [asked.answer, *status]))]
