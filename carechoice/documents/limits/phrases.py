"""The words of a deductible or an out-of-pocket maximum as patterns, each by its kind."""

from __future__ import annotations

import re

# A facility may have a deductible of its own.
_PROVIDERS = r"(?: (?:providers?|facilit(?:y|ies)(?! (?:ded|out[- ]of|oop))|benefits?))?"
_NOT_IN = (
    r"(?:out[- ]of[- ](?:network|plan|area)|non[- ]?(?:participating|preferred|network|plan|par))"
)
_IN = r"(?:in[- ](?:network|plan)|participating|preferred|network|plan(?= providers?\b))"
DATE = (
    r"(?:[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? [0-9]{1,2},? [0-9]{4})"
)
# "$1.5k"; without a sign, as in "6k", it has two digits at most before it.
THOUSANDS = (
    r"(?<![\w$.,-])\$? ?(?P<thousands>[0-9]{1,2})(?:\.(?P<hundreds>[0-9]))? ?k\b(?![-.,(/]\w)"
)
_THOUSANDS = re.sub(r"\?P<\w+>", "?:", THOUSANDS)
# By kind; of two that fit, the first one counts.
PHRASES = {
    # What is less than nothing is no amount of ours.
    "negative": r"(?<![\w$%)])-\$? ?[0-9][0-9,.]*",
    "money": (
        rf"{_THOUSANDS}|"
        r"\$ ?(?!0[0-9])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?:\.[0-9]{2})?(?![0-9]|[.,][0-9])"
        r"|(?<![0-9.,$/-])(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{3,6})\.[0-9]{2}|[0-9]{1,2}\.00"
        r"|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{3,6})(?![0-9%/-]|[.,][0-9]| ?%)"
    ),
    "unlimited": r"(?:unlimited|not applicable|n/a|no (?:limit|maximum))(?!\w)",
    "none": r"(?:none|nothing)(?!\w)",
    "in_and_oon": (
        rf"(?:{_IN}{_PROVIDERS} ?(?:/|and|&|or|\+) ?(?:{_NOT_IN}|oon\b){_PROVIDERS}"
        rf"|inn? ?(?:/|and|&) ?oon|in ?/ ?out(?:[- ]of[- ]network| of network)?)(?!\w)"
    ),
    "oon": rf"(?:{_NOT_IN}|oon){_PROVIDERS}(?!\w)",
    "in": rf"(?:{_IN}|inn){_PROVIDERS}(?!\w)",
    "tier": r"(?:tier|level) ?(?:[0-9]|one|two|three)\b",
    "deductible": r"(?:deductibles?|deduct\b\.?|ded\b\.?|cyd\b)(?!\w)",
    "oop_max": (
        r"(?:out[- ]of[- ]pocket|oop)(?: (?:maximum|max\b\.?|limit))?(?!\w)|(?:moop|oopm)\b"
    ),
    "individual": (
        r"(?:(?:per|each|an?|for(?: an?)?) )?(?:covered )?"
        r"(?:individual|person|member|participant|self[- ]only|single|employee(?: only)?|enrollee"
        r"|ind(?:iv)?\b\.?)"
        r"(?: coverage)?(?!\w)"
    ),
    "family": r"(?:(?:per|each|an?|for(?: an?)?) )?(?:family|fam\b\.?)(?: coverage| unit)?(?!\w)",
    "met": (
        r"(?:(?:has|have) (?:already )?been )?(?:already )?"
        r"(?:(?:met|paid|used|applied|satisfied|accumulated|spent|credited|reached)"
        r"(?: (?:so far|to date|ytd|year[- ]to[- ]date|this year))?|ytd|year[- ]to[- ]date)(?!\w)"
    ),
    "remaining": (
        r"(?:(?:remaining )?bal(?:ance)?\b\.?(?: (?:remaining|left|due|to go))?"
        r"|remaining|rem\b\.?|left to go|left|to go)(?!\w)"
    ),
    "of": r"(?:of|towards?)\b",
    "break": r"[,;(.]|(?:with\b|w/)",
    "filler": (
        rf"(?:as of {DATE}|hdhp|embedded|for|or|and|the|your|my|you(?:['’]ve| have)?|is|an?"
        r"|i(?:['’]ve| have)"
        r"|annual|yearly|overall|medical|amount|amt|total|limit|max(?:imum)?"
        r"|(?:(?:per|each|every|for each) )?(?:calendar|plan|benefit|policy) (?:year|period)"
        r"|(?:per|each|every|a|this) year|yes"
        r"|(?:combined )?medical(?: and |/| ?& ?)(?:behavioral|mental)(?: health)?(?: combined)?"
        r"|combined with (?:the )?medical)\b|[:=/|)&–—-]"
    ),
    "unknown": r"[^ ]+",
}
# How a line names one, whatever else it says.
NAMES_LIMIT = rf"\b(?:{PHRASES['deductible']}|{PHRASES['oop_max']})"
