"""Whether a line states terms or only names them."""

from __future__ import annotations

import re
from typing import Literal

from carechoice.documents.limits.phrases import NAMES_LIMIT
from carechoice.documents.terms.words import NAMES_TERMS, label_of

# Terms with an amount or what stands for one; words for terms alone; neither.
Stated = Literal["terms", "names", "nothing"]

# We do not read Spanish: terms in it are asked about.
_IN_SPANISH = (
    r"\b(?:deducible|co-?pagos?|co-?seguro|(?:gastos )?de(?: su)? bolsillo|terapias?|consultas?"
    r"|salud mental|por visita|sin (?:cargo|costo))\b"
)
_NAMES = re.compile(rf"{NAMES_LIMIT}|{NAMES_TERMS}|{_IN_SPANISH}", re.IGNORECASE | re.ASCII)
_DAY = re.compile(
    r"\b(?:[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})\b", re.ASCII
)
_YEAR = re.compile(r"(?<![\w$.,-])(?!2000)(?:19|20)[0-9]{2}(?![\w%]|[.,][0-9])", re.ASCII)
# A share of the poverty line, or of what plans pay on average, is no share of a bill.
_LEVEL = re.compile(
    r"[0-9]{2,3} ?% ?(?:of )?(?:the )?(?:fpl|federal poverty|poverty|csr|actuarial|av\b)"
    r"|\bcsr ?[0-9]{2} ?%?",
    re.IGNORECASE | re.ASCII,
)
_SIGN = re.compile(r"[$%]|[0-9] ?/ ?[0-9]", re.ASCII)
# A number that tells one plan, person or tier from another is no amount.
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?<!\btier )(?<!\bplan )(?<!\blevel )(?<!\bdependent )(?<!\bmember )"
    r"(?<!\boption )[0-9]",
    re.IGNORECASE | re.ASCII,
)
_NOT_COVERED = (
    r"non[- ]?covered|not a benefit|no (?:benefits?|coverage|(?:member|patient) cost)|excluded"
)
_IS_NOT_COVERED = re.compile(rf": *(?:is )?(?:{_NOT_COVERED})\b", re.IGNORECASE)
_IN_PLACE_OF_AMOUNT = re.compile(
    r"\b(?:none|unlimited|not applicable|n/a|no (?:charge|cost|limit|max(?:imum)?)|nothing|free"
    r"|in full|fully|not covered|waived|appl(?:y|ies)"
    rf"|{_NOT_COVERED})(?!\w)",
    re.IGNORECASE,
)
# What a service costs, in words that name no term.
_NOTHING_OF_SERVICE = re.compile(
    rf"{_NOT_COVERED}|\b(?:pays? nothing|free(?: of charge)?$)", re.IGNORECASE
)
_OF_LINE = 200


def stated(line: str) -> Stated:
    """What a line states. A day and a year are no amount."""
    text = _LEVEL.sub("", _YEAR.sub("", _DAY.sub("", line[: _OF_LINE + 1])))
    if _SIGN.search(text):
        return "terms"
    has_number, has_name = _NUMBER.search(text), _NAMES.search(text)
    if _IS_NOT_COVERED.search(text) or _is_of_service(text):
        return "terms"
    if not (has_number or has_name):
        return "nothing"
    if has_name and (has_number or _IN_PLACE_OF_AMOUNT.search(text)):
        return "terms"
    if label_of(text).service:
        return "terms"
    return "names" if has_name else "nothing"


def _is_of_service(text: str) -> bool:
    """Whether a line says in words alone that a service costs nothing, or is not covered."""
    return bool(_NOTHING_OF_SERVICE.search(text) and label_of(text).service)


def is_in_spanish(line: str) -> bool:
    """Whether a line says in Spanish what is owed for care."""
    return bool(re.search(_IN_SPANISH, line, re.IGNORECASE))


def names_a_day(line: str) -> bool:
    """Whether a line names a day of a year, as from which something holds."""
    return bool(_DAY.search(line))
