"""A line that says the terms in network and those out of it -> each by itself.

"In-network: $30 copay; out-of-network: 40%" and "$30 copay in network / 40% out of network". A line
with any other order stays whole, and is asked about.
"""

from __future__ import annotations

import re

_PROVIDERS = r"(?: providers?)?\b\)?"
_IN = re.compile(rf"\(?\b(?:in[- ]net(?:work)?|inn){_PROVIDERS}", re.IGNORECASE)
_OUT = re.compile(
    rf"\(?\b(?:out[- ]of[- ]net(?:work)?|oon|non[- ]?(?:network|participating)){_PROVIDERS}",
    re.IGNORECASE,
)
_TERMS = re.compile(r"[$%]|no charge|not covered|no coverage", re.IGNORECASE)
_AND = r"(?:[;,/.]| and\b| [–—-])"
_AT_END, _AT_START = re.compile(rf"{_AND} *\Z"), re.compile(rf" *{_AND} *")
_IS = " :=–—-,"


def networks_apart(line: str) -> tuple[str, str] | None:
    """The terms in network with their label, and those out of it; None of a line with one of them.

    Those in network say so: "Therapy: In-network: $30 copay".
    """
    inside, outside = list(_IN.finditer(line)), list(_OUT.finditer(line))
    if len(inside) != 1 or len(outside) != 1:
        return None
    first, second = sorted((*inside, *outside), key=re.Match.start)
    parts = line[: first.start()], line[first.end() : second.start()], line[second.end() :]
    label, one, other = _below_networks(*parts) or _before_networks(*parts) or ("", "", "")
    if not (_TERMS.search(one) and _TERMS.search(other)):
        return None
    own, others = (one, other) if first is inside[0] else (other, one)
    return f"{label}In-network: {own}", others


def _below_networks(head: str, between: str, tail: str) -> tuple[str, str, str] | None:
    """The label, and the terms that follow each network."""
    end = _AT_END.search(between)
    if _TERMS.search(head) or not end:
        return None
    return head, between[: end.start()].strip(_IS), tail.strip(_IS)


def _before_networks(head: str, between: str, tail: str) -> tuple[str, str, str] | None:
    """The label, and the terms that stand before each network."""
    start = _AT_START.match(between)
    label, colon, terms = head.rpartition(":")
    if tail or not start:
        return None
    return f"{label}{colon} " if colon else "", terms.strip(_IS), between[start.end() :].strip(_IS)
