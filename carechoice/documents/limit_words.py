"""The words of what is said on a deductible or an out-of-pocket maximum, each with its kind."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Limit = Literal["deductible", "oop_max"]
State = Literal["total", "met", "remaining"]
Level = Literal["individual", "family"]
Network = Literal["in", "oon", "in_and_oon"]

_PROVIDERS = r"(?: (?:providers?|facilit(?:y|ies)|benefits?))?"
_NOT_IN = (
    r"(?:out[- ]of[- ](?:network|plan|area)|non[- ]?(?:participating|preferred|network|plan|par))"
)
_IN = r"(?:in[- ](?:network|plan)|participating|preferred|network|plan(?= providers?\b))"
_DATE = r"(?:[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})"
# By kind; of two that fit, the first one counts.
_PHRASES = {
    "money": (
        r"\$ ?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?:\.[0-9]{2})?(?![0-9]|[.,][0-9])"
        r"|(?<![0-9.,$/-])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{3,6})(?![0-9%/-]|[.,][0-9]| ?%)"
    ),
    "unlimited": r"(?:unlimited|not applicable|n/a|no (?:limit|maximum))(?!\w)",
    "none": r"none(?!\w)",
    "in_and_oon": (
        rf"(?:{_IN}{_PROVIDERS} ?(?:/|and|&|or|\+) ?(?:{_NOT_IN}|oon\b){_PROVIDERS}"
        rf"|inn? ?(?:/|and|&) ?oon)(?!\w)"
    ),
    "oon": rf"(?:{_NOT_IN}|oon){_PROVIDERS}(?!\w)",
    "in": rf"(?:{_IN}|inn){_PROVIDERS}(?!\w)",
    "tier": r"(?:tier|level) ?(?:[0-9]|one|two|three)\b",
    "deductible": r"(?:deductibles?|deduct\b\.?|ded\b\.?)(?!\w)",
    "oop_max": (
        r"(?:out[- ]of[- ]pocket|oop)(?: (?:maximum|max\b\.?|limit))?(?!\w)|(?:moop|oopm)\b"
    ),
    "individual": (
        r"(?:(?:per|each|an?|for(?: an?)?) )?(?:covered )?"
        r"(?:individual|person|member|participant|self[- ]only|single|employee(?: only)?|enrollee"
        r"|ind\b\.?)"
        r"(?: coverage)?(?!\w)"
    ),
    "family": r"(?:(?:per|each|an?|for(?: an?)?) )?(?:family|fam\b\.?)(?: coverage)?(?!\w)",
    "met": (
        r"(?:already )?(?:met|paid|used|applied|satisfied|accumulated|spent)"
        r"(?: (?:so far|to date|ytd))?(?!\w)"
    ),
    "remaining": r"(?:remaining|rem\b\.?|left|to go)(?!\w)",
    "of": r"of\b",
    "break": r"[,;(.]",
    "filler": (
        rf"(?:as of {_DATE}|embedded|for|or|and|the|your|you|is|an?"
        r"|annual|yearly|overall|medical|amount|total"
        r"|(?:(?:per|each|for each) )?(?:calendar|plan|benefit|policy) (?:year|period)"
        r"|(?:per|each|a) year|yes)\b|[:=/|)&–—-]"
    ),
    "unknown": r"[^ ]+",
}
_TOKEN = re.compile(
    "|".join(f"(?P<{kind}>{phrase})" for kind, phrase in _PHRASES.items()),
    re.IGNORECASE | re.ASCII,
)
# Of a limit that is fully met, what is met is the limit.
_FULLY_MET = re.compile(
    rf"({_PHRASES['money']})[ ,(–-]{{1,3}}(?:fully met|met in full)\b", re.IGNORECASE | re.ASCII
)
# How a line names one, whatever else it says.
NAMES_LIMIT = rf"\b(?:{_PHRASES['deductible']}|{_PHRASES['oop_max']})"
LIMITS: tuple[Limit, ...] = ("deductible", "oop_max")
NETWORKS: tuple[Network, ...] = ("in", "oon", "in_and_oon")
LEVELS: tuple[Level, ...] = ("individual", "family")
# Those that have a word; an amount without one is the limit itself.
STATES: tuple[State, ...] = ("met", "remaining")


class Token(NamedTuple):
    """A piece of what is said: the kind of thing, and the text."""

    kind: str
    text: str


def tokens(text: str) -> list[Token]:
    """The pieces of a text, without those that say nothing; what nobody knows is ``unknown``."""
    plain = _FULLY_MET.sub(r"\1, met \1", text)
    found = [Token(each.lastgroup or "unknown", each[0]) for each in _TOKEN.finditer(plain)]
    return [token for token in found if token.kind != "filler"]
