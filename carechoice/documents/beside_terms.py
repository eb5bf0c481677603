"""A line beside those with terms: a limit on visits, an approval, the day the plan year starts.

As of terms, each word must be one it knows, so that a line on other care, or one that says that
there is no such thing, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from carechoice.documents.paper import Ask, Found
from carechoice.documents.summary.limitations import limitations_of

_WORD = (
    r"(?:in[- ]network|inn|outpatient|op|mental|behavioral|mh|bh|health|individual|office"
    r"|(?:psycho)?therapy|intensive|iop|programs?|services?|care|treatment|visits?|sessions?|days?"
    r"|limit(?:ed|s)?|max(?:imum)?|up|at most|no more than|allowed|[0-9]{1,3}"
    r"|prior|pre-?auth(?:orization)?|pre-?cert(?:ification)?|auth(?:orization)?|approval|referral"
    r"|(?:not )?required|needed|needs?|must|be|unless|more than|calendar|plan|benefit|policy"
    r"|contract|year|yr|annual|yearly|period"
    r"|for|of|is|are|an?|the|each|every|per|to|yes|and|or|all)(?!\w)"
)
_NOTE = re.compile(rf"(?:(?:{_WORD}|[-–:;,./()&=]) ?)+", re.IGNORECASE | re.ASCII)
_DAY = (
    r"(?:([0-9]{1,2})/([0-9]{1,2})|([a-z]{3})[a-z]*\.? ([0-9]{1,2})(?:st|nd|rd|th)?)"
    r"(?:(?:/|, ?| )[0-9]{2,4})?"
)
_YEAR = re.compile(
    r"(?:(?:plan|benefit|policy|contract|deductible) (?:year|period)"
    r"(?: (?:starts?|begins?|start date))?"
    r"|(?:deductible|accumulators?) (?:resets?|renews?|starts? again))(?: (?:on|each|every))?"
    rf"(?: ?[:=] ?| - | )(?:{_DAY}(?: ?(?:-|–|to|through|thru) ?{_DAY})?|(calendar year))",
    re.IGNORECASE | re.ASCII,
)
_MONTHS = {f"{date(2026, month, 1):%b}".casefold(): month for month in range(1, 13)}


def said_beside(line: str, *, words: str, place: str) -> Iterator[Found | Ask]:
    """When the plan year starts, and what has to be asked; nothing of a line on something else."""
    if found := _YEAR.fullmatch(line):
        if first := _first_day(*found.groups()):
            yield Found("plan_year_start", first, words, place, sure=False)
        yield Ask("plan_year", "plan_year_start", words, place)
    elif _NOTE.fullmatch(line):
        asks = limitations_of(line).asks
        yield from (Ask(why, words=words, place=place) for why in asks if why != "iop_hint")


def _first_day(*found: str | None) -> str:
    """The first day that is named, as month-day; nothing where not every year has it."""
    month, day, name, day_of_month = found[:4]
    if found[-1]:
        return "01-01"
    try:
        number = int(month or _MONTHS[(name or "").casefold()])
        first = date(2027, number, int(day or day_of_month or 0))
    except (KeyError, ValueError):
        return ""
    return f"{first:%m-%d}"
