"""Reads what pages say as a stranger would, and checks it against the comparison's JSON.

It knows none of our sentences and shares no helper with the words: its rules look for amounts,
shares, hours, days and names of terms in plain text, and ask ledger and inputs whether they are so.
"""

import re
from collections.abc import Mapping, Sequence

# Rules count once their module is imported.
import sentence_rules.bill
import sentence_rules.course
import sentence_rules.days
import sentence_rules.estimate
import sentence_rules.grammar
import sentence_rules.levels
import sentence_rules.limits
import sentence_rules.plan
import sentence_rules.sums  # noqa: F401
from facts import Facts
from sentence_rules.rule import OF_ALL, Complaints, rules_for

from carechoice.comparison.compare import Comparison


def false_sentences(
    told: Mapping[str, Sequence[str]], comparison: Comparison
) -> list[tuple[str, str, str]]:
    """(place, sentence, why it is false) for every false sentence, and for what is not said."""
    facts = Facts(comparison)
    read = {place: list(map(plain, texts)) for place, texts in told.items()}
    found = [
        (place, text, why)
        for place, texts in read.items()
        for text in texts
        for why in _complaints(text, facts)
    ]
    return found + [("", "", why) for rule in OF_ALL for why in rule(read, facts)]


def why_false(text: str, comparison: Comparison) -> list[str]:
    """What is false in one sentence about a comparison."""
    return list(_complaints(plain(text), Facts(comparison)))


def _complaints(text: str, facts: Facts) -> Complaints:
    return (why for rule in rules_for(text) for why in rule(text, facts))


def plain(text: str) -> str:
    """The text without marks and without the addresses of links."""
    return re.sub(r"\]\([^)]*\)", "]", text.replace("*", "").replace("\\$", "$"))
