"""A file that somebody has of a plan -> the paper it is, read."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from carechoice.documents.call_sheet import is_workbook, read_call_sheet
from carechoice.documents.clearinghouse import benefits_of_json
from carechoice.documents.eligibility import read_eligibility
from carechoice.documents.lines import read_lines
from carechoice.documents.paper import Field, Paper, RefusedError
from carechoice.documents.summary.pdf import pictures_in, read_pdf
from carechoice.documents.x12 import benefits_of_271, is_x12

MOST_BYTES = 10_000_000
_PDF = b"%PDF-"
_BEGINS_JSON = ("{", "[")


def open_paper(path: Path) -> Paper:
    """The paper in a file. Raises OSError where the file cannot be opened."""
    with path.open("rb") as file:
        return read_paper(file.read(MOST_BYTES + 1))


def read_paper(content: bytes) -> Paper:
    """The paper with this content; one that cannot be used says why, and nothing else."""
    try:
        return _read(content)
    except RefusedError as error:
        return Paper(None, refused=error.reason)


def read_pasted(text: str, *, is_from_form: bool) -> Paper:
    """The paper whose text was copied.

    ``is_from_form``: its lines stand in the federal form "Summary of Benefits and Coverage".
    """
    try:
        return _read_text(_text(text.encode()), is_from_form=is_from_form)
    except RefusedError as error:
        return Paper(None, refused=error.reason)


def pictures_of(content: bytes, paper: Paper) -> dict[Field, bytes]:
    """Each cell that values were read from, as a picture (PNG), by the first of these values."""
    first = {found.cell: found.field for found in reversed(paper.read) if found.cell}
    # Without a picture a value still stands with its words.
    with suppress(RefusedError):
        return dict(zip(first.values(), pictures_in(content, list(first)), strict=True))
    return {}


def _read(content: bytes) -> Paper:
    if len(content) > MOST_BYTES:
        raise RefusedError("too_large")
    if content.lstrip().startswith(_PDF):
        return read_pdf(content)
    if is_workbook(content):
        return read_call_sheet(content)
    return _read_text(_text(content))


def _read_text(text: str, *, is_from_form: bool = False) -> Paper:
    if is_x12(text):
        return read_eligibility(benefits_of_271(text))
    if text.lstrip().startswith(_BEGINS_JSON):
        return read_eligibility(benefits_of_json(text))
    return read_lines(text, is_from_form=is_from_form)


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError("not_text") from None
    if "\0" in text:
        raise RefusedError("not_text")
    if not text.strip():
        raise RefusedError("empty")
    return text
