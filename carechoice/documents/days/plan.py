"""A line on the days of a plan, or of one of its years -> which days, such as those of this year.

A line is read if it has no word but those listed here beside its dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from carechoice.documents.days.benefit import Span

_FLAGS = re.IGNORECASE | re.ASCII
_Kind = Literal["span", "year", "start", "end", "reset", "as_of"]
_MONTHS = {f"{date(2026, month, 1):%b}".casefold(): month for month in range(1, 13)}
# A plan without an end is told with one in the year 9999.
_Y = r"(?:19|20|99)[0-9]{2}"
_DATE = re.compile(
    rf"(?<![0-9/-])(?P<iso>{_Y}-[0-9]{{2}}-[0-9]{{2}})(?![0-9/-])"
    rf"|(?<![0-9/-])(?P<dashes>[0-9]{{1,2}}-[0-9]{{1,2}}-{_Y})(?![0-9/-])"
    rf"|(?<![0-9/])(?P<slashes>[0-9]{{1,2}}/[0-9]{{1,2}}/(?:{_Y}|[0-9]{{2}}))(?![0-9/])"
    rf"|\b(?P<month>{'|'.join(_MONTHS)})[a-z]*\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?"
    rf" (?P<year>{_Y})(?![0-9/])"
    rf"|(?<![0-9/-])(?P<first>[0-9]{{1,2}})(?:[- ]| of )(?P<named>{'|'.join(_MONTHS)})[a-z]*\.?"
    rf"[- ,]{{1,2}}(?P<of>{_Y})(?![0-9/])"
    rf"|(?<![0-9/])(?P<whole>{_Y}(?:0[1-9]|1[0-2])[0-3][0-9])(?![0-9/])",
    _FLAGS,
)
# From the first day of one month to the last of another.
_MONTHS_ALONE = re.compile(
    rf"\b(?P<from>{'|'.join(_MONTHS)})[a-z]*\.? (?P<from_year>{_Y})"
    rf"(?P<to> ?(?:-|–|—|to|through|thru|until) ?)"
    rf"(?P<until>{'|'.join(_MONTHS)})[a-z]*\.? (?P<until_year>{_Y})(?![0-9/])",
    _FLAGS,
)
_LONGEST = 120
# Stands for a date where the words beside it are looked at.
_D = "@"
_PLAN = (
    r"(?:(?:the|your|my|current|this|these|active|medical|health|insurance|group|member"
    r"|in[- ]network|plan|benefits?|policy|contract|coverage|covered|eligibility|eligible"
    r"|deductible|accumulat(?:or|ion)s?)[ -]?)"
)
_YEAR = rf"{_PLAN}*(?:(?:calendar|plan|benefit|policy|contract) )?(?:year|period)"
_IS = r"(?:(?: (?:is|runs|from|effective|in effect|active|valid|of))*(?: ?[:=] ?| - | ))"
_END = (
    r"(?:term(?:ed|s|ination|inates|inated)?|end(?:s|ed|ing)?|expir(?:es|ed|ation)"
    r"|valid (?:through|thru|until|to|till))"
)
_TO = rf"(?: ?(?:-|–|—|to|through|thru|until) ?|[ ,;|/]+{_END}(?: date)?(?: ?[:=])? )"
# When somebody asked or looked, which what is told is of.
_TOLD_ON = (
    r"(?:(?:last )?updated|verified|checked|called|printed|(?:verification|call|vob)(?: date)?"
    r"|date|date (?:verified|called|checked|of (?:the )?(?:call|verification)))(?: on)?"
)
_OPEN = r"(?:n/?a|none|open|ongoing|present|current|active|not applicable|[-–—]{1,2})"
_NO_END = re.compile(rf"{_PLAN}*{_END}(?: date)?(?: ?[:=])? {_OPEN}", _FLAGS)
_LINES: Sequence[tuple[_Kind, str]] = (
    (
        "span",
        rf"(?:{_YEAR}|{_PLAN}+(?:dates?|term|span)?"
        rf"|{_PLAN}*(?:effective|eff\.?|valid)(?: dates?| from)?)"
        rf"{_IS}{_D}{_TO}{_D}",
    ),
    ("year", rf"{_YEAR}(?: (?:starts?|begins?|began|start date))?(?: on)?{_IS}{_D}"),
    (
        "start",
        rf"{_PLAN}*(?:effective|eff\.?|start|starts|began|begin|begins|since)"
        rf"(?: date| as of| on| since)?{_IS}{_D}(?:{_TO}{_OPEN})?|{_PLAN}+{_IS}{_D}{_TO}{_OPEN}",
    ),
    ("end", rf"{_PLAN}*{_END}(?: date| on)?{_IS}{_D}"),
    ("reset", rf"{_PLAN}+(?:resets?|renews?|starts again|renewal)(?: date| on)?{_IS}{_D}"),
    (
        "as_of",
        rf"(?:(?:{_PLAN}|(?:amounts?|balances?|information|totals?|progress|accums?)[ -]?)*"
        rf"(?:as of|{_TOLD_ON})|(?:{_PLAN}|(?:ytd|year to date) )+through){_IS}{_D}",
    ),
)
_CALENDAR_YEAR = re.compile(
    rf"(?:{_PLAN}*(?:year|period)?{_IS})?(?:calendar year|cy)(?: ?:)? (?P<after>20[0-9]{{2}})"
    r"|(?P<before>20[0-9]{2}) (?:calendar year|cy)"
    # The plan year of a number is the one that begins in that year.
    rf"|{_PLAN}*(?:plan|benefit|policy|contract|coverage) (?:year|period)(?: is)?(?: ?[:=])?"
    r" (?P<named>20[0-9]{2})|(?P<naming>20[0-9]{2}) (?:plan|benefit|policy|coverage) year"
    rf"|py ?(?P<short>20[0-9]{{2}})|{_PLAN}*benefits? (?:for|in|of) (?P<of>20[0-9]{{2}})"
    r"|(?:your )?(?P<before_benefits>20[0-9]{2}) (?:plan )?(?:benefits?|coverage)(?: summary)?",
    _FLAGS,
)
# So much of what stands before a date is looked at: "satisfied on " and some more.
_MOST_BEFORE = 20
_AS_OF = re.compile(r"\b(?:as of:?|(?:met|reached|satisfied) on) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlanDays:
    """The days of a plan that a line names. ``begins_part``: the lines below it are of those."""

    span: Span
    begins_part: bool

    def holds(self, day: date) -> bool:
        """Whether the plan, or its year, has a day among them."""
        return self.span.holds(day, of_a_year=True)


def days_of_plan(line: str) -> PlanDays | None:
    """The days of the plan that a line is on; None: it is on something else, or not understood."""
    said = line.strip().rstrip(".")
    if len(said) > _LONGEST:
        return None
    if found := _CALENDAR_YEAR.fullmatch(said):
        year = int(next(filter(None, found.groups())))
        return PlanDays(Span(date(year, 1, 1), date(year, 12, 31)), begins_part=True)
    if _NO_END.fullmatch(said):
        return PlanDays(Span(), begins_part=False)
    said = _MONTHS_ALONE.sub(_with_days, said)
    days = [_day(found) for found in _DATE.finditer(said)]
    words = _DATE.sub(_D, said)
    kind = next((kind for kind, line in _LINES if re.fullmatch(line, words, _FLAGS)), None)
    known = [day for day in days if day]
    if kind is None or not known or len(known) < len(days) or known[-1] < known[0]:
        return None
    return PlanDays(_span(kind, known[0], known[-1]), begins_part=kind in ("span", "year"))


def is_as_of_now(text: str, today: date) -> bool:
    """Whether all that a text says "as of" a day counts in the year of ``today``, too."""
    days = _days_as_of(text)
    return all(day and _span("as_of", day, day).holds(today, of_a_year=True) for day in days)


def as_of_day(text: str) -> date | None:
    """The first of the days that a text says something "as of"; None where it names none."""
    return min(filter(None, _days_as_of(text)), default=None)


def _with_days(found: re.Match[str]) -> str:
    month, year = _MONTHS[found["until"].casefold()], int(found["until_year"])
    first = date(int(found["from_year"]), _MONTHS[found["from"].casefold()], 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return f"{first}{found['to']}{after - timedelta(days=1)}"


def _days_as_of(text: str) -> list[date | None]:
    dates = ((found, max(0, found.start() - _MOST_BEFORE)) for found in _DATE.finditer(text))
    return [_day(found) for found, at in dates if _AS_OF.search(text[at : found.start()])]


def _span(kind: _Kind, first: date, last: date) -> Span:
    if kind == "span":
        return Span(first, last)
    if kind == "end":
        return Span(end=last)
    if kind == "reset":
        return Span(first - timedelta(days=365), first - timedelta(days=1))
    # What was met by a day of this year counts in it, as of an eligibility answer.
    if kind == "as_of":
        return Span(first, date(first.year, 12, 31), told_on=first)
    return Span(first, opens_year=kind == "year")


def _day(found: re.Match[str]) -> date | None:
    try:
        if found["whole"]:
            return date.fromisoformat(found["whole"])
        if found["first"]:
            return date(int(found["of"]), _MONTHS[found["named"].casefold()], int(found["first"]))
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        if told := found["slashes"] or found["dashes"]:
            month, day, year = re.split("[/-]", told)
            return date(int(year if len(year) == 4 else f"20{year}"), int(month), int(day))
        return date(int(found["year"]), _MONTHS[found["month"].casefold()], int(found["day"]))
    except ValueError:
        return None
