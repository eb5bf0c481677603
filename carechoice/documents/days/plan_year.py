"""A line on the day on which a plan year starts -> that day.

The day may stand as people write it: "7/1", "July 1", "July", "2026-07-01", "calendar year".
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {f"{date(2026, month, 1):%b}".casefold(): month for month in range(1, 13)}
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*"
_DAY = (
    rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}}/[0-9]{{1,2}}(?:/[0-9]{{2,4}})?"
    rf"|{_MONTH}\.?(?: [0-9]{{1,2}}(?:st|nd|rd|th)?(?:(?:, ?| )[0-9]{{4}})?)?)(?![0-9/])"
)
_STARTS = r"(?:starts?|begins?|resets?|renews?|runs?|start date)(?: again)?"
_SUBJECT = (
    rf"(?:the |your )?(?:(?:plan|benefit|policy|contract|deductible) (?:year|period)"
    rf"(?: type)?(?: {_STARTS}| is)?"
    rf"|(?:plan|benefits?|deductible|accumulat(?:ors?|ions?)) {_STARTS})"
    rf"(?: (?:on|each|every|from))?"
)
_LINE = re.compile(
    rf"{_SUBJECT}(?: ?[:=] ?| - | )"
    rf"(?:(?P<first>{_DAY})(?: ?(?:-|–|to|through|thru) ?{_DAY})?"
    rf"|(?P<calendar>calendar(?: year)?)(?:,? \(?{_STARTS}(?: on)? (?P<resets>{_DAY})\)?)?)",
    re.IGNORECASE | re.ASCII,
)
# A plan that a person joins late covers them from a day on which its year does not start.
_ABOUT_IT = re.compile(
    rf"(?:{_SUBJECT}|coverage (?:year|period))\b(?: ?[:=]|(?=.*\b(?:{_DAY}|calendar\b)))(?!.*[$%])",
    re.IGNORECASE | re.ASCII,
)
_ISO = re.compile(r"[0-9]{4}-([0-9]{2})-([0-9]{2})")
_NUMBERS = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_NAMED = re.compile(r"([a-z]{3})[a-z]*\.?(?: ([0-9]{1,2}))?", re.IGNORECASE)
_JANUARY_1 = "01-01"


def plan_year_start(line: str) -> str | None:
    """The first day of the plan year, as month-day; "" where it is about that and names no one day.

    None: the line is about something else.
    """
    if found := _LINE.fullmatch(line):
        if found["calendar"]:
            resets = _month_day(found["resets"]) if found["resets"] else _JANUARY_1
            return _JANUARY_1 if resets == _JANUARY_1 else ""
        return _month_day(found["first"])
    return "" if _ABOUT_IT.match(line) else None


def _month_day(text: str) -> str:
    """A day as month-day; "" where not every year has it."""
    if found := _ISO.match(text) or _NUMBERS.match(text):
        month, day = map(int, found.groups())
    elif found := _NAMED.match(text):
        month, day = _MONTHS[found[1].casefold()], int(found[2] or 1)
    else:
        return ""
    try:
        return f"{date(2027, month, day):%m-%d}"
    except ValueError:
        return ""
