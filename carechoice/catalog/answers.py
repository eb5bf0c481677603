"""A plan's answers about inputs: the day, and for a paper, which one and where in it.

As text ``deductible_usd:2026-11-23`` is what the plan confirmed on that day, and
``deductible_usd:2026-11-23:eligibility:EB 4`` what somebody read in a paper then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, get_args

# Which kinds of papers there are.
Document = Literal["eligibility", "lines", "summary", "sheet"]
DOCUMENTS: tuple[Document, ...] = get_args(Document)
# Where something can stand in a paper; of any other place nothing is kept, so that what comes with
# a link is no text to a person.
_PLACE = re.compile(r"(?:line|page|row|EB) [0-9]{1,4}|benefitsInformation\[[0-9]{1,4}\]")


class Reading(NamedTuple):
    """When a value was read in a paper, in which kind of paper, and where; "" is not said."""

    day: date
    document: Document
    place: str


# Which inputs the plan itself has answered, by itself (the day) or in a paper, in their order.
Answer = date | Reading
Answers = tuple[tuple[str, Answer], ...]


def reading(day: date, document: Document, place: str) -> Reading:
    """A value read in a paper; a place that we do not know is left out."""
    return Reading(day, document, place if _PLACE.fullmatch(place) else "")


def day_of(answer: Answer) -> date:
    """On which day it was said, or read in a paper."""
    return answer.day if isinstance(answer, Reading) else answer


def in_order(days: dict[str, Answer], fields: Sequence[str]) -> Answers:
    """The answers in the order of the fields."""
    return tuple((field, days[field]) for field in fields if field in days)


def write_answer(field: str, answer: Answer) -> str:
    """One answer as text."""
    if not isinstance(answer, Reading):
        return f"{field}:{answer}"
    return ":".join([field, str(answer.day), answer.document, answer.place])


def read_answer(day: date, rest: str) -> Answer | None:
    """An answer given on that day, with the ``rest`` of its text; None if it is not one of ours."""
    if not rest:
        return day
    document, _, place = rest.partition(":")
    known = next((each for each in DOCUMENTS if each == document), None)
    if known is None or (place and not _PLACE.fullmatch(place)):
        return None
    return Reading(day, known, place)
