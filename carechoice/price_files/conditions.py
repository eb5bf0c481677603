"""What stands beside an amount and may change it: a step, a limit, a rule, a modifier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_TIMES = r"(?:days?|visits?|sessions?|hours?|units?)"
_HANGS = re.compile(
    # Steps: "days 1-3", "days 6+", "1-10 visits", "first 5 days", "$250 thereafter".
    r"\bdays? ?\d+ ?(?:[-–+&,]|to\b|thru\b|through\b|and\b|or\b)"
    rf"|\b\d+ ?(?:[-–]|to|thru|through) ?\d+ ?{_TIMES}\b"
    rf"|\b(?:first|initial|next|last|additional|subsequent) (?:[\w-]{{1,9}} )?{_TIMES}\b"
    r"|\bthere ?after\b|\bafter (?:the )?(?:[\w-]{1,9} )?(?:\d+|day|visit|session)|\badd[- ]?on\b"
    # Limits, and the lesser of two amounts.
    r"|\bup to\b|\bnot to exceed\b|\bmax(?:imum)?\b|\bminimum (?:payment|rate|of \$)|\bcapped\b"
    r"|\b(?:lesser|lower|greater|higher) of\b|\bstop[- ]?loss\b|\boutlier"
    # What is taken off, and what is paid with something else or not at all.
    r"|\bdiscount|\bsequest|\breduc(?:ed|tion)|\bless \d|\bmultiple (?:rates?|procedures?)"
    r"|\bnot (?:separately |a )?(?:payable|paid|covered|reimbursed|billable|allowed)"
    r"|\b(?:included (?:in|with)|(?:as )?part of)\b|\bexclud(?:es?|ed|ing)\b"
    # What is no whole day or session of the service.
    r"|\bno[- ]?show|\bmissed\b|\badd['’]?l\b|\boriginating site"
    r"|\b(?:family|couples?|marital|marriage|conjoint) (?:session|(?:psycho)?therapy|visit|counsel)"
    r"|\bmulti-?family"
    # Conditions.
    r"|\b(?:if|unless|only|when|except|otherwise|depend(?:s|ing)|tier(?:s|ed)?)\b|\bsubject to\b"
    # An amount of another time, or one that nobody agreed on.
    r"|\buntil\b|\bexpire[sd]?\b|\bterm(?:ed|inated)\b|\b(?:through|thru) \d{1,2}/"
    r"|\bestimate[ds]?\b|\baverage\b|\bavg\b|\bmedian\b|\bapprox",
    re.IGNORECASE,
)
# What says how the amount came about, what it is for, or how often that was done: a note of other
# words is not known to leave the amount as it is.
_WORDS = (
    r"there (?:were|was)|zero|no services? performed|one or more|instances?|prior|posting|file"
    r"|during|(?:items?|procedures?) or services?|[a-z ]{1,40} fee schedule|total billed charges?"
    r"|look-?back|period|months?|methodology|explained|algorithm|data element|other"
    r"|apc|opps|medicare|medicaid|cms|cy ?20\d\d|20\d\d|fee schedules?|rates?|contract(?:ed|ual)?"
    r"|negotiated|standard|charge(?= is)|amounts?|paid|pays?|based|percent|weight|conv(?:ersion)?"
    r"|factor|packaging|rules?|term line|hcpcs|cpt|per diem|dates?|days?|visits?|sessions?"
    r"|encounters?|hours?|hrs?|hourly|daily|weeks?|min(?:ute)?s?|iop|intensive|outpatient"
    r"|behaviou?ral|mental|psychiatric|health|programs?|services?|items?|treatment|all[- ]inclusive"
    r"|at|of|the|this|is|in|for|per|an?|as|each|to|by|and|on"
)
_TELLS_NO_MORE = re.compile(
    rf"(?:(?:{_WORDS}|\$?[\d,]*\d(?:\.\d+)?%?)(?![\w])|[\s|:;,./()\[\]*=–-])*+", re.IGNORECASE
)
# What files print for an algorithm where the amount itself is all that there is.
_NO_RULE = re.compile(r"|n/?a|none|-|per diem|fee schedule|apc|opps", re.IGNORECASE)
# By telephone or video (93, 95, GQ, GT), and for programs of mental health or substance use (HE,
# HF, HH); any other modifier may be for a shorter session, a group or another clinician.
_CHANGES_NOTHING = frozenset({"93", "95", "GQ", "GT", "HE", "HF", "HH"})
_MODIFIER = re.compile(r"[^\s,;:|/&+-]+")
_SETTINGS = ("", "outpatient", "inpatient", "both")


def conditions_of(
    description: str, notes: Iterable[str], *, formula: str, modifiers: Iterable[str], setting: str
) -> Iterator[str]:
    """The words beside an amount that may change it, as they are printed, each once.

    ``description``: the hospital's name of the service. ``notes``: how the rate is worked out and
    notes on it. ``formula``: the rule that is printed beside it. ``modifiers``: those of the line
    and behind its codes; of "-L | ON" each is looked up. Only notes, modifiers and settings that
    are known not to change an amount pass.
    """
    found = [description] if _HANGS.search(description) else []
    found += [each for each in notes if _HANGS.search(each) or not _TELLS_NO_MORE.fullmatch(each)]
    if not _NO_RULE.fullmatch(formula):
        found.append(formula)
    found += [
        each.strip(" -:,|/")
        for each in modifiers
        if not _CHANGES_NOTHING.issuperset(map(str.upper, _MODIFIER.findall(each)))
    ]
    if setting not in _SETTINGS:
        found.append(setting)
    yield from dict.fromkeys(found)
