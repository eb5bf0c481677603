"""A summary of benefits and coverage -> a paper.

What a cell says of an office visit is for therapy; what it says of other outpatient services most
likely for a program. What it leaves unsaid comes after the deductible where the form says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from carechoice.documents.contradictions import paper_of
from carechoice.documents.limits.values import FIELDS
from carechoice.documents.limits.words import Limit
from carechoice.documents.paper import Ask, Cell, Found, Paper, unsure
from carechoice.documents.summary.answers import may_have_own_deductible, said_of_answer
from carechoice.documents.summary.form import Answer, Form, form_of
from carechoice.documents.summary.mental_health import said_of_limitations, said_of_mental_health
from carechoice.documents.summary.page import Page
from carechoice.documents.summary.table import TableCell
from carechoice.documents.terms.values import IOP_INPUTS, THERAPY_INPUTS

_LONGEST_SHOWN = 200
_DEDUCTIBLES = (THERAPY_INPUTS.deductible, IOP_INPUTS.deductible)


def read_pages(pages: Sequence[Page]) -> Paper:
    """What the pages say. Raises RefusedError where they are no such form, or several."""
    form = form_of(pages)
    limits = [
        *_deductible(form),
        *_limit(form.answers.get("limit"), "oop_max", form),
    ]
    care = list(_care(form))
    if any(_is_no_deductible(each) for each in limits):
        care = [each for each in care if not _asks_for_deductible(each)]
    return paper_of("summary", [*limits, *care, _plan_year(form)])


def _plan_year(form: Form) -> Ask:
    """The days that the plan covers somebody are not those after which its deductible restarts."""
    return Ask("plan_year", words=form.period, place="page 1" if form.period else "")


def _deductible(form: Form) -> Iterator[Found | Ask]:
    """The overall one, which is not sure to be that of our care where the form names others."""
    said = _limit(form.answers.get("deductible"), "deductible", form)
    others = form.answers.get("others")
    if others is None or not may_have_own_deductible(form):
        yield from said
        return
    yield from map(unsure, said)
    yield from _with_places([Ask("separate", words=others.text)], others.cells)


def _limit(answer: Answer | None, limit: Limit, form: Form) -> Iterator[Found | Ask]:
    total, met = FIELDS[limit]
    if answer is None or not answer.cells:
        yield Ask("missing", total)
    else:
        said = said_of_answer(answer, limit, coverage=form.coverage)
        yield from _with_places(said, answer.cells)
    yield Ask("missing", met)


def _care(form: Form) -> Iterator[Found | Ask]:
    cells = form.in_network[0] if form.in_network else ()
    yield from _with_places(said_of_mental_health(form), cells)
    yield from _with_places(said_of_limitations(form), form.limits)


def _with_places(said: Iterable[Found | Ask], cells: Sequence[TableCell]) -> Iterator[Found | Ask]:
    """What is said, with the cell that it stands in; of one that goes on, where it begins."""
    for each in said:
        if not each.words or not cells:
            yield each
            continue
        page = cells[0].page.number
        yield replace(
            each, words=_shown(each.words), place=f"page {page}", cell=Cell(page, cells[0].box)
        )


def _shown(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1]}…"


def _is_no_deductible(said: Found | Ask) -> bool:
    is_nothing = isinstance(said, Found) and said.sure and not said.value
    return is_nothing and said.field == FIELDS["deductible"][0]


def _asks_for_deductible(said: Found | Ask) -> bool:
    return isinstance(said, Ask) and said.field in _DEDUCTIBLES
