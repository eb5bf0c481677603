"""One line with terms, by what stands above it -> what it says, and what has to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from carechoice.documents.around.heading import Above, names_therapy
from carechoice.documents.around.stated import is_in_spanish
from carechoice.documents.days.plan import is_as_of_now
from carechoice.documents.limits.line import (
    limit_begun_with,
    limit_named,
    names_whole,
    read_limit,
)
from carechoice.documents.limits.values import FIELDS, Unsaid, said_of_limit
from carechoice.documents.limits.words import Limit
from carechoice.documents.paper import Ask, Field, Found, Why, unsure
from carechoice.documents.terms.line import read_services
from carechoice.documents.terms.owed import LineTerms, NotUnderstoodError, Reason
from carechoice.documents.terms.values import INPUTS_OF, THERAPY_INPUTS, said_of_service
from carechoice.documents.terms.words import (
    approvals_needed,
    is_of_substance_use,
    label_of,
    limits_visits,
    names_program,
    names_session,
)

# A line longer than any with terms is asked about as a whole: what is cut off may be a condition.
_LONGEST_LINE = 200
_LONGEST_SHOWN = 80
# What a visit costs, beside a limit that is only its condition.
_OF_A_VISIT = re.compile(r"%|\b(?:co-?pay|co-?insurance|waived|appl(?:y|ies)|visit)", re.IGNORECASE)
# The form's row on mental health; that on surgery is named otherwise (45 CFR 147.200).
_ROW_OF_FORM = re.compile(r"outpatient services?[ :]", re.IGNORECASE)
_WHY: dict[Reason, Why] = {"unknown": "not_understood", "cells": "cells", "who_pays": "who_pays"}


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with terms: where it stands, below what, whether it is the only one, and the day."""

    text: str
    place: str
    above: Above
    is_alone: bool
    is_from_form: bool
    today: date

    @property
    def words(self) -> str:
        """The line as it is shown."""
        is_short = len(self.text) <= _LONGEST_SHOWN
        return self.text if is_short else f"{self.text[: _LONGEST_SHOWN - 1]}…"

    @property
    def why_of_others(self) -> Why | None:
        """Why it is asked where it does not count, if that is since it is of another time."""
        return "time" if self.above.time == "other" else None


def said_of_line(line: PlacedLine) -> Iterator[Found | Ask]:
    """What it says; below a heading that we do not know nothing of it is sure, and it is asked."""
    limit = limit_named(line.text[: _LONGEST_LINE + 1])
    fit = line.above.of_limit if limit else line.above.of_service
    said = list(_limit(line, limit) if limit else _service(line))
    if fit != "doubtful":
        yield from said
        return
    yield from map(unsure, said)
    if any(isinstance(each, Found) for each in said):
        yield Ask("heading", said[0].field, line.words, line.place)


def _as_in_form(terms: LineTerms) -> LineTerms:
    """The form says it of copayments and shares, and not of what is free."""
    is_free = terms.copay_usd == 0 and terms.coinsurance_percent == 0
    is_unsaid = terms.deductible_applies is None and not is_free
    return replace(terms, deductible_applies=True) if is_unsaid else terms


def _limit(line: PlacedLine, limit: Limit) -> Iterator[Found | Ask]:
    """What a line says of the deductible or the maximum."""
    words, place, total = line.words, line.place, FIELDS[limit][0]
    if line.above.of_limit == "other":
        yield Ask(line.why_of_others or "heading", total, words, place)
        return
    if not is_as_of_now(line.text[:_LONGEST_LINE], line.today):
        yield Ask("time", total, words, place)
        return
    try:
        amounts = read_limit(_whole(line))
    except NotUnderstoodError:
        yield Ask("not_understood", total, words, place)
        return
    unsaid = Unsaid(
        network=bool(line.above.network),
        person=line.above.of_individual,
        service=line.is_alone,
        limit=names_whole(line.text, limit) and not line.above.so_far,
    )
    yield from said_of_limit(amounts, limit, words=words, place=place, unsaid=unsaid)


def _service(line: PlacedLine) -> Iterator[Found | Ask]:
    """What a line says of services."""
    try:
        services = read_services(_whole(line))
    except NotUnderstoodError as error:
        why = "spanish" if is_in_spanish(line.words) else _WHY[error.reason]
        yield Ask(why, limit_begun(line.text), line.words, line.place)
        return
    yield from _beside_terms(line)
    tells_apart = {each.service for each in services} == {*INPUTS_OF}
    for each in services:
        terms = _as_in_form(each) if line.is_from_form else each
        yield from _of_one_service(line, terms, tells_apart=tells_apart)


def _whole(line: PlacedLine) -> str:
    """The text of a line; raises NotUnderstoodError for one that is too long to be read."""
    if len(line.text) > _LONGEST_LINE:
        raise NotUnderstoodError(line.text)
    return line.text


def _beside_terms(line: PlacedLine) -> Iterator[Ask]:
    """What a line wants first, and how often it pays, beside terms of a service."""
    for needed in approvals_needed(line.text):
        is_referral = "referral" in needed.casefold()
        yield Ask("referral" if is_referral else "approval", words=line.words, place=line.place)
    if limits_visits(line.text):
        yield Ask("limit", words=line.words, place=line.place)


def _of_one_service(
    line: PlacedLine, terms: LineTerms, *, tells_apart: bool
) -> Iterator[Found | Ask]:
    """What the terms of a service give for its inputs, and what keeps it from being sure."""
    inputs = INPUTS_OF[terms.service] if terms.service else THERAPY_INPUTS
    is_meant = terms.service or line.is_alone or _heads_mental_health(line)
    if line.above.of_service == "other" or not is_meant:
        yield Ask(line.why_of_others or "service", inputs.copay, line.words, line.place)
        return
    if line.above.of_plan and (terms.may_be_plans or terms.may_be_price):
        whose: Why = "who_pays" if terms.may_be_plans else "price"
        yield Ask(whose, inputs.copay, line.words, line.place)
        return
    why = _doubt(line, terms, tells_apart=tells_apart)
    yield from said_of_service(terms, inputs, words=line.words, place=line.place, is_sure=not why)
    if why:
        yield Ask(why, inputs.copay, line.words, line.place)


def _heads_mental_health(line: PlacedLine) -> bool:
    """Whether a line has a label of mental health; in the form one row alone has that name."""
    is_row_of_form = line.is_from_form and bool(_ROW_OF_FORM.match(line.text))
    return is_row_of_form or (bool(label_of(line.text).end) and names_therapy(line.text))


def _doubt(line: PlacedLine, terms: LineTerms, *, tells_apart: bool) -> Why | None:
    """Why it is not sure that what a line says is what the patient owes for that service.

    An office visit is one of therapy where mental health is named, and in the row of a summary of
    benefits on it, which alone tells office visits and other outpatient services apart.
    """
    if terms.service == "office_visit":
        is_named = names_therapy(line.text) or names_session(line.text)
        if not (is_named or line.above.of_therapy or line.is_from_form or tells_apart):
            return "general"
    elif not (terms.service and names_program(line.text)) or is_of_substance_use(line.text):
        return "service"
    if line.above.of_all_visits and _may_be_sum(terms):
        return "heading"
    is_owed = line.is_from_form or line.above.of_shares
    return "price" if terms.may_be_price and not is_owed else None


def _may_be_sum(terms: LineTerms) -> bool:
    """Whether an amount can be that of several visits: of one the line would say more."""
    says_more = terms.copay_per or terms.deductible_applies is not None
    return bool(terms.copay_usd) and not says_more


def limit_begun(line: str) -> Field | None:
    """The input of the limit that a line begins with, if it is about nothing else."""
    limit = None if _OF_A_VISIT.search(line) else limit_begun_with(line[: _LONGEST_LINE + 1])
    return FIELDS[limit][0] if limit else None
