"""Lines that make what others say unsure: what they take back, what they say is not paid for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from carechoice.documents.around.others_named import others_named
from carechoice.documents.around.passed_over import is_passed_over
from carechoice.documents.limits.phrases import NAMES_LIMIT
from carechoice.documents.limits.values import FIELDS
from carechoice.documents.paper import Ask, Field, Found, Why, unsure
from carechoice.documents.terms.values import IOP_INPUTS, THERAPY_INPUTS, ServiceInputs
from carechoice.documents.terms.words import label_of
from carechoice.documents.text.not_approved import is_not_approved

_TAKES_BACK = re.compile(
    r"\b(?:correction|corrected|disregard|ignore|actually|misread|mis-?quoted|mistaken?|in error"
    r"|wrong|incorrect|oops|sorry|scratch that|never ?mind|void(?:ed)?|do not use|superseded"
    r"|revised|amended|none of (?:this|these|the above)|no longer)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[$%]")
_NOT_PAID = re.compile(
    r"\bexclu(?:ded?|des|sions?)\b"
    r"|(?:\bnot|n['’]t) (?:\w+ )?(?:cover(?:ed)?|included|a benefit)\b"
    r"|\bnon-?covered|\b(?:no|without) (?:[\w/]+ ){0,5}(?:benefits?|coverage)\b"
    r"|\b(?:benefits?|visits?|days?|sessions?)\b.{0,20}\b(?:exhausted|used up)"
    r"|\b(?:benefits?|visit|day) (?:max(?:imum)?|limit) (?:is |has been )?(?:met|reached)",
    re.IGNORECASE,
)
_EXHAUSTED = re.compile(r"exhausted|used up|reached|\bmet\b", re.IGNORECASE)
# What costs nothing since a limit is met has its own terms again in the next year.
_REST_OF_YEAR = re.compile(
    r"\b(?:rest|remainder) of (?:(?:the|this|your) )?(?:(?:plan|calendar|benefit) )?"
    r"(?:year|20\d\d)\b",
    re.IGNORECASE,
)
_OF_ALL_CARE = re.compile(
    r"mental|behaviou?ral|\b[mb]h\b|psych|\b(?:our|this|the|your) (?:facility|provider|program)\b",
    re.IGNORECASE,
)
_SERVICES = (
    (re.compile(r"therap|counsel", re.IGNORECASE), THERAPY_INPUTS),
    (re.compile(r"\biop\b|intensive out[- ]?patient", re.IGNORECASE), IOP_INPUTS),
)
_ALL_SERVICES = frozenset((*THERAPY_INPUTS.fields, *IOP_INPUTS.fields))
_LIMITS = frozenset(field for fields in FIELDS.values() for field in fields)
_MENTAL_HEALTH = r"(?:(?:mental|behaviou?ral)(?:/behaviou?ral)?(?: health)?|[mb]h|psych\w*)"
# Companies that plans have such care looked after by.
_COMPANY = (
    r"(?:magellan|optum|carelon|beacon|evernorth|lyra|compsych|valueoptions|headway|ubh|mhn"
    r"|new directions|lucet|spring health|modern health)"
)
_RUN_BY = (
    r"(?:administered|managed|handled|provided|served|covered|run|paid|processed|contracted"
    r"|delegated|outsourced) (?:by|through|thru|via|to)"
)
# Words of the plan, and of those who give the care, and of no company.
_OWN_NAMES = (
    r"(?:in|out|network|participating|preferred|plan|member|provider|doctor|physician|specialist"
    r"|hospital|facility|licen[cs]|psych|therap|counsel|clinic|your|our|us|any|each|all|this|same"
    r"|medical|insurance|medicare|medicaid|state|federal|claim|phone|age|ph\.?d|psy\.?d|master"
    r"|social work|clinician|tele|virtual)"
)
# Care in mental health that another company looks after: its terms are not this paper's.
_OTHER_COMPANY = re.compile(
    r"(?i:\bcarv(?:ed?|ing)[- ]?outs?\b)"
    rf"|(?i:\b{_MENTAL_HEALTH}\b[^.;$%]{{0,40}}\b{_RUN_BY} )"
    rf"(?:(?i:the )?(?!(?i:{_OWN_NAMES}))[A-Z][a-z]|(?i:another|an? (?:separate|outside|third)))"
    rf"|(?i:\b{_MENTAL_HEALTH}\b.{{0,40}}\b(?:vendor|administrator|{_COMPANY})\b)"
    rf"|(?i:\b{_COMPANY}\b.{{0,40}}\b{_MENTAL_HEALTH}\b)"
)
# A part of their care that a person pays before Medicaid pays.
_SPEND_DOWN = re.compile(r"\bspend-? ?down\b|\bshare of cost\b", re.IGNORECASE)
_NO_OTHER = re.compile(r"\b(?:no|not)\b", re.IGNORECASE)
_NONE_BEHIND = re.compile(r" ?[:=?] ?(?:none|n/?a|no?)(?![\w.])", re.IGNORECASE)
_NO_SUCH = re.compile(
    r"\b(?:no|not)\b|[:=?] ?(?:none|n/?a|n|\$ ?0(?:\.00)?)(?![\w.])", re.IGNORECASE
)
_WHICH = r"(?:in[- ]network|inn|separate|individual|annual|own|only|outpatient)"
_LIMIT = rf"(?:{NAMES_LIMIT})(?! ?(?:is |are )?(?:waived|appl|does|do|n/a|met|not))"
_OWN_LIMIT = re.compile(
    rf"\A(?:(?:{_WHICH}|an?|the|there is) )*{_MENTAL_HEALTH}(?: {_WHICH})*,? {_LIMIT}"
    rf"|{_LIMIT} (?:for|on) {_MENTAL_HEALTH}\b",
    re.IGNORECASE,
)
_SHARED_LIMIT = re.compile(r"medical|combin|integrat|\bno\b|\bsame\b|shared", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why some inputs are not sure, whatever is said of them, and where that stands."""

    why: Why
    fields: frozenset[Field]
    words: str = ""
    place: str = ""


def takes_back(line: str) -> bool:
    """Whether a line says that what stands above it is wrong, or holds no longer."""
    return bool(_TAKES_BACK.search(line)) and not is_passed_over(line)


def of_two_plans(words: str, place: str) -> Doubt:
    """What a heading of a second plan makes unsure: all that stands above it and below it."""
    return Doubt("heading", _ALL_SERVICES | _LIMITS, words, place)


def of_whole_paper(line: str) -> Doubt | None:
    """What a line says that makes amounts unsure wherever in the paper they stand."""
    if names_other_company(line):
        return Doubt("carve_out", _ALL_SERVICES)
    if _says(line, _SPEND_DOWN, unless=_NO_SUCH):
        return Doubt("spend_down", _ALL_SERVICES)
    if _says(line, _OWN_LIMIT, unless=_SHARED_LIMIT):
        return Doubt("separate", _LIMITS)
    if _REST_OF_YEAR.search(line):
        return Doubt("time", _ALL_SERVICES)
    denied = _denied(line)
    return Doubt("excluded", denied) if denied else None


def names_other_company(line: str) -> bool:
    """Whether a line says that another company looks after mental health care."""
    found = _OTHER_COMPANY.search(line)
    if not found:
        return False
    # Behind the name "no" is said of something else: "no auth required", "phone no.".
    to_name, behind = line[: found.end()], line[found.end() :]
    return not (_NO_OTHER.search(to_name) or _NONE_BEHIND.match(behind))


def services_named(line: str) -> set[ServiceInputs]:
    """The services that a line names anywhere, unless it may be on something else."""
    if others_named(line):
        return set()
    return {inputs for name, inputs in _SERVICES if name.search(line)}


def beside_doubts(said: Sequence[Found | Ask], doubts: Sequence[Doubt]) -> list[Found | Ask]:
    """What is said, where nothing that one of these lines is about is sure, and is asked."""
    doubtful = {field for doubt in doubts for field in doubt.fields}
    return [
        *(unsure(each) if each.field in doubtful else each for each in said),
        *(Ask(doubt.why, words=doubt.words, place=doubt.place) for doubt in doubts),
    ]


def _says(line: str, said: re.Pattern[str], *, unless: re.Pattern[str]) -> bool:
    return bool(said.search(line)) and not unless.search(line)


def _denied(line: str) -> frozenset[Field]:
    """The inputs of what a line without an amount says is not paid for, or not any more.

    A row of a service has its own reading, "IOP: not covered", but not of an approval.
    """
    if _AMOUNT.search(line):
        return frozenset()
    is_unapproved = is_not_approved(line)
    said = None if is_unapproved or label_of(line).service else _NOT_PAID.search(line)
    if not (said or is_unapproved) or _is_on_others(line, said):
        return frozenset()
    named = [inputs.fields for name, inputs in _SERVICES if name.search(line)]
    if named:
        return frozenset().union(*named)
    is_of_all = said is None or _OF_ALL_CARE.search(line) or _EXHAUSTED.search(said[0])
    return _ALL_SERVICES if is_of_all else frozenset()


def _is_on_others(line: str, said: re.Match[str] | None) -> bool:
    """Whether a line is on other care; what is not covered can be so out of network alone."""
    if said is None:
        return "care" in others_named(line)
    return bool(others_named(line[: said.start()] + line[said.end() :]) - {"person"})
