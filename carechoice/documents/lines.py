"""Lines of text on a plan's terms, from a portal or a verification of benefits -> a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from carechoice.documents.beside_terms import said_beside
from carechoice.documents.limit_line import limit_begun_with, limit_named, read_limit
from carechoice.documents.limit_values import FIELDS, Unsaid, said_of_limit
from carechoice.documents.limit_words import Limit
from carechoice.documents.line import LineTerms, NotUnderstoodError, Reason, read_services
from carechoice.documents.line_words import label_of
from carechoice.documents.paper import Ask, Field, Found, Paper, RefusedError, Why, paper_of
from carechoice.documents.service_terms import (
    INPUTS_OF,
    IOP_INPUTS,
    THERAPY_INPUTS,
    said_of_service,
)
from carechoice.documents.summary.limitations import is_not_needed

# A line longer than any with terms is asked about as a whole: what is cut off may be a condition.
_LONGEST_LINE = 200
_LONGEST_SHOWN = 80
# More with terms than a screen or a form has: nobody could look over what is asked of each.
_MOST_LINES = 500
# More than any screen has, those without terms among them.
_MOST_LINES_IN_ALL = 5_000
# Other lines of a screen, such as those with a name, are passed over unread.
_STATES_TERMS = re.compile(
    r"[$%]|\b(?:covered|charge|deductible|copay|coinsurance|oop|out[- ]of[- ]pocket)\b|\d ?/ ?\d",
    re.IGNORECASE,
)
# What a visit costs, beside a limit that is only its condition.
_OF_A_VISIT = re.compile(r"%|\b(?:co-?pay|co-?insurance|waived|appl(?:y|ies)|visit)", re.IGNORECASE)
_NAMES_PROGRAM = re.compile(
    r"\biop\b|intensive outpatient|\bs9480\b|\bh0015\b|\b090[56]\b", re.IGNORECASE
)
# Below such a heading lines are for other care, or another network, until one says otherwise.
_OTHER_CARE = re.compile(
    r"out[- ]of[- ]network|\boon\b|\bnon(?:[- ]|network|par|preferred)|inpatient|emergency|hospital"
    r"|dental|vision|pharmacy|drug|surgery|urgent|\btier|famil|dependent|child|spouse|secondary"
    r"|primary care|\bpcp\b|specialist|\beap\b|telehealth|virtual|online",
    re.IGNORECASE,
)
# What a condition or another time begins with: without an amount it holds for all lines below it.
_CONDITION = re.compile(
    r"(?:if|with|without|after|before|until|once|when|under|over|only|previous|prior|next)\b"
    r"(?!.*[$%])",
    re.IGNORECASE,
)
_IN_NETWORK = re.compile(r"\bin[- ]network|\binn\b", re.IGNORECASE)
_OWN_CARE = re.compile(r"in[- ]network|\binn\b|outpatient|mental|behavioral", re.IGNORECASE)
_WHY: dict[Reason, Why] = {"unknown": "not_understood", "cells": "cells", "who_pays": "who_pays"}


def read_lines(text: str, *, is_from_form: bool = False) -> Paper:
    """What the lines say of therapy and of a program, for care in network.

    A single line that names no service is most likely meant for therapy visits; it never fills what
    a program day costs. Of several lines, one that names none is asked about, and so is every line
    below a heading for other care. In the federal form "Summary of Benefits and Coverage"
    (``is_from_form``) what a line leaves unsaid is after the deductible, as the form says above its
    table; lines from elsewhere are asked about. A deductible or a maximum that names no network is
    not sure, but below a heading that does. Raises RefusedError for more lines than a person can
    look over.
    """
    split = text.splitlines()
    if len(split) > _MOST_LINES_IN_ALL:
        raise RefusedError("much_text")
    lines = [(f"line {at}", line) for at, line in _unfolded(split) if not is_not_needed(line)]
    if sum(bool(_STATES_TERMS.search(line)) for _, line in lines) > _MOST_LINES:
        raise RefusedError("many_lines")
    is_alone = sum(bool(line) for _, line in lines) == 1
    read = partial(_line, is_alone=is_alone, is_from_form=is_from_form)
    heading = ""
    said: list[Found | Ask] = []
    for place, line in lines:
        beside = said_beside(line, words=_shown(line), place=place)
        if not _is_other_care(heading) and (found := list(beside)):
            said += found
        elif _CONDITION.match(line):
            heading = line
        elif _STATES_TERMS.search(line):
            limit = limit_named(line[: _LONGEST_LINE + 1])
            of_limit = limit and _limit(line, place, limit, heading, is_alone=is_alone)
            said += of_limit or read(line, place, heading)
        elif _OTHER_CARE.search(line) or _OWN_CARE.search(line):
            heading = line
    return paper_of("lines", [*said, *_left_open(said)])


def _is_other_care(heading: str) -> bool:
    return bool(_OTHER_CARE.search(heading) or _CONDITION.match(heading))


def _unfolded(split: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line with its number, from 1; one that was broken off goes on where it was broken.

    What begins small below what does not, and names nothing, is the rest of a cell.
    """
    begun, whole = 0, ""
    for at, line in enumerate(map(str.strip, split), start=1):
        if _goes_on(whole, line):
            whole = f"{whole} {line}"
            continue
        if begun:
            yield begun, whole
        begun, whole = at, line
    if begun:
        yield begun, whole


def _goes_on(above: str, line: str) -> bool:
    begins_small = line[:1].islower() or line[:1] in tuple("(;,")
    names_nothing = not (label_of(line).service or limit_named(line[: _LONGEST_LINE + 1]))
    return bool(above) and begins_small and not above[0].islower() and names_nothing


def _as_in_form(terms: LineTerms) -> LineTerms:
    """The form says it of copayments and shares, and not of what is free."""
    is_free = terms.copay_usd == 0 and terms.coinsurance_percent == 0
    is_unsaid = terms.deductible_applies is None and not is_free
    return replace(terms, deductible_applies=True) if is_unsaid else terms


def _left_open(said: list[Found | Ask]) -> Iterator[Ask]:
    fields = {each.field for each in said}
    for inputs in (THERAPY_INPUTS, IOP_INPUTS):
        if not {inputs.copay, inputs.not_covered} & fields:
            yield Ask("missing", inputs.copay)
            yield Ask("missing", inputs.pays)


def _shown(line: str) -> str:
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"


def _limit(
    line: str, place: str, limit: Limit, heading: str, *, is_alone: bool
) -> Iterator[Found | Ask]:
    """What a line says of the deductible or the maximum, below this heading."""
    words, total = _shown(line), FIELDS[limit][0]
    if _is_other_care(heading):
        yield Ask("heading", total, words, place)
        return
    try:
        if len(line) > _LONGEST_LINE:
            raise NotUnderstoodError(line)
        amounts = read_limit(line)
    except NotUnderstoodError:
        yield Ask("not_understood", total, words, place)
        return
    unsaid = Unsaid(network=bool(_IN_NETWORK.search(heading)), service=is_alone)
    yield from said_of_limit(amounts, limit, words=words, place=place, unsaid=unsaid)


def _line(
    line: str, place: str, heading: str, *, is_alone: bool, is_from_form: bool
) -> Iterator[Found | Ask]:
    """What a line says of a service, below this heading."""
    words = _shown(line)
    is_other_care = _is_other_care(heading)
    try:
        if len(line) > _LONGEST_LINE:
            raise NotUnderstoodError(line)
        services = read_services(line)
    except NotUnderstoodError as error:
        yield Ask(_WHY[error.reason], _limit_first(line), words, place)
        return
    for each in services:
        terms = _as_in_form(each) if is_from_form else each
        inputs = INPUTS_OF[terms.service] if terms.service else THERAPY_INPUTS
        if is_other_care or not (terms.service or is_alone):
            yield Ask("service", inputs.copay, words, place)
            continue
        is_sure = terms.service == "office_visit" or bool(_NAMES_PROGRAM.search(line))
        yield from said_of_service(terms, inputs, words=words, place=place, is_sure=is_sure)
        if not is_sure:
            yield Ask("service", inputs.copay, words, place)


def _limit_first(line: str) -> Field | None:
    """The input of the limit that a line begins with, if it is about nothing else."""
    limit = None if _OF_A_VISIT.search(line) else limit_begun_with(line[: _LONGEST_LINE + 1])
    return FIELDS[limit][0] if limit else None
