"""When a benefit of an eligibility answer counts, by the dates that stand beside it.

What a date is of is told by X12 005010X279A1, element DTP01.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

_Kind = Literal["span", "first", "start", "end", "service", "beside"]
# Of a plan, a benefit and eligibility a single day is the first one, maybe of a year. What is
# beside says nothing of when a benefit counts, such as when the answer was last brought up to date.
_KINDS: Mapping[str, _Kind] = {
    "291": "span",
    "292": "span",
    "307": "span",
    "193": "first",
    "348": "first",
    "340": "start",
    "346": "start",
    "356": "start",
    "539": "start",
    "194": "end",
    "341": "end",
    "347": "end",
    "349": "end",
    "357": "end",
    "540": "end",
    "472": "service",
    "102": "beside",
    "290": "beside",
    "295": "beside",
    "304": "beside",
    "318": "beside",
    "636": "beside",
    "771": "beside",
}
_DATE = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_DATES = re.compile(rf"{_DATE.pattern}(?: ?- ?{_DATE.pattern})?")
_TIME = re.compile(r"[T ][0-9:.]+(?:Z|[+-][0-9:]+)?\Z")


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which something counts, both included; None is open.

    ``opens_year``: only a first day is said, which may be that of one year. ``is_unread``: what is
    said of the days is not understood. ``told_on``: the day on which somebody said what counts, or
    that they were asked about.
    """

    start: date | None = None
    end: date | None = None
    opens_year: bool = False
    is_unread: bool = False
    told_on: date | None = None

    def holds(self, day: date, *, of_a_year: bool) -> bool:
        """Whether it counts on a day; ``of_a_year``: it is an amount for one year."""
        if self.is_unread or day < (self.start or day) or day > (self.end or day):
            return False
        return not (of_a_year and self.opens_year and _is_a_year_later(self.start, day))

    def is_of_year(self, day: date) -> bool:
        """Whether it begins in the year that ends with a day, and so is of no earlier one."""
        is_begun = self.start is not None and self.start <= day
        return not self.is_unread and is_begun and not _is_a_year_later(self.start, day)


def spans_of(dated: Iterable[tuple[str, str]]) -> tuple[Span, ...]:
    """When a benefit counts, by what each of its dates is of (DTP01) and the dates as text."""
    spans = tuple(_span(_KINDS.get(of), text) for of, text in dated if _KINDS.get(of) != "beside")
    has_end = any(span.end for span in spans)
    return tuple(replace(span, opens_year=span.opens_year and not has_end) for span in spans)


def spans_of_person(dated: Sequence[tuple[str, str]]) -> tuple[Span, ...]:
    """When all benefits of a person count, by dates that stand beside the person."""
    known = [(of, text) for of, text in dated if of in _KINDS]
    return tuple(replace(span, opens_year=False) for span in spans_of(known))


def year_of(text: str) -> tuple[Span, ...]:
    """The calendar year of the day that an answer was given; nothing where it names none.

    Behind the day its time may stand.
    """
    span = _span("service", _TIME.sub("", text))
    return () if span.is_unread else (span,)


def readable(text: str) -> str:
    """The dates of a text as YYYYMMDD or YYYYMMDD-YYYYMMDD; "" where it says anything else."""
    found = _DATES.fullmatch(text.strip())
    if not found:
        return ""
    first, last = "".join(found.groups()[:3]), "".join(filter(None, found.groups()[3:]))
    return f"{first}-{last}" if last else first


def days_of(dates: str) -> list[date]:
    """The days of dates that are ``readable``. Raises ValueError where the calendar lacks one."""
    return [date(int(day[:4]), int(day[4:6]), int(day[6:])) for day in dates.split("-")]


def _span(kind: _Kind | None, text: str) -> Span:
    try:
        days = days_of(readable(text)) if kind else []
    except ValueError:
        days = []
    if not days or (len(days) > 1 and kind not in ("span", "service")):
        return Span(is_unread=True)
    if kind == "service":
        # What is met is said for the plan year of that day.
        return Span(date(days[0].year, 1, 1), date(days[-1].year, 12, 31), told_on=days[0])
    if kind == "end":
        return Span(end=days[0])
    if len(days) > 1:
        return Span(days[0], days[-1])
    return Span(days[0], opens_year=kind in ("span", "first"))


def _is_a_year_later(start: date | None, day: date) -> bool:
    return start is not None and (day.year - 1, day.month, day.day) >= (
        start.year,
        start.month,
        start.day,
    )
