"""The form's answers on the deductible and the out-of-pocket limit -> values, and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from carechoice.documents.limit_line import read_limit
from carechoice.documents.limit_values import FIELDS, Unsaid, said_of_limit
from carechoice.documents.limit_words import Limit
from carechoice.documents.line import NotUnderstoodError
from carechoice.documents.paper import Ask, Found
from carechoice.documents.summary.form import Answer

# The form's own words where a family's members have no limit of their own.
_AGGREGATE = re.compile(
    r"overall family (?:deductible|out-of-pocket limit) must be met|\baggregate", re.IGNORECASE
)
_FOR_ONE = re.compile(
    r"(?:individual|self|self[- ]only|single|employee|person)(?: only)?", re.IGNORECASE
)
# After the amounts: what they are not for. What of it is about therapy stands in its own row too.
_EXEMPT = re.compile(
    r"[.;,]? *\b(?:does not|doesn['’]t) apply to\b.*"
    r"|[.;,]? *[^.;$]*\b(?:are|is) (?:separate|combined)\b[^$]*$"
    r"|[.;,]? *(?:combined|separate) deductible\.?$",
    re.IGNORECASE,
)
_HAS_AMOUNT = re.compile(r"\$|[0-9]{3}")


def said_of_answer(answer: Answer, limit: Limit, *, coverage: str) -> Iterator[Found | Ask]:
    """The limit of one person in network. ``coverage`` is for whom the form was printed."""
    total, words = FIELDS[limit][0], answer.text
    said = _EXEMPT.sub("", words, count=1)
    if _HAS_AMOUNT.search(words[len(said) :]):
        said = words
    try:
        amounts = read_limit(said)
    except NotUnderstoodError:
        yield Ask("not_understood", total, words)
        return
    unsaid = Unsaid(network=True, person=bool(_FOR_ONE.fullmatch(coverage)), service=True)
    found = list(said_of_limit(amounts, limit, words=words, place="", unsaid=unsaid))
    if any(isinstance(each, Ask) and each.why == "whose" for each in found):
        found = [each for each in found if isinstance(each, Ask)]
    if _AGGREGATE.search(f"{words} {answer.why}") and not unsaid.person:
        found = [replace(each, sure=False) if isinstance(each, Found) else each for each in found]
        yield Ask("family", total, words)
    yield from found
