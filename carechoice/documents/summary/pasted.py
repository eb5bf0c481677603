"""Lines copied from the form: whether what they leave unsaid of the deductible is as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from carechoice.documents.limits.words import tokens
from carechoice.documents.summary.other_care import (
    has_other_deductibles_only,
    names_other_care_only,
)
from carechoice.documents.terms.line import read_services
from carechoice.documents.terms.owed import NotUnderstoodError

# More of them than any form has are not looked at.
_MOST_LINES = 100
_DEDUCTIBLE = re.compile(r"deductible|\b(?:ded|deduct|cyd)\b", re.IGNORECASE)
_OVERALL = re.compile(r"what is the overall deductible ?\??|(?:overall )?deductible ?:", re.I)
_BEFORE = re.compile(r"are there services covered before you meet your deductible ?\??", re.I)
_OTHERS = re.compile(r"are there other deductibles for specific services ?\??", re.I)
_QUESTION = re.compile("|".join(each.pattern for each in (_OVERALL, _BEFORE, _OTHERS)), re.I)
# Sentences that stand in each form (45 CFR 147.200).
_IN_EACH_FORM = re.compile(
    r".*\bare after your deductible has been met, if a deductible applies\.?"
    r"|generally, you must pay all of the costs from providers up to the deductible amount before"
    r" this plan begins to pay\.?"
    r"|this plan covers some items and services even if you haven['’]t yet met the (?:annual )?"
    r"deductible amount\.?"
    r"|you (?:don['’]t|do not) have to meet deductibles for specific services\.?",
    re.IGNORECASE,
)
# Of other care it says that the deductible comes first, and of ours nothing else.
_FIRST = re.compile(r"\bafter (?:the |your )?deductible", re.IGNORECASE)
_LESS = re.compile(r"\b(?:only|except|not|no|waive[ds]?|before|first)\b|n['’]t\b", re.IGNORECASE)


def is_unsaid_as_in_form(text: str) -> bool:
    """Whether no line says of the deductible what may make care come before it, or have another.

    Each line that names the deductible must be known: terms of a service, an amount, an answer of
    the form on other care, or a sentence that each form has.
    """
    lines = list(islice(_lines(text), _MOST_LINES + 1))
    return len(lines) <= _MOST_LINES and all(map(_is_known, lines))


def _lines(text: str) -> Iterator[str]:
    """Those that name the deductible; below a question that stands alone is its answer."""
    question = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if _QUESTION.fullmatch(line):
            question = line
            continue
        whole, question = f"{question} {line}".strip(), ""
        if _DEDUCTIBLE.search(whole):
            yield whole


def _is_known(line: str) -> bool:
    if found := _BEFORE.match(line):
        return names_other_care_only(line[found.end() :])
    if found := _OTHERS.match(line):
        return has_other_deductibles_only(line[found.end() :])
    found = _OVERALL.match(line)
    said = tokens(line[found.end() :] if found else line)
    named = " ".join(each.text for each in said if each.kind == "unknown")
    is_amount = not named or names_other_care_only(named)
    comes_first = _FIRST.search(line) and not _LESS.search(line)
    return bool(is_amount or comes_first or _IN_EACH_FORM.fullmatch(line) or _states_terms(line))


def _states_terms(line: str) -> bool:
    try:
        return bool(read_services(line))
    except NotUnderstoodError:
        return False
