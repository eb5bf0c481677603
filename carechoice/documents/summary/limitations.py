"""What stands beside the terms in the column for limitations -> what has to be asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from carechoice.documents.paper import Why

_WAIVED = re.compile(
    r"(?:(?:in[- ]network|participating|preferred|network|plan) providers?: )?"
    r"(?:(?:the |your )?deductible (?:does not apply|(?:is )?waived)"
    r"|not subject to (?:the )?deductible)",
    re.IGNORECASE,
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
_AMOUNT = re.compile(r"\$ ?[0-9]|[0-9] ?%|no charge|copay|coinsurance|cost[- ]shar", re.IGNORECASE)
_DEDUCTIBLE = re.compile(r"deductible", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limitations:
    """``asks``: why to ask. ``changes_terms``: it names amounts, so the terms may be others."""

    asks: tuple[Why, ...] = ()
    waives_deductible: bool = False
    changes_terms: bool = False


def limitations_of(text: str) -> Limitations:
    """What the column says of the row it stands in."""
    parts = [part.strip() for part in re.split(r"[.;](?= |$)", text) if part.strip()]
    waives = [part for part in parts if _WAIVED.fullmatch(part)]
    rest = [part for part in parts if part not in waives and not is_not_needed(part)]
    asks = tuple(why for why, said in _WHYS.items() if any(map(said.search, rest)))
    changes = any(_changes(part) for part in rest)
    return Limitations(asks, bool(waives), changes)


def is_not_needed(part: str) -> bool:
    """Whether it says of an approval or a referral that the plan wants none."""
    asks_first = _APPROVAL.search(part) or _WHYS["referral"].search(part)
    return bool(asks_first and _NOT_NEEDED.fullmatch(part))


def _changes(part: str) -> bool:
    """Whether a part names an amount or the deductible, beside what it costs not to ask first."""
    if _WHYS["penalty"].search(part) and not _DEDUCTIBLE.search(part):
        return False
    return bool(_AMOUNT.search(part) or _DEDUCTIBLE.search(part))
