"""Our sheet for a call to the plan, filled in as a workbook (.xlsx) -> a paper with its record.

Each row names by a key what it asks for, so that nothing of what was written down is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from carechoice.catalog.file_kinds import ZIP
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.documents.call_record import HEAD, STATUSES, Asked, CallRecord, Head, Status
from carechoice.documents.contradictions import paper_of
from carechoice.documents.packed import TooManyPartsError, parts_of
from carechoice.documents.paper import Ask, Found, Paper, RefusedError, Value
from carechoice.language.sentences import say

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

    _AnyCell = Cell | MergedCell | ReadOnlyCell | EmptyCell

# What the first cell of our sheet says, by whether it is for care out of network, and how the keys
# of rows about the call itself begin.
MARKS = {False: "carechoice-call-sheet", True: "carechoice-call-sheet-oon"}
OF_CALL = "call."
# The columns: the key of a row, the question, the dollars that depend on it, the answer, what
# became of the question, and a note.
COLUMNS = ("key", "question", "stake", "answer", "status", "note")
_MOST_ROWS = 200
_LONGEST_CELL = 300
# What a workbook may unpack to, fifty times what ours does. It is read in the server's own process,
# where a part that says one thing a million times would take seconds.
_MOST_UNPACKED_BYTES = 2_000_000
_AMOUNT = re.compile(r"\$? ?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?)")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,2})?) ?%?")
_DAY = re.compile(r"(\d{1,2})[-/](\d{1,2})")


def is_workbook(content: bytes) -> bool:
    """Whether it is a packed file, as workbooks are."""
    return content.startswith(ZIP)


def read_call_sheet(content: bytes) -> Paper:
    """What was written down in the call: values, what is unclear, and the record as it stands.

    Raises RefusedError where it is no sheet of ours.
    """
    rows = _rows(content)
    mark = rows[0][0] if rows and rows[0] else ""
    if mark not in MARKS.values():
        raise RefusedError("not_our_sheet")
    head: dict[Head, str] = {}
    asked: list[Asked] = []
    said: list[Found | Ask] = []
    names: dict[str, Head] = {f"{OF_CALL}{name}": name for name in HEAD}
    for number, row in enumerate(rows[1:], start=2):
        key, question, _, answer, status, note = (*row, *[""] * len(COLUMNS))[: len(COLUMNS)]
        if key in names:
            head[names[key]] = answer
        elif key:
            one = Asked(key, question, answer, _status(status, answer), note)
            asked.append(one)
            said += _said(one, f"row {number}")
    record = CallRecord(head, tuple(asked), is_out_of_network=mark == MARKS[True])
    return replace(paper_of("sheet", said), call=record)


def _said(asked: Asked, place: str) -> Iterator[Found | Ask]:
    """The value that an answer gives, and what has to be asked again."""
    field = asked.key
    if field not in catalog().options("confirmed"):
        return
    is_unclear = asked.status == "unclear"
    if is_unclear:
        yield Ask("unclear", field, asked.answer, place)
    if not asked.answer:
        return
    row = catalog().parameters[field]
    value = _answer_for(row, asked.answer, catalog().options(field))
    if value is not None:
        yield Found(field, value, asked.answer, place, sure=not is_unclear)
    elif not is_unclear:
        yield Ask("not_understood", field, asked.answer, place)


def _status(text: str, answer: str) -> Status:
    """What became of a question, as it was picked, or by whether there is an answer."""
    by_word: dict[str, Status] = {say(f"call.status.{name}").casefold(): name for name in STATUSES}
    return by_word.get(text.casefold()) or ("answered" if answer else "open")


def _rows(content: bytes) -> Sequence[list[str]]:
    """The rows of the first sheet as text."""
    try:
        if sum(part.file_size for part in parts_of(content)) > _MOST_UNPACKED_BYTES:
            raise RefusedError("too_large")
        # It takes longer to load than such a list to look at.
        from openpyxl import load_workbook

        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        page = book.worksheets[0]
        cells = page.iter_rows(max_row=_MOST_ROWS, max_col=len(COLUMNS))
        return [[_text(cell) for cell in row] for row in cells]
    except RefusedError:
        raise
    except TooManyPartsError:
        raise RefusedError("not_our_sheet") from None
    except Exception:
        # What a broken workbook makes the library raise has no bounds; to a person it is one.
        raise RefusedError("broken") from None


def _text(cell: _AnyCell) -> str:
    """A cell as somebody typed it, whatever a program has made of it."""
    value: Any = cell.value
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, bool):
        return say("yes" if value else "no")
    if isinstance(value, int | float):
        # A program keeps 80% as 0.8 and shows it by the cell's form.
        is_share = cell.number_format.endswith("%")
        return f"{value * 100:.10g}%" if is_share else f"{value:.10g}"
    return "" if value is None else " ".join(str(value).split())[:_LONGEST_CELL]


def _answer_for(row: Parameter, text: str, days: Sequence[str]) -> Value | None:
    """The value that the answer gives the input; None where it cannot be read for sure.

    Only one reading of a text counts: "0.8" for a share can be 80% or less than one, so it is none.
    ``days`` are the days that a plan year can start on, as the input has them.
    """
    if row.kind == "yes_no":
        answers = {say("yes").casefold(): True, say("no").casefold(): False}
        return answers.get(text.casefold())
    if row.kind == "day_of_year":
        found = _DAY.fullmatch(text)
        day = f"{int(found[1]):02}-{int(found[2]):02}" if found else ""
        return day if day in days else None
    return _share(text) if row.unit == "percent" else _amount(text)


def _amount(text: str) -> float | None:
    found = _AMOUNT.fullmatch(text)
    return float(found[1].replace(",", "")) if found else None


def _share(text: str) -> float | None:
    found = _SHARE.fullmatch(text)
    share = float(found[1]) if found else None
    is_part_of_one = share is not None and 0 < share <= 1
    return None if is_part_of_one and not text.endswith("%") else share
