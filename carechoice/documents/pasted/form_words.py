"""The form's own words in a text copied from it: its questions as labels, its sentences as nothing.

They are the same in each form (45 CFR 147.200), so they say nothing of one plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_LONGEST = 200
_QUESTIONS = (
    (re.compile(r"what is the overall deductible ?\? *", re.IGNORECASE), "Overall deductible: "),
    (
        re.compile(
            r"(?:what is the|is there an) out[- ]of[- ]pocket (?:limit|maximum)"
            r"(?: (?:for this plan|on my expenses))? ?\? *(?:yes[.,] *)?",
            re.IGNORECASE,
        ),
        "Out-of-pocket limit: ",
    ),
)
# Why each answer matters, as the form puts it beside it.
_WHY = re.compile(
    r" *(?:generally, you must pay all of the costs from providers up to the deductible amount"
    r" before this plan begins to pay\b"
    r"|if you have other family members on the plan, each family member must meet their own"
    r" individual deductible until the total amount of deductible expenses paid by all family"
    r" members meets the overall family deductible\b"
    r"|this plan covers some items and services even if you haven['’]t yet met the (?:annual )?"
    r"deductible amount\b|but a copayment or coinsurance may apply\b"
    r"|you (?:don['’]t|do not) have to meet deductibles for specific services\b"
    r"|the out-of-pocket limit is the most you could pay in a year for covered services\b"
    r"|if you have other family members in this plan, they have to meet their own out-of-pocket"
    r" limits until the overall family out-of-pocket limit has been met\b"
    r"|even though you pay these expenses, they don['’]t count toward the out-of-pocket limit\b)"
    r"\.?",
    re.IGNORECASE,
)


def with_labels(lines: Sequence[str]) -> Iterator[str]:
    """Each line, with a label for a question of the form at its beginning.

    A question that was broken off and goes on in the next line is one.
    """
    begun = ""
    for line, after in pairwise([*lines, ""]):
        if begun:
            yield _labelled(f"{begun} {line}")
            begun = ""
        elif _goes_on(line, after):
            yield ""
            begun = line
        else:
            yield _labelled(line)


def without_why(line: str) -> str:
    """The line without the form's own sentences on why an answer matters."""
    return _WHY.sub("", line).strip() if len(line) <= 2 * _LONGEST else line


def _goes_on(line: str, after: str) -> bool:
    """Whether a question of the form begins in a line and ends in the next one."""
    whole = f"{line} {after}"
    return bool(line) and _labelled(line) == line and _labelled(whole) != whole


def _labelled(line: str) -> str:
    for question, label in _QUESTIONS if len(line) <= _LONGEST else ():
        if found := question.match(line):
            return f"{label}{line[found.end() :]}".strip()
    return line
