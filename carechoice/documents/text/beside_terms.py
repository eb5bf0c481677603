"""A line beside those with terms: a limit on visits, an approval, the day the plan year starts.

A limit and an approval are asked about wherever a line names one, but for other care, and where it
says that there is no such thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from carechoice.documents.around.heading import heads_case, is_condition
from carechoice.documents.around.others_named import is_for_other_care
from carechoice.documents.days.plan_year import plan_year_start
from carechoice.documents.paper import Ask, Found, Why
from carechoice.documents.summary.limitations import limitations_of

_WORD = (
    r"(?:in[- ]network|inn|outpatient|op|mental|behavioral|mh|bh|health|individual|office"
    r"|(?:psycho)?therapy|intensive|iop|programs?|services?|care|treatment|visits?|sessions?|days?"
    r"|limit(?:ed|s)?|max(?:imum)?|up|at most|no more than|allowed|[0-9]{1,3}"
    r"|prior|pre-?auth(?:orization)?|pre-?cert(?:ification)?|auth(?:orization)?|approval|referral"
    r"|(?:not )?required|needed|needs?|must|be|unless|more than|calendar|plan|benefit|policy"
    r"|contract|year|yr|annual|yearly|period"
    r"|for|of|is|are|an?|the|each|every|per|to|yes|and|or|all)(?!\w)"
)
_NOTE = re.compile(rf"(?:(?:{_WORD}|[-–:;,./()&=]) ?)+", re.IGNORECASE | re.ASCII)
_NONE = re.compile(
    r"\bunlimited\b|\bno(?:t)? (?:(?:visit|day|session|annual) )?(?:limits?|max|subject)"
    r"|[:=] ?(?:none|no|n|n/a|not applicable|not (?:required|needed))\b|\b(?:is|are) not limited",
    re.IGNORECASE,
)
_VISITS = re.compile(r"\b(?:visits?|days?|sessions?|hours?|units?)\b", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]")
_SO_MANY = re.compile(
    r"\b(?:limit|used|max|allowed|remain|left\b|authori[sz]ed|approved)"
    r"|\b(?:per|an?|each|every) (?:\w+ )?(?:year|month|week)\b",
    re.IGNORECASE,
)
# What a line without terms is about, in words that stand beside ones we do not know.
_SUBJECTS: dict[Why, re.Pattern[str]] = {
    "limit": re.compile(
        r"\b(?:limited to|limit ?:|cap(?:ped)? (?:at|of)|lifetime max)|^used ?:", re.IGNORECASE
    ),
    "approval": re.compile(
        r"\b(?:pre-?|re-?)?auth(?:ori[sz]ations?|ori[sz]ed)?\b|\bpre-?cert|\bapprov|\bpre-?approv"
        r"|\bnotification required|\bmedical necessity|\bconcurrent review",
        re.IGNORECASE,
    ),
    "referral": re.compile(r"\breferrals?\b", re.IGNORECASE),
    "carve_out": re.compile(
        r"\bcarv(?:ed?|ing)[- ]?outs?\b"
        r"|\b(?:administered|managed|handled|provided) (?:by|through)\b",
        re.IGNORECASE,
    ),
    "other_payer": re.compile(
        r"\bcoordination of benefits\b|\bcob\b|\bprimary payer", re.IGNORECASE
    ),
}
# What changes how the deductible counts, or what a plan pays at all; no question of ours is on it.
_OF_LIMIT = re.compile(
    r"\baggregate|\baccumulat(?:or|ion)s? (?:\w+ ){0,3}(?:combine|cross|shared?|separate)"
    r"|\bcross-?accum|\bcombined\b|\bcarry-?\s?over|\bspend-?\s?down|\bshare of cost\b"
    r"|\b4th quarter|\blast quarter",
    re.IGNORECASE,
)
_NO_OTHER_NETWORK = re.compile(
    r"no (?:out[- ]of[- ]network|oon) (?:benefits?|coverage)"
    r"|(?:out[- ]of[- ]network|oon)(?: benefits?| coverage| care)?(?: ?[:=-] ?| is | )"
    r"(?:none|no|not (?:a )?covered)\b"
    r"|(?:in[- ]network|inn)(?: coverage)? only",
    re.IGNORECASE,
)


def said_beside(line: str, *, words: str, place: str, has_terms: bool) -> Iterator[Found | Ask]:
    """When the plan year starts, and what has to be asked; nothing of a line on something else."""
    starts = plan_year_start(line)
    if starts is not None:
        if starts:
            yield Found("plan_year_start", starts, words=words, place=place, sure=False)
        yield Ask("plan_year", "plan_year_start", words, place)
    elif _NOTE.fullmatch(line) and not heads_case(line):
        asks = limitations_of(line).asks
        yield from (Ask(why, words=words, place=place) for why in asks if why != "iop_hint")
    elif _NO_OTHER_NETWORK.fullmatch(line):
        yield Ask("note", words=words, place=place)
    elif not has_terms:
        yield from _noted(line, words, place)


def _noted(line: str, words: str, place: str) -> Iterator[Ask]:
    """What a line without terms leaves to be asked, though not each of its words is known."""
    is_case = is_condition(line) or heads_case(line)
    if not (is_for_other_care(line) or is_case or _NONE.search(line)):
        if _OF_LIMIT.search(line):
            yield Ask("note", "deductible_usd", words, place)
        whys = [why for why, subject in _SUBJECTS.items() if subject.search(line)]
        if "limit" not in whys and _is_limit_of_visits(line):
            whys.append("limit")
        yield from (Ask(why, words=words, place=place) for why in whys)


def _is_limit_of_visits(line: str) -> bool:
    return all(said.search(line) for said in (_NUMBER, _VISITS, _SO_MANY))
