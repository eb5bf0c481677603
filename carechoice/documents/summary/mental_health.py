"""The row on outpatient mental health care -> what therapy and a program cost, and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from carechoice.documents.paper import Ask, Found, Why
from carechoice.documents.summary.answers import may_have_own_deductible, told_of
from carechoice.documents.summary.footnotes import notes_of, without_marks
from carechoice.documents.summary.form import Form
from carechoice.documents.summary.limitations import Limitations, limitations_of
from carechoice.documents.summary.other_care import names_other_care_only
from carechoice.documents.summary.table import TableCell
from carechoice.documents.summary.terms import terms_of
from carechoice.documents.terms.owed import LineTerms, NotUnderstoodError, Reason
from carechoice.documents.terms.values import (
    INPUTS_OF,
    IOP_INPUTS,
    THERAPY_INPUTS,
    ServiceInputs,
    said_of_service,
)

_WHY: dict[Reason, Why] = {"unknown": "not_understood", "cells": "cells", "who_pays": "who_pays"}
_NO_CHARGE = re.compile(r"no (?:charge|cost)", re.IGNORECASE)


def said_of_mental_health(form: Form) -> Iterator[Found | Ask]:
    """What the row says for care in network."""
    words = "; ".join(_texts(form.in_network[0])) if form.in_network else ""
    beside = limitations_of(" ".join(_texts(form.limits)))
    try:
        columns = [_terms(cells, form) for cells in form.in_network]
    except NotUnderstoodError as error:
        yield from _ask_all(_WHY[error.reason], words)
    else:
        if not columns:
            yield from _ask_all("missing", words)
        elif any(column != columns[0] for column in columns):
            yield from _ask_all("tiers", words)
        else:
            yield from _services(columns[0], words, form, beside)


def said_of_limitations(form: Form) -> Iterator[Ask]:
    """What has to be asked because of the column for limitations."""
    words = " ".join(_texts(form.limits))
    beside = limitations_of(words)
    yield from (Ask(why, words=words) for why in beside.asks)
    if beside.unread:
        yield Ask("note", words="; ".join(beside.unread))


def _terms(cells: Sequence[TableCell], form: Form) -> list[LineTerms]:
    notes = [*_texts(form.limits), *(notes_of(cell.page) for cell in cells)]
    said = [without_marks(text, notes) for text in _texts(cells)]
    if None in said:
        raise NotUnderstoodError("; ".join(_texts(cells)))
    return terms_of([text for text in said if text])


def _texts(cells: Sequence[TableCell]) -> list[str]:
    """The text of each cell; of one that goes on over the page there is one."""
    texts: list[str] = []
    page = None
    for cell in cells:
        if page is None or cell.page is page:
            texts.append(cell.text)
        else:
            texts[-1] += f" {cell.text}"
        page = cell.page
    return texts


def _ask_all(why: Why, words: str) -> Iterator[Ask]:
    for inputs in (THERAPY_INPUTS, IOP_INPUTS):
        yield Ask(why, inputs.copay, words)
        yield Ask(why, inputs.pays, words)


def _services(
    said: Sequence[LineTerms], words: str, form: Form, beside: Limitations
) -> Iterator[Found | Ask]:
    for terms in said:
        inputs = INPUTS_OF[terms.service] if terms.service else THERAPY_INPUTS
        is_therapy = inputs is THERAPY_INPUTS
        applies, said_by = _deductible_applies(terms, words, form, beside)
        whole = replace(terms, deductible_applies=applies)
        is_sure = is_therapy and not (beside.changes_terms or beside.unread)
        for each in said_of_service(whole, inputs, words=words, place="", is_sure=is_sure):
            is_said_elsewhere = each.field == inputs.deductible and said_by
            yield replace(each, words=f"{words}; {said_by}") if is_said_elsewhere else each
        if beside.changes_terms:
            yield Ask("note", inputs.copay, words)
        if not is_therapy:
            yield Ask("service", inputs.copay, words)
    told = {INPUTS_OF[terms.service] if terms.service else THERAPY_INPUTS for terms in said}
    for inputs in (THERAPY_INPUTS, IOP_INPUTS):
        if inputs not in told:
            yield from _ask_service(inputs)


def _ask_service(inputs: ServiceInputs) -> Iterator[Ask]:
    yield Ask("missing", inputs.copay)
    yield Ask("missing", inputs.pays)


def _deductible_applies(
    terms: LineTerms, words: str, form: Form, beside: Limitations
) -> tuple[bool | None, str]:
    """As the cell says it; or the limitations or the form, whose words then stand behind it.

    None: none of them does. The form says it of copayments and shares, not of what is free, and not
    of care that it may name as exempt from the deductible, or as having another one.
    """
    said = beside.deductible.applies.get(terms.service or "office_visit")
    if terms.deductible_applies is not None or not terms.covered:
        is_contradicted = said == (not terms.deductible_applies)
        return (None if is_contradicted else terms.deductible_applies), ""
    if beside.deductible.is_open:
        return None, ""
    if said is not None:
        return said, " ".join(_texts(form.limits))
    is_free = not terms.copay_usd and not terms.coinsurance_percent and _NO_CHARGE.search(words)
    if not form.after_deductible or is_free or _may_be_exempt(terms, form):
        return None, ""
    return True, form.after_deductible


def _may_be_exempt(terms: LineTerms, form: Form) -> bool:
    before, overall = form.answers.get("before"), form.answers.get("deductible")
    named = told_of(overall).named if overall else ""
    is_copay = terms.copay_usd is not None
    told = [before.text if before else "", *([named] if named else [])]
    is_other = all(names_other_care_only(each, is_copay=is_copay) for each in told)
    return not is_other or may_have_own_deductible(form)
