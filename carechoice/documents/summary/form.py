"""The parts of a summary of benefits and coverage that say what therapy and a program cost.

The form is that of 45 CFR 147.200: its questions and headings are the same in each one. There are
two, that of 2017 and the one before it, which names the mental health rows otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from carechoice.documents.paper import RefusedError
from carechoice.documents.summary.page import Page
from carechoice.documents.summary.table import (
    Row,
    TableCell,
    beside,
    cells_that_say,
    rows,
    squeezed,
)

Question = Literal["deductible", "limit", "before", "others"]
Column = Literal["in", "oon", "both", "limits", "unknown"]

_FIRST_QUESTION = "What is the overall deductible?"
_QUESTIONS: dict[Question, re.Pattern[str]] = {
    "deductible": re.compile(r"what is the overall deductible ?\?"),
    "limit": re.compile(r"(?:what is the|is there an) out-of-pocket (?:limit|maximum)\b.*"),
    "before": re.compile(r"are there services covered before you meet your deductible\b.*"),
    "others": re.compile(r"are there other deductibles for specific services\b.*"),
}
_BROKEN_DASH = re.compile(r"[-–—] ?")
_SERVICES = "Services You May Need"
_OUTPATIENT = re.compile(r"(?:mental ?/ ?behavioral health )?outpatient services?")
_INPATIENT = re.compile(r"(?:mental ?/ ?behavioral health )?inpatient services?")
_TITLE = "Summary of Benefits and Coverage"
# The name of the group of rows on mental health has all of them, and one may be broken.
_CARE = ("mental", "behavioral", "substance")
_COVERAGE = re.compile(r"coverage for: *(.*?) *(?:\||plan type|$)", re.IGNORECASE)
_DAY = r"(?:[0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{2,4}|[a-z]{3,9}\.? [0-9]{1,2}, [0-9]{4})"
_PERIOD = re.compile(
    rf"coverage period: *(?:beginning (?:on or after )?)?{_DAY}(?: *(?:[-–—]|to|through) *{_DAY})?",
    re.IGNORECASE,
)
# The form says it above its table: what a cell leaves unsaid comes after the deductible.
_AFTER_DEDUCTIBLE = re.compile(
    r"(?:all \S+ and \S+ costs shown in this chart )?are after your deductible has been met"
    r"(?:, if a deductible applies)?",
    re.IGNORECASE,
)
_OUT_OF_NETWORK = re.compile(
    r"out[- ]?of[- ]?(?:network|plan|area)|\bnon[- ]?(?:network|participating|preferred|plan|par)\b"
)
_IN_NETWORK = re.compile(r"network|participating|preferred|\bplan provider|\btier\b|\blevel\b")
# Fewer words are what a scanned page has around its picture.
_LEAST_WORDS = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question of the form, and why it matters, as the form puts it."""

    cells: tuple[TableCell, ...]
    why: str

    @property
    def text(self) -> str:
        """The answer's words."""
        return _text(self.cells)


@dataclass(frozen=True, slots=True)
class Form:
    """What stands where, as far as it was found.

    ``in_network`` has the cells of each column for care in network. ``coverage`` is for whom it was
    printed, and ``period`` on which days the plan covers them. ``after_deductible`` is what the
    form says of the deductible where a cell says nothing; "" where it says nothing either.
    """

    answers: Mapping[Question, Answer]
    in_network: tuple[tuple[TableCell, ...], ...]
    limits: tuple[TableCell, ...]
    coverage: str
    period: str
    after_deductible: str


def form_of(pages: Sequence[Page]) -> Form:
    """The form's parts. Raises RefusedError for a scan, another paper or several forms in one."""
    words = [word.text for page in pages for word in page.words]
    text = " ".join(words)
    if len(words) < _LEAST_WORDS:
        raise RefusedError("scan")
    said = squeezed(text)
    if squeezed(_TITLE) not in said or not any(care in said for care in _CARE):
        raise RefusedError("other_paper")
    asked = [cell for page in pages for cell in cells_that_say(page, _FIRST_QUESTION)]
    services = rows(pages, _SERVICES)
    if not asked and not services:
        is_form = any(squeezed(head) in said for head in (_FIRST_QUESTION, _SERVICES))
        raise RefusedError("no_table" if is_form else "other_paper")
    if len(asked) > 1:
        raise RefusedError("several_plans")
    row = _mental_health(services)
    columns = _columns(row) if row else []
    return Form(
        answers=_answers(pages, asked[0]) if asked else {},
        in_network=_in_network(columns),
        limits=next((cells for kind, cells in columns if kind == "limits"), ()),
        coverage=_coverage(pages[0]),
        period=_period(pages[0]),
        after_deductible=_after_deductible(text),
    )


def _answers(pages: Sequence[Page], first: TableCell) -> dict[Question, Answer]:
    """The answers, by the question. They stand right of it, and why it matters right of them."""
    columns = [head.box for head in beside(first)]
    found: dict[Question, Answer] = {}
    for row in [Row(first, (first,)), *rows(pages, _FIRST_QUESTION)] if columns else []:
        name = _BROKEN_DASH.sub("-", row.name.casefold())
        for question, pattern in _QUESTIONS.items():
            if pattern.fullmatch(name):
                why = row.cells(columns[1]) if len(columns) > 1 else []
                found.setdefault(question, Answer(tuple(row.cells(columns[0])), _text(why)))
    return found


def _mental_health(services: Sequence[Row]) -> Row | None:
    """The row on outpatient care for mental health, whole.

    The row on inpatient care comes next; where it does not, the rest of this one may be missing.
    """
    for row, after in pairwise(services):
        is_it = _OUTPATIENT.fullmatch(row.name.casefold())
        if is_it and _INPATIENT.fullmatch(after.name.casefold()):
            return row
    return None


def _columns(row: Row) -> list[tuple[Column, tuple[TableCell, ...]]]:
    """The row's cells in each column, with what the heading says that the column is for."""
    heads = beside(row.heading)
    kinds = [_kind(head.text.casefold()) for head in heads]
    if heads and not heads[-1].text:
        kinds[-1] = "limits"
    return [(kind, tuple(row.cells(head.box))) for kind, head in zip(kinds, heads, strict=True)]


def _kind(heading: str) -> Column:
    """What a column is for, by its heading in small letters, whose words may be broken."""
    heading = heading.replace("-", "")
    if "limitation" in heading:
        return "limits"
    rest = _OUT_OF_NETWORK.sub("", heading)
    if _IN_NETWORK.search(rest):
        return "in" if rest == heading else "both"
    return "unknown" if rest == heading else "oon"


def _in_network(
    columns: Sequence[tuple[Column, tuple[TableCell, ...]]],
) -> tuple[tuple[TableCell, ...], ...]:
    """The cells of the columns for care in network, of which there is one for each tier.

    A column whose heading names no network is for it as well; one that names both tells nothing.
    """
    if any(kind == "both" for kind, _ in columns):
        return ()
    inside = (cells for kind, cells in columns if kind in ("in", "unknown") and cells)
    return tuple(dict.fromkeys(inside))


def _after_deductible(text: str) -> str:
    found = _AFTER_DEDUCTIBLE.search(text)
    return found[0] if found else ""


def _coverage(page: Page) -> str:
    found = _COVERAGE.search(page.text)
    return found[1] if found else ""


def _period(page: Page) -> str:
    found = _PERIOD.search(page.text)
    return found[0] if found else ""


def _text(cells: Sequence[TableCell]) -> str:
    return " ".join(cell.text for cell in cells)
