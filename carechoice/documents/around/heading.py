"""Lines without terms that stand above others -> whose lines they head, and for which care.

A heading is read if each of its words is one that we know. Of one with any other word, such as the
name of a plan, it is not known what stands below it: that is asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from carechoice.documents.around.other_amounts import heads_no_terms, heads_plans_share
from carechoice.documents.around.others_named import (
    is_for_other_care,
    names_other_network,
    others_named,
)
from carechoice.documents.around.passed_over import is_passed_over
from carechoice.documents.terms.codes import OF_MENTAL_HEALTH

# Whether lines below are for the person and the care in question: sure, maybe, or surely not.
Fit = Literal["own", "doubtful", "other"]

# Levels of care that a verification of benefits has in parts of their own, one below the other.
_OTHER_LEVELS = re.compile(
    r"(?:(?:(?:acute )?inpatient|detox(?:ification)?|residential|rtc|partial hospitalization|php)"
    r"(?: (?:programs?|services?|treatment|care|\(php\)))?(?:[ /&,:-]+|$))+",
    re.IGNORECASE,
)
_PROGRAM_ALONE = re.compile(
    r"(?:intensive out[- ]?patient(?: (?:programs?|services?|treatment))?(?: \(iop\))?|iop)"
    rf"(?: \({OF_MENTAL_HEALTH}\))?[ :]*",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(r"[$%0-9]|: *\S", re.ASCII)
# What a condition or another time begins with: without an amount it holds for all lines below it.
_CONDITION = re.compile(
    r"(?:if|with|without|after|before|until|once|when|under|over|only|previous|prior(?! auth)|next"
    r"|unless|more than|beyond|additional|subsequent|(?:visits?|days?|sessions?) [0-9])"
    r"\b(?!.*[$%])",
    re.IGNORECASE,
)
# How a limit on visits, or an approval, can be said as the case that lines below it are for.
_CASE = re.compile(
    r"(?:(?:up to|at most|no more than|(?:the )?first) [0-9]+|with|without|no|not)\b[^:]*:$"
    r"|(?:unless|more than|over|beyond)\b",
    re.IGNORECASE | re.ASCII,
)
_IN_NETWORK = re.compile(
    r"\bin[- ](?:network|ntwk)|\binn\b|^(?:network|participating)\b|: ?in$", re.IGNORECASE
)
# An office visit is one of therapy where mental health is named above it.
_OF_THERAPY = re.compile(
    r"mental|behaviou?ral|\b[mb]h\b|psych|therap|counsel|\bind(?:iv(?:idual)?)?\.? tx\b",
    re.IGNORECASE,
)
# Amounts below it are what the patient owes, and no prices.
_OF_SHARES = re.compile(
    r"co-?pay|co-?ins|cost[- ]shar|\b(?:you|member|patient) (?:will )?pays?\b"
    r"|\b(?:your|member|patient) (?:costs?|share)\b",
    re.IGNORECASE,
)
# Amounts of a limit below it can be what is paid toward it.
_SO_FAR = re.compile(
    r"accumulat|progress|spending|balance|year[- ]to[- ]date|\bytd\b|\btotals?\b", re.IGNORECASE
)
_OF_WHOLE = re.compile(r"limit|maximum|benefit|coverage|\bplan\b", re.IGNORECASE)
# Amounts of a service below it can be what all its visits of this year have cost.
_OF_ALL_VISITS = re.compile(rf"{_SO_FAR.pattern}|\bthis year\b", re.IGNORECASE)
# Below it amounts are terms again, after those that are prices or were paid.
_OF_TERMS = re.compile(rf"{_OF_SHARES.pattern}|benefit|\bterms\b", re.IGNORECASE)
_OWN_CARE = re.compile(rf"outpatient|office|\biop\b|{_OF_THERAPY.pattern}", re.IGNORECASE)
# A heading that has limits of one person below it, and no one's therapy.
_OF_INDIVIDUAL = re.compile(
    r"(?=.*\bind(?:ividual)?\b)(?:(?:in[- ]network|inn|ind(?:ividual)?|coverage|level|amounts?"
    r"|limits?|totals?|accumulat(?:or|ion)s?|benefits?)\b[ :,/()–—-]*)+",
    re.IGNORECASE,
)
_OWN_PERSON = re.compile(
    r"\b(?:self|subscriber)\b|^(?:you|me|member|individual)$|^(?:this|current)\b", re.IGNORECASE
)
# The words that headings of such papers are made of; none of them says that it is for others.
_WORDS = (
    r"network ?: ?in|in[- ](?:network|ntwk)|inn|network|participating|providers?|facilit(?:y|ies)"
    r"|mental|behaviou?ral|health|[mb]h|substance (?:use|abuse)|sud|disorders?|outpatient|op"
    r"|office|visits?|(?:psycho)?therap(?:y|ies)|counseling|intensive|iop|programs?|services?|care"
    r"|treatment|sessions?|individual|person|single|self|member|subscriber|patient|you|your|my"
    r"|benefits?|coverage|covered|cost[- ]shar(?:e|ing)|costs?|shares?|amounts?|terms"
    r"|co-?pay(?:ment)?s?|co-?ins(?:urance)?|deductibles?|ded|out[- ]of[- ]pocket|oop|moop"
    r"|max(?:imum)?s?|limits?|accumulat(?:or|ion)s?|spending|totals?|progress|balances?"
    r"|plans?|medical|insurance|summary|overview|details?|information|info|verification|vob"
    r"|schedule|eligibility|active|status|highlights|breakdown|ppo|hmo|epo|pos|hdhp|hsa"
    r"|pay|what|how|much|will|do|does|is|are|have|need|if|for|of|to|the|a|an|and|or|at|glance|per"
    r"|this|current|year(?:[- ]to[- ]date)?|ytd|annual|calendar|here|results?|welcome|other|all"
    rf"|yes|y|{OF_MENTAL_HEALTH}"
)
_KNOWN = re.compile(rf"(?:(?:{_WORDS})(?!\w)|[-–—:;,./()&*#=!?• ])++", re.IGNORECASE | re.ASCII)
# Without mental health beside it, care for substance use may have terms of its own.
_SUBSTANCE = re.compile(r"substance|\bsud\b", re.IGNORECASE)
_OF_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b|\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}\b", re.ASCII)
# Whom and what a paper is about, as it says at its beginning.
_ABOUT = re.compile(
    r"(?:member|subscriber|patient|client|insured|policy ?holder|name|group|employer|dob"
    r"|date of birth|birth date|relationship|payer|payor|insurer|insurance|carrier|company"
    r"|plan|product|policy|state|id)\b[^:]{0,20}:.*",
    re.IGNORECASE,
)
_OTHER_PAYS_FIRST = re.compile(
    r"\b(?:cob|coordination of benefits|payer)\b.*\b(?:secondary|tertiary)\b|\bprimary payer ?:",
    re.IGNORECASE,
)
_PLAN_OF_YEAR = re.compile(
    r"(?:plan|product|group|insurance|company)\b[^:]*:.*\b20[0-9]{2}\b(?!/)",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a line, as far as it says for whom and for what the line is.

    ``network``: whether it is in network; None where nothing says. ``of_therapy``: whether it is on
    mental health or on therapy. ``of_shares``: whether it is on what the patient owes. ``so_far``:
    whether an amount of a limit can be what is paid toward it. ``of_all_visits``: whether one of a
    service can be what its visits have cost so far. ``of_plan``: whether a share can be the plan's.
    ``amounts``: whether amounts are terms, and no prices. ``unknown``: a heading that we do
    not know stands above the line. ``unknown_of_limit``: so does one that can begin what is said of
    another person or another year, who have paid something else: one below lines with terms, or one
    with a day. ``of_level``: whether care is other for being another level of care. ``time``:
    whether the line is of a plan, and of a year of it, that has today in it.
    ``outside_alone``: whether the first limit names another network, and no line the plan's own.
    ``of_individual``: whether limits are those of one person. ``paper``: what the text as a whole
    is on.
    """

    paper: Fit = "own"
    network: bool | None = None
    care: Fit = "own"
    level: Fit = "own"
    person: Fit = "own"
    time: Fit = "own"
    of_therapy: bool = False
    of_shares: bool = False
    so_far: bool = False
    of_all_visits: bool = False
    of_plan: bool = False
    amounts: Fit = "own"
    unknown: bool = False
    unknown_of_limit: bool = False
    of_level: bool = False
    outside_alone: bool = False
    of_individual: bool = False

    @property
    def of_service(self) -> Fit:
        """Whether terms of a service below it count."""
        return self._fit(is_doubtful=self.unknown or self.outside_alone)

    @property
    def of_limit(self) -> Fit:
        """Whether a deductible or a maximum below it counts."""
        return self._fit(is_doubtful=self.unknown or self.unknown_of_limit)

    def _fit(self, *, is_doubtful: bool) -> Fit:
        fits = {self.paper, self.care, self.level, self.person, self.time, self.amounts}
        if self.network is False or "other" in fits:
            return "other"
        return "doubtful" if is_doubtful or "doubtful" in fits else "own"


def below(above: Above, line: str, *, is_first: bool) -> Above:
    """What stands above the lines after this one.

    ``is_first``: no terms have been stated before it, so that it can say whom all of them are for.
    """
    if heads_plans_share(line):
        above = replace(above, of_plan=True)
    if is_passed_over(line) or _is_note_on_other_care(line):
        return above
    if heads_no_terms(line):
        return replace(above, amounts="other")
    if _names_others(line):
        return _below_others(above, line)
    if is_first and _ABOUT.fullmatch(line) and not _PLAN_OF_YEAR.match(line):
        return replace(above, network=True) if _IN_NETWORK.search(line) else above
    if is_known(line):
        return _below_known(above, line)
    is_of_limit = above.unknown_of_limit or not is_first
    return below_day(replace(above, unknown=True, unknown_of_limit=is_of_limit), line)


def below_terms(above: Above, line: str, *, is_row: bool, is_limit: bool, is_first: bool) -> Above:
    """What stands above the lines after one with terms, which may be of a network it names.

    ``is_row``: it has terms of its own, for what it names or what stands right above it.
    ``is_limit``: it is on a limit, so that what is summed up above it are limits, and no visits.
    ``is_first``: no terms have been stated before it. A limit out of network that is the first can
    head terms that are.
    """
    if is_limit:
        above = replace(above, of_all_visits=False)
    names_inside, names_other = bool(_IN_NETWORK.search(line)), names_other_network(line)
    names_other_only = names_other and not names_inside
    if names_inside:
        above = replace(above, outside_alone=False)
    elif is_limit and names_other_only and is_first:
        above = replace(above, outside_alone=above.network is None)
    if is_row or is_for_other_care(line) or not names_other_only:
        return above
    return replace(above, unknown=True, unknown_of_limit=True)


def below_day(above: Above, line: str) -> Above:
    """What stands above the lines after this one, which may say of which year they are."""
    return replace(above, unknown_of_limit=above.unknown_of_limit or bool(_OF_YEAR.search(line)))


def beside_payer(above: Above, line: str) -> Above:
    """What stands above the lines after one that may say that another payer pays first."""
    return replace(above, unknown=True) if _OTHER_PAYS_FIRST.search(line) else above


def below_days(above: Above, *, is_now: bool, begins_part: bool) -> Above:
    """What stands above the lines after one that says on which days the plan, or its year, is.

    ``begins_part``: the line is of a part of a plan's time, after which another one may follow.
    """
    if not is_now:
        return replace(above, time="other")
    return replace(above, time="own") if begins_part else above


def is_condition(line: str) -> bool:
    """Whether a line says for which case those below it are."""
    return bool(_CONDITION.match(line)) and not is_known(line)


def heads_case(line: str) -> bool:
    """Whether a line on a limit or an approval is the case that those below it are for."""
    return bool(_CASE.match(line))


def heads_others(line: str) -> bool:
    """Whether a line without an amount says that those below it are for others.

    What it says beside that, such as that the deductible applies, is said of them.
    """
    return not _SAYS_MORE.search(line) and bool(others_named(line) - {"care"})


def is_known(line: str) -> bool:
    """Whether a heading has no word but those that we know."""
    is_of_substance = _SUBSTANCE.search(line) and not _OF_THERAPY.search(line)
    return bool(_KNOWN.fullmatch(line)) and not (_names_others(line) or is_of_substance)


def names_therapy(line: str) -> bool:
    """Whether a line says that it is on therapy or on mental health."""
    return bool(_OF_THERAPY.search(line))


def _names_others(line: str) -> bool:
    is_other_time = _CONDITION.match(line) and not _KNOWN.fullmatch(line)
    return bool(others_named(line) or is_other_time or heads_case(line))


def _is_note_on_other_care(line: str) -> bool:
    """Whether a line says something of other care behind its name: "Dental: see the rider"."""
    named, _, note = line.partition(":")
    return bool(note) and others_named(line) == {"care"} and "care" in others_named(named)


def _below_others(above: Above, line: str) -> Above:
    others = others_named(line)
    is_in_network = bool(_IN_NETWORK.search(line)) or above.network
    return replace(
        above,
        network=False if "network" in others else is_in_network,
        level="other" if "family" in others else above.level,
        person="other" if "person" in others else above.person,
        care="other" if "care" in others or not others else above.care,
        of_level=bool(_OTHER_LEVELS.fullmatch(line)),
        unknown=False,
        of_individual=False,
    )


def _below_known(above: Above, line: str) -> Above:
    """A heading says something new of what it names; of the rest what stood above it may hold."""
    names_care, names_person = _OWN_CARE.search(line), _OWN_PERSON.search(line)
    if _PROGRAM_ALONE.fullmatch(line) and not above.of_level:
        # It begins a part of its own only beside other levels of care.
        return above
    return Above(
        paper=above.paper,
        network=True if _IN_NETWORK.search(line) else above.network,
        care="own" if names_care else _in_doubt(above.care),
        level="own" if names_care or names_person else _in_doubt(above.level),
        person="own" if names_person else _in_doubt(above.person),
        time=above.time,
        of_therapy=bool(_OF_THERAPY.search(line)) or (above.of_therapy and not names_care),
        of_shares=bool(_OF_SHARES.search(line)) or above.of_shares,
        so_far=bool(_SO_FAR.search(line)) or (above.so_far and not _OF_WHOLE.search(line)),
        of_all_visits=bool(_OF_ALL_VISITS.search(line))
        or (above.of_all_visits and not _OF_WHOLE.search(line)),
        of_plan=heads_plans_share(line) or (above.of_plan and not _OF_SHARES.search(line)),
        amounts="own" if _OF_TERMS.search(line) else above.amounts,
        unknown_of_limit=above.unknown_of_limit and not names_person,
        outside_alone=above.outside_alone and not _IN_NETWORK.search(line),
        of_individual=bool(_OF_INDIVIDUAL.fullmatch(line))
        or (above.of_individual and not names_care),
    )


def _in_doubt(fit: Fit) -> Fit:
    return "own" if fit == "own" else "doubtful"
