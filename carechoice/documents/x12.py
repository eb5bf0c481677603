"""An X12 271, the eligibility answer of a payer, as text -> its benefits.

Segments that say who the person is are passed over unread. The delimiters are those that its first
segment, ISA, names by using them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from carechoice.documents.benefit import Benefit, benefit
from carechoice.documents.paper import RefusedError

_HEADER_ELEMENTS = 16
# Elements of an EB segment, by the fact they say (X12 005010X279A1, loops 2110C and 2110D).
_ELEMENTS = {
    "code": 1,
    "level": 2,
    "period": 6,
    "amount": 7,
    "share": 8,
    "approval": 11,
    "network": 12,
}
_SERVICES, _PROCEDURE = 3, 13
_LEVELS_OF_PEOPLE = ("22", "23")
_BETWEEN_CODES = re.compile(r"[^A-Za-z0-9]+")


def is_x12(text: str) -> bool:
    """Whether the text is an interchange of X12, whichever transaction is in it."""
    return text.lstrip("\ufeff \t\r\n").startswith("ISA")


def benefits_of_271(text: str) -> list[Benefit]:
    """The benefits of the one person it is about, in order. Raises RefusedError."""
    segments = list(_segments(text.lstrip("\ufeff \t\r\n")))
    names = [segment[0] for segment in segments]
    if [segment[1:2] for segment in segments if segment[0] == "ST"] != [["271"]]:
        raise RefusedError("other_transaction" if "ST" in names else "broken")
    if names[-1] != "IEA" or "SE" not in names:
        raise RefusedError("cut_off")
    if "EB" not in names:
        raise RefusedError("rejected" if "AAA" in names else "empty")
    if len(set(_people_with_benefits(segments))) > 1:
        raise RefusedError("several_people")
    return list(_benefits(segments))


def _segments(text: str) -> Iterator[list[str]]:
    """Each segment as its elements, the first of which is its name."""
    between = text[3:4]
    header = text.split(between, _HEADER_ELEMENTS) if between.strip() else []
    if len(header) <= _HEADER_ELEMENTS or len(header[-1]) < 2 or between.isalnum():
        raise RefusedError("broken")
    # The last element of the header is one sign; what follows it ends each segment.
    end = header[-1][1]
    *segments, after = text.split(end)
    if after.strip():
        raise RefusedError("cut_off")
    for segment in segments:
        if stripped := segment.strip():
            yield [element.strip() for element in stripped.split(between)]


def _people_with_benefits(segments: list[list[str]]) -> Iterator[str]:
    person = ""
    for segment in segments:
        if segment[0] == "HL" and segment[3:4] and segment[3] in _LEVELS_OF_PEOPLE:
            person = segment[1]
        elif segment[0] == "EB":
            yield person


def _benefits(segments: list[list[str]]) -> Iterator[Benefit]:
    at = [index for index, segment in enumerate(segments) if segment[0] == "EB"]
    for number, (start, end) in enumerate(zip(at, [*at[1:], len(segments)], strict=True), start=1):
        elements = segments[start]
        facts = {name: "".join(elements[place : place + 1]) for name, place in _ELEMENTS.items()}
        facts["procedure"] = _BETWEEN_CODES.split("".join(elements[_PROCEDURE:][:1]))[-1]
        services = _BETWEEN_CODES.split("".join(elements[_SERVICES : _SERVICES + 1]))
        yield benefit(
            facts,
            services,
            has_note=any(segment[0] == "MSG" for segment in segments[start:end]),
            place=f"EB {number}",
        )
