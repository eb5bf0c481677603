"""Lines on a fee that may come on top of what a visit costs, such as that of a facility."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from carechoice.documents.paper import Ask, Field, Found, unsure
from carechoice.documents.terms.values import inputs_with
from carechoice.documents.terms.words import label_of
from carechoice.documents.text.placed_line import PlacedLine

_WHOSE = (
    r"(?:facilit(?:y|ies)|professional|hospital|clinic|technology|technical|provider[- ]based"
    r"|outpatient department|site)"
)
_FEE = re.compile(
    rf"\b{_WHOSE}\b[^:$%]{{0,30}}\b(?:fees?(?! schedule)|charges?|component|surcharge|add-on)\b"
    r"|\b(?:facility|professional)(?: services?)?(?: \([^)]{1,40}\))? ?(?:[:=]|(?=[$0-9]))",
    re.IGNORECASE | re.ASCII,
)
_OF_OTHER_CARE = re.compile(
    r"surg|inpatient|emergency|\ber\b|urgent|ambulat|\brooms?\b|\bstay|imaging|x-?ray|\blabs?\b"
    r"|diagnos|infusion|matern|birth|deliver|\brehab",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no|without)\b.{0,20}\bfee|(?:[:=]|\bis|\bfees?) ?(?:none|no|n/a|not applicable|waived"
    r"|included|no charge|\$0(?:\.00)?)(?![\w.])",
    re.IGNORECASE | re.ASCII,
)
_MISSED = re.compile(r"\bno[- ]show|\bmissed\b|\b(?:late )?cancel", re.IGNORECASE)


def is_for_missed_visit(line: str) -> bool:
    """Whether a line is on what a visit costs that nobody came to."""
    return bool(_MISSED.search(line))


def names_fee(line: str) -> bool:
    """Whether a line is on such a fee and names no service of its own."""
    return bool(_FEE.search(line)) and not label_of(line).service


def comes_on_top(line: str) -> bool:
    """Whether a fee may be one of therapy or of a program, by the line that names it."""
    return not (_OF_OTHER_CARE.search(line) or _NONE.search(line))


def beside_fees(said: Sequence[Found | Ask], fees: Sequence[PlacedLine]) -> list[Found | Ask]:
    """What is said of services, which may cost more by these fees: it is not sure, and asked."""
    if not fees:
        return list(said)
    of_services = [each for each in said if isinstance(each, Found) and inputs_with(each.field)]
    doubtful = [unsure(each) if each in of_services else each for each in said]
    return [*doubtful, *_asked(of_services, fees[0])]


def _asked(found: Sequence[Found], fee: PlacedLine) -> Iterator[Ask]:
    services = dict.fromkeys(inputs_with(each.field) for each in found)
    fields: list[Field | None] = [inputs.copay for inputs in services if inputs]
    yield from (Ask("fee", field, fee.words, fee.place) for field in fields or [None])
