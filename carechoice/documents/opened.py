"""A file that somebody has of a plan -> the paper it is, read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from carechoice.catalog.file_kinds import PDF
from carechoice.documents.call_sheet import is_workbook, read_call_sheet
from carechoice.documents.eligibility.clearinghouse import benefits_of_json
from carechoice.documents.eligibility.read import read_eligibility
from carechoice.documents.eligibility.x12 import benefits_of_271, is_x12
from carechoice.documents.paper import Opened, Paper, RefusedError
from carechoice.documents.summary.pasted import is_unsaid_as_in_form
from carechoice.documents.summary.pdf import PdfReading
from carechoice.documents.text.lines import read_lines

MOST_BYTES = 10_000_000
# A text is read in the server's own process. Answers have a tenth of it at most.
_MOST_TEXT_BYTES = 1_000_000
# A screen or a form has a tenth of it at most. Its lines take longer to read than answers do.
MOST_PASTED_BYTES = 100_000
# A note begins with a bracket, too: "[x] Therapy: $30 copay".
_BEGINS_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]]|[\[{][\s0-9,.\]]*\Z)")


def open_paper(path: Path, *, today: date) -> Paper:
    """The paper in a file. Raises OSError where the file cannot be opened."""
    with path.open("rb") as file:
        return read_paper(file.read(MOST_BYTES + 1), today=today)


def read_paper(content: bytes, *, today: date) -> Paper:
    """The paper with this content; one that cannot be used says why, and nothing else.

    ``today``: what counts on another day only is asked.
    """
    begun = begin(content, today=today)
    opened = begun if isinstance(begun, Opened) else begun.wait()
    return opened.paper if opened else Paper(None, refused="too_slow")


def begin(content: bytes, *, today: date) -> Opened | PdfReading:
    """The file with this content: as it was read, or a PDF that is still being read."""
    try:
        return _begun(content, today)
    except RefusedError as error:
        return Opened(Paper(None, refused=error.reason))


def read_pasted(text: str, *, is_from_form: bool, today: date) -> Paper:
    """The paper whose text was copied.

    ``is_from_form``: its lines stand in the federal form "Summary of Benefits and Coverage".
    """
    try:
        content = _text(text.encode(), most_bytes=MOST_PASTED_BYTES)
        return _read_text(content, today, is_from_form=is_from_form)
    except RefusedError as error:
        return Paper(None, refused=error.reason)


def _begun(content: bytes, today: date) -> Opened | PdfReading:
    if len(content) > MOST_BYTES:
        raise RefusedError("too_large")
    if content.lstrip().startswith(PDF):
        return PdfReading(content, today=today)
    if is_workbook(content):
        return Opened(read_call_sheet(content))
    return Opened(_read_text(_text(content, most_bytes=_MOST_TEXT_BYTES), today))


def _read_text(text: str, today: date, *, is_from_form: bool = False) -> Paper:
    if is_x12(text):
        return read_eligibility(benefits_of_271(text), today=today)
    if _BEGINS_JSON.match(text):
        return read_eligibility(benefits_of_json(text), today=today)
    if len(text.encode()) > MOST_PASTED_BYTES:
        raise RefusedError("much_text")
    is_unsaid = is_from_form and is_unsaid_as_in_form(text)
    return read_lines(text, today=today, is_from_form=is_unsaid)


def _text(content: bytes, *, most_bytes: int) -> str:
    if len(content) > most_bytes:
        raise RefusedError("much_text")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError("not_text") from None
    if "\0" in text:
        raise RefusedError("not_text")
    if not text.strip():
        raise RefusedError("empty")
    return text
