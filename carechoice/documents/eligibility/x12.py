"""An X12 271, the eligibility answer of a payer, as text -> its benefits.

Segments that say who the person is are passed over unread. The delimiters are those that its first
segment, ISA, names by using them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from carechoice.documents.days.benefit import Span, spans_of, spans_of_person, year_of
from carechoice.documents.eligibility.benefit import Benefit, Beside, benefit
from carechoice.documents.eligibility.subject import of_the_active_plan
from carechoice.documents.paper import RefusedError

_HEADER_ELEMENTS = 16
# Elements of an EB segment, by the fact they say (X12 005010X279A1, loops 2110C and 2110D).
_ELEMENTS = {
    "code": 1,
    "level": 2,
    "insurance": 4,
    "period": 6,
    "amount": 7,
    "share": 8,
    "approval": 11,
    "network": 12,
}
_SERVICES, _PLAN_NAME, _UNIT, _QUANTITY, _PROCEDURE = 3, 5, 9, 10, 13
_LEVELS_OF_PEOPLE = ("22", "23")
_BETWEEN_CODES = re.compile(r"[^A-Za-z0-9]+")
# What a code of the composite EB13 is of: a procedure as providers bill it.
_BILLED_AS = ("", "HC")
_PLACE_OF_SERVICE = "ZZ"
# Segments beside an EB that are read, and REF, which has the numbers that a plan goes by.
_READ = ("DTP", "HSD", "III", "REF")
# A person or company beside an EB; it may be the only one that the benefit is for.
_ENTITY = ("LS", "NM1", "PRV", "N3", "N4", "PER", "LE")
_AFTER_BENEFITS = ("HL", "SE")
# Where the day of the answer stands (BHT04).
_ANSWER_DAY = 4


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
    return of_the_active_plan(list(_benefits(segments)))


def day_of_271(text: str) -> str:
    """The day of an answer, as it stands in it; "" where it names none, or is not read."""
    try:
        return _answer_day(list(_segments(text.lstrip("\ufeff \t\r\n"))))
    except RefusedError:
        return ""


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


def _benefits(segments: list[list[str]]) -> Iterator[tuple[Benefit, str]]:
    """Each benefit, with the name of the plan that it is of."""
    at = [index for index, segment in enumerate(segments) if segment[0] == "EB"]
    of_all = _spans_of_all(segments[: at[0]])
    for number, (start, end) in enumerate(zip(at, [*at[1:], len(segments)], strict=True), start=1):
        elements = segments[start]
        facts = {name: _element(elements, place) for name, place in _ELEMENTS.items()}
        facts["procedure"], modifiers = _billed_as(_element(elements, _PROCEDURE))
        each = benefit(
            facts,
            _BETWEEN_CODES.split(_element(elements, _SERVICES)),
            _beside(elements, list(_own(segments[start + 1 : end])), modifiers, of_all),
            place=f"EB {number}",
        )
        yield each, _element(elements, _PLAN_NAME)


def _own(after: Sequence[list[str]]) -> Iterator[list[str]]:
    """The segments that belong to a benefit, of those that follow it."""
    for segment in after:
        if segment[0] in _AFTER_BENEFITS:
            return
        yield segment


def _spans_of_all(before: Sequence[list[str]]) -> tuple[Span, ...]:
    """When all benefits count: by the dates beside the person, and in the year of the answer."""
    return (*year_of(_answer_day(before)), *spans_of_person(_dated(before)))


def _answer_day(segments: Sequence[list[str]]) -> str:
    return next((_element(each, _ANSWER_DAY) for each in segments if each[0] == "BHT"), "")


def _dated(segments: Sequence[list[str]]) -> list[tuple[str, str]]:
    """What each date is of, and the date as text."""
    return [(_element(each, 1), _element(each, 3)) for each in segments if each[0] == "DTP"]


def _billed_as(composite: str) -> tuple[str, tuple[str, ...]]:
    """The code of a procedure, which follows what it is a code of, and its modifiers."""
    parts = _BETWEEN_CODES.split(composite)
    of, code, *modifiers = parts if len(parts) > 1 else ("", *parts)
    other_kind = () if of in _BILLED_AS else (of,)
    return code, (*other_kind, *filter(None, modifiers))


def _beside(
    elements: list[str],
    segments: Sequence[list[str]],
    modifiers: tuple[str, ...],
    of_all: tuple[Span, ...],
) -> Beside:
    names = {segment[0] for segment in segments}
    about = [segment for segment in segments if segment[0] == "III"]
    is_of_places = all(_element(each, 1) == _PLACE_OF_SERVICE for each in about)
    counted = next(("".join(each[1:3]) for each in segments if each[0] == "HSD"), "")
    dated = _dated(segments)
    return Beside(
        modifiers=modifiers,
        places=tuple(_element(each, 2) for each in about if is_of_places),
        dates=tuple(text for _, text in dated),
        spans=(*of_all, *spans_of(dated)),
        quantity="".join(elements[_UNIT : _QUANTITY + 1]) or counted,
        has_condition=not is_of_places
        or bool(names & {"HSD", *_ENTITY})
        or any(elements[_PROCEDURE + 1 :]),
        has_note=bool(names - {*_READ, *_ENTITY}),
    )


def _element(segment: Sequence[str], place: int) -> str:
    """An element by its number; "" where the segment ends before it."""
    return "".join(segment[place : place + 1])
