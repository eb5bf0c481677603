"""A question, or a label, with its answer in the line below -> one line.

"What is the copay for therapy?" and "$30" below it. Of several questions before their answers it is
not known here which answer is whose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from carechoice.documents.limits.words import is_limit_label
from carechoice.documents.pasted.column_heads import with_term
from carechoice.documents.terms.tidy import tidy
from carechoice.documents.terms.words import label_of, tokens, whole_label

_LONGEST = 120
_BEGIN = r"(?:(?:what|how much)(?:['’]s| is| are) )?(?:(?:the|your|my|their) )?"
_TERM = r"(?P<term>co-?pay(?:ment)?|co-?ins(?:urance)?)"
_OF_SERVICE = (
    re.compile(rf"{_BEGIN}{_TERM} for (?:an? |the )?(?P<service>[^:?]+)\?", re.IGNORECASE),
    re.compile(rf"{_BEGIN}(?P<service>[^:?]+?) {_TERM} ?[:?]", re.IGNORECASE),
)
_OF_LIMIT = (
    re.compile(rf"{_BEGIN}(?P<limit>[^:?]+)\?", re.IGNORECASE),
    re.compile(
        r"how much of (?:(?:the|your|my|their) )?(?P<limit>[^:?]+?)"
        r" (?:has been|have you|is|was) (?:already )?(?P<met>met|paid|used|satisfied)\?",
        re.IGNORECASE,
    ),
)
_YES_OR_NO = re.compile(r"(?:yes|y|no|n)\.?", re.IGNORECASE)
_AMOUNTS = {"money", "percent", "no_charge", "not_covered", "pays_nothing"}


def with_answers(lines: Sequence[str]) -> list[str]:
    """The lines, with each question that has its answer right below it as a line with both."""
    told = [_with_own_answer(line) for line in lines]
    for at, line in enumerate(lines[:-1]):
        above = told[at - 1] if at else ""
        if above.endswith("?") or _is_answer(above):
            continue
        label, answer, after = _label(line), lines[at + 1], "".join(lines[at + 2 : at + 3])
        if label and _is_answer(answer) and not _is_answer(after):
            told[at : at + 2] = [_answered(*label, answer), ""]
        elif line.endswith("?") and _is_yes_or_no(answer) and not _is_yes_or_no(after):
            told[at : at + 2] = [f"{line} {answer}", ""]
    return told


def _with_own_answer(line: str) -> str:
    """A line with a question of ours and its answer as one that says what the answer is of."""
    question, mark, answer = line.partition("? ")
    label = _label(f"{question}?") if mark and _is_answer(answer) else None
    return _answered(*label, answer) if label else line


def _is_yes_or_no(line: str) -> bool:
    return bool(_YES_OR_NO.fullmatch(line))


def _answered(subject: str, term: str, answer: str) -> str:
    return f"{subject}: {with_term(term, answer) if term else answer}"


def _label(line: str) -> tuple[str, str] | None:
    """What a question is on, and which term or part of it; None of any other line."""
    if len(line) > _LONGEST:
        return None
    for question in _OF_SERVICE:
        if found := question.fullmatch(line):
            label = whole_label(found["service"])
            return (found["service"], f"{found['term']}:") if label and label.service else None
    for question in _OF_LIMIT:
        if (found := question.fullmatch(line)) and is_limit_label(found["limit"]):
            return found["limit"], "met:" if "met" in found.groupdict() else ""
    return None


def _is_answer(line: str) -> bool:
    """Whether a line is an amount and nothing that names what it is of."""
    said = [token.kind for token in tokens(tidy(line))] if len(line) <= _LONGEST else []
    is_understood = "unknown" not in said and not label_of(tidy(line)).end
    return is_understood and bool(_AMOUNTS & {*said})
