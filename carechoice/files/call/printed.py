"""The sheet for a call as a PDF to print and fill in by hand, by the layout in call.typ."""

from __future__ import annotations

from datetime import date
from typing import Any

from carechoice.documents.call_record import STATUSES, Asked
from carechoice.files.call.sheet import Sheet
from carechoice.files.documents.pdf import tagged_pdf
from carechoice.files.documents.printed.frame import frame
from carechoice.language.sentences import say


def printed(sheet: Sheet, *, today: date) -> bytes:
    """The sheet as a tagged PDF on US letter."""
    return tagged_pdf("call.typ", _told(sheet, today))


def _told(sheet: Sheet, today: date) -> dict[str, Any]:
    """Everything that stands on the pages."""
    columns = ("question", "stake", "answer", "status")
    short_columns = ("question", "answer")
    return {
        **frame(today),
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
