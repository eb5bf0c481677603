"""The form's answers on the deductible and the out-of-pocket limit -> values, and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from carechoice.documents.limits.line import read_limit
from carechoice.documents.limits.values import FIELDS, Unsaid, said_of_limit
from carechoice.documents.limits.words import Limit, tokens
from carechoice.documents.paper import Ask, Found, unsure
from carechoice.documents.summary.form import Answer, Form
from carechoice.documents.summary.other_care import (
    has_other_deductibles_only,
    names_known_care_only,
    names_other_care_only,
)
from carechoice.documents.terms.owed import NotUnderstoodError

# The form's own words where a family's members have no limit of their own.
_AGGREGATE = re.compile(
    r"overall family (?:deductible|out-of-pocket limit) must be met|\baggregate", re.IGNORECASE
)
_FOR_ONE = re.compile(
    r"(?:individual|self|self[- ]only|single|employee|person)(?: only)?", re.IGNORECASE
)
# After the amounts: what they are not for.
_EXEMPT = re.compile(r"[.;,(]? *\b(?:does not|doesn['’]t) apply to\b(.*)", re.IGNORECASE)
# How amounts are counted, by closed words: of what else is separate a person has to know.
_COUNTED_WORD = (
    r"(?:in[- ]network|out[- ]of[- ]network|(?:non[- ]?)?(?:participating|preferred|network)"
    r"|providers?|services|deductibles?|limits?|out[- ]of[- ]pocket|maximums?|amounts?|individual"
    r"|family|medical|prescription|drugs?|pharmacy|dental|and|the|your|for|both)"
)
_COUNTED = re.compile(
    rf"(?:^|[.;,]) *(?:{_COUNTED_WORD} )+(?:are|is) (?:separate|combined)(?=[.;]|$)"
    r"|[.;,]? *(?:combined|separate) deductible\.?$",
    re.IGNORECASE,
)
# Out of network there may be none, which is nobody's amount and has no word for whose it is.
_OUTSIDE = (
    r"(?:for )?(?:out[- ]of[- ]network|non[- ]?(?:participating|preferred|network))"
    r"(?: (?:providers?|services))?:? *(?:is |are )?"
    r"(?:unlimited|not applicable|n/a|none|no limit|not covered)"
)
_NOTHING_OUTSIDE = re.compile(
    rf"(?:^(?:yes[.,] *)?|[.;,/]? *){_OUTSIDE}[.;,/]? *$|^(?:yes[.,] *)?{_OUTSIDE}[.;,] *",
    re.IGNORECASE,
)
_NAMES = ("unknown", "break")
_HAS_AMOUNT = re.compile(r"\$|[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Told:
    """An answer in parts: its amounts, and what it says they do not apply to."""

    amounts: str
    exempt: str

    @property
    def named(self) -> str:
        """What it names beside amounts: care that is exempt, and all else that is not known."""
        said = [each for each in tokens(self.amounts) if each.kind in _NAMES]
        others = " ".join("," if each.kind == "break" else each.text for each in said)
        return f"{self.exempt}, {others}".strip(" ,.")


def told_of(answer: Answer) -> Told:
    """The parts of an answer on the deductible or the maximum.

    An amount behind what is exempt may be that of what is exempt; such an answer has no parts.
    """
    words = _COUNTED.sub("", answer.text)
    found = _EXEMPT.search(words)
    if found is None or _HAS_AMOUNT.search(found[1]):
        return Told(words, "")
    return Told(words[: found.start()], found[1])


def said_of_answer(answer: Answer, limit: Limit, *, coverage: str) -> Iterator[Found | Ask]:
    """The limit of one person in network. ``coverage`` is for whom the form was printed."""
    total, words = FIELDS[limit][0], answer.text
    told = told_of(answer)
    try:
        _check_exempt(told.exempt, limit)
        amounts = read_limit(_NOTHING_OUTSIDE.sub("", told.amounts, count=1))
    except NotUnderstoodError:
        yield Ask("not_understood", total, words)
        return
    unsaid = Unsaid(
        network=True, person=bool(_FOR_ONE.fullmatch(coverage)), service=True, limit=True
    )
    found = list(said_of_limit(amounts, limit, words=words, place="", unsaid=unsaid))
    if any(isinstance(each, Ask) and each.why == "whose" for each in found):
        found = [each for each in found if isinstance(each, Ask)]
    if _AGGREGATE.search(f"{words} {answer.why}") and not unsaid.person:
        found = [*map(unsure, found)]
        yield Ask("family", total, words)
    yield from found


def may_have_own_deductible(form: Form) -> bool:
    """Whether the form names a deductible beside the overall one that may be for our care."""
    others = form.answers.get("others")
    return others is not None and not has_other_deductibles_only(others.text)


def _check_exempt(exempt: str, limit: Limit) -> None:
    """Raises NotUnderstoodError where the amount may not be the one in network, or not for ours.

    A deductible that ours is exempt from is the plan's, all the same; of a maximum it is not known.
    """
    is_known = names_known_care_only if limit == "deductible" else names_other_care_only
    if exempt and not is_known(exempt):
        raise NotUnderstoodError(exempt)
