"""What stands beside the terms in the column for limitations -> what has to be asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from carechoice.documents.paper import Why
from carechoice.documents.summary.beside_deductible import (
    DeductibleBeside,
    deductible_beside,
    is_plain,
)

_APPROVAL = re.compile(
    r"pre-?auth|\bauth(?:orizations?)?\b|pre-?cert|approval|notification",
    re.IGNORECASE,
)
# What is said not to be needed. With terms beside it, or with more said of it, such as for whom, it
# is more than that.
_BARE = r"(?:(?!required|needed|deductible|copay|charge|cover)[^$%0-9])+"
_NOT_NEEDED = re.compile(
    rf"no {_BARE}(?:required|needed)|{_BARE}\bnot (?:required|needed)", re.IGNORECASE
)
_WHYS: dict[Why, re.Pattern[str]] = {
    "approval": _APPROVAL,
    "referral": re.compile(r"\breferral", re.IGNORECASE),
    "penalty": re.compile(r"penalt|\breduce|\bdenied\b|non-coverage", re.IGNORECASE),
    "iop_hint": re.compile(r"intensive outpatient|\biop\b", re.IGNORECASE),
    "limit": re.compile(
        r"\blimit(?:ed|s)?\b|\b[0-9]+ (?:visits?|days?|sessions?|hours?)\b|\bmax(?:imum)?\b|\bexclu"
        r"|not covered",
        re.IGNORECASE,
    ),
}
# Who else handles the care: named as such, or by a name that is none of the plan's own words.
_OTHER_COMPANY = re.compile(
    r"\bcarve[sd]?[- ]?out\b"
    r"|\b(?:administer|manage|handle|coordinate|arrange)(?:s|d|ed)?\b"
    r"(?! care\b)(?! by (?:the |your )?plan\b)"
    r"|\badministrator\b|\bvendor\b|\bemployee assistance\b|\beap\b"
    r"|\b(?:separate|other|another) (?:company|plan|insurer|carrier|summary|booklet)\b"
    r"|\bbehavioral health (?:company|organization|manager)\b",
    re.IGNORECASE,
)
_OWN_NAMES = (
    r"(?:in|out|network|participating|preferred|designated|plan|member|provider|primary|pcp|doctor"
    r"|physician|specialist|hospital|facility|tier|non|your|our|us|a|an|any|each|all|this|prior"
    r"|pre|medical|medicare|state|federal|law)"
)
_BY_NAME = re.compile(
    r"(?i:\b(?:by|through|via|from|with|contact|call)) (?i:the )?"
    rf"(?!(?i:{_OWN_NAMES}\w*\b))[A-Z]\w+"
)
_AMOUNT = re.compile(r"\$ ?[0-9]|[0-9] ?%|no charge|copay|coinsurance|cost[- ]shar", re.IGNORECASE)
_DEDUCTIBLE = re.compile(r"deductible", re.IGNORECASE)
_SHORT_DEDUCTIBLE = re.compile(r"\b(?:ded\b|deduct\b|cyd\b)\.?", re.IGNORECASE)
# What says nothing of the terms: that there is none, or where more stands.
_NOTHING = re.compile(
    r"[-–—_ ]*(?:none|n/a|not applicable|no limitations?)?[-–—_ ]*"
    r"|\*?(?:please )?(?:see|refer to) (?:section )?(?:the |your )?"
    r"(?:(?:plan|benefits?|policy|member) )?"
    r"(?:booklet|documents?|brochure|certificate|handbook|contract|policy)\*?(?: \([^)]*\))?"
    r"(?: at [\w./:-]+)?(?: for (?:more |further )?(?:details?|information)\*?)?"
    r"|\*?see section [\w ]+|\*?for more information.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Limitations:
    """``asks``: why to ask. ``changes_terms``: it names amounts, so the terms may be others.

    ``unread``: the parts that nothing of is known.
    """

    asks: tuple[Why, ...] = ()
    deductible: DeductibleBeside = field(default_factory=DeductibleBeside)
    changes_terms: bool = False
    unread: tuple[str, ...] = ()


def limitations_of(text: str) -> Limitations:
    """What the column says of the row it stands in."""
    spelt_out = _SHORT_DEDUCTIBLE.sub("deductible", text)
    parts = [part.strip() for part in re.split(r"[.;](?= |$)|•", spelt_out) if part.strip()]
    said = [part for part in parts if not is_plain(part)]
    rest = [part for part in said if not is_not_needed(part)]
    asks = [why for why, pattern in _WHYS.items() if any(map(pattern.search, rest))]
    if any(map(_is_by_other_company, rest)):
        asks.append("carve_out")
    return Limitations(
        tuple(asks),
        deductible_beside(parts),
        any(map(_changes, rest)),
        tuple(part for part in rest if not _is_read(part)),
    )


def is_not_needed(part: str) -> bool:
    """Whether it says of an approval or a referral that the plan wants none."""
    asks_first = _APPROVAL.search(part) or _WHYS["referral"].search(part)
    is_needed = not asks_first or not _NOT_NEEDED.fullmatch(part)
    return not is_needed and not _is_by_other_company(part)


def _is_by_other_company(part: str) -> bool:
    """Whether a part may name who else handles the care."""
    return bool(_OTHER_COMPANY.search(part) or _BY_NAME.search(part))


def _changes(part: str) -> bool:
    """Whether a part names an amount or the deductible, beside what it costs not to ask first."""
    if _WHYS["penalty"].search(part) and not _DEDUCTIBLE.search(part):
        return False
    return bool(_AMOUNT.search(part) or _DEDUCTIBLE.search(part))


def _is_read(part: str) -> bool:
    """Whether a part is asked about already, or says nothing."""
    is_asked = any(pattern.search(part) for pattern in _WHYS.values())
    return bool(
        is_asked or _is_by_other_company(part) or _changes(part) or _NOTHING.fullmatch(part)
    )
