"""Headings of amounts that are not what the patient owes for a visit.

They are prices, what was paid for visits in the past, or the share that the plan pays.
"""

from __future__ import annotations

import re

_PRICES = re.compile(
    r"\b(?:(?:self|private)[- ]pay|cash (?:prices?|rates?|fees?|pay)|fee schedules?"
    r"|sliding (?:scale|fees?)|prices?|fees|rates|charges?|billed|good faith|estimates?|discounts?"
    r"|ucr|(?:usual|reasonable) and customary|allow(?:ed|able) (?:amounts?|charges?|fees?|rates?)"
    r"|(?:contract(?:ed)?|negotiated) rates?|reimburse?ments?)\b|(?:^|[|\t] ?)allowed\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:paid|you owed|collected|receipts?|(?<!co-)(?<!co )payments? (?:received|made)|invoices?"
    r"|(?:billing |account |monthly )?statements?(?! of (?:benefits|coverage))|transactions?"
    r"|history|past|recent|(?:last|previous) (?:visits?|sessions?|bills?|appointments?)"
    r"|(?:amount|balance) due)\b",
    re.IGNORECASE,
)
_OF_SHARES = re.compile(
    r"co-?pay|co-?ins|cost[- ]shar|\b(?:you|member|patient) (?:will )?pays?\b", re.IGNORECASE
)
_PLAN = r"(?:plan|insurance|insurer|ins|company|payer|payor|carrier)"
_BY_PLAN = re.compile(
    rf"\b(?:{_PLAN}|we)(?: will| would| usually)? (?:pays?|covers?|reimburses?)\b"
    rf"|\b(?:{_PLAN}(?:['’]s)?|benefit|our) (?:share|portion|level|rate|percent(?:age)?)s?\b",
    re.IGNORECASE,
)
# Whose the care or the plan is says nothing of who pays.
_COVERED = re.compile(
    r"(?:(?:the|your|my|in[- ]network|network|mental|behavioral|health|outpatient|medical|amounts?"
    rf"|percent(?:age)?|{_PLAN}) ?)*(?:coverage|covered|covers)"
    r"(?: (?:at|by (?:the |your )?plan|levels?|rates?|amounts?|percent(?:age)?s?))?[ :]*",
    re.IGNORECASE,
)


# A sentence says something of one case, and heads nothing.
_MOST_WORDS = 8


def heads_no_terms(line: str) -> bool:
    """Whether amounts below a line are prices, or what was paid for visits in the past."""
    label = line.partition(":")[0]
    is_of_prices = _PRICES.search(label) and not _OF_SHARES.search(label)
    return _is_short(line) and bool(is_of_prices or _PAST.search(label))


def heads_plans_share(line: str) -> bool:
    """Whether a share below a line may be the plan's and not the patient's."""
    is_of_plan = _BY_PLAN.search(line) or _COVERED.fullmatch(line)
    return _is_short(line) and bool(is_of_plan) and not _OF_SHARES.search(line)


def _is_short(line: str) -> bool:
    return len(line.split()) <= _MOST_WORDS
