"""Whether a text is on claims, as an explanation of benefits is: its amounts are no terms."""

from __future__ import annotations

import re

from carechoice.documents.around.heading import Fit

# What only a paper on claims says, such as an explanation of benefits: the amounts are a claim's.
_OF_CLAIMS = re.compile(
    r"explanation of benefits\b|\beob\b|not a bill|amounts? (?:billed|charged)|billed amount"
    r"|billed ?: ?\$|(?:plan|provider) discount"
    r"|claim (?:number|no\b|id\b|#|detail|total|status|date)"
    r"|plan paid|(?:amount allowed|allowed amount) ?:? ?\$"
    r"|(?:you(?: may)? owe|(?:patient|your|member)(?:['’]?s)? (?:responsibility|total))(?=[ :]*\$)"
    r"(?!.{0,40}(?:%|co-?pay|co-?ins|per (?:visit|day|session)))",
    re.IGNORECASE,
)
# A verification of benefits may say it, too, of the day that it is for.
_MAY_BE_OF_CLAIMS = re.compile(r"dates? of service|service dates?|\bdos\b", re.IGNORECASE)


def fit_of(text: str) -> Fit:
    """Whether the amounts of a whole text are terms of a plan, and not those of claims."""
    if _OF_CLAIMS.search(text):
        return "other"
    return "doubtful" if _MAY_BE_OF_CLAIMS.search(text) else "own"
