"""The parts of a line on a plan's terms, between separators -> what each says the patient owes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from carechoice.documents.terms.owed import LineTerms, NotUnderstoodError, Per
from carechoice.documents.terms.words import Service, Token, tokens

# What a part may consist of once its words on the deductible and on the service are taken off.
_COPAY = re.compile(
    r"(you_pay )?(money( per_\w+)?( copay)?( per_\w+)?|copay money( per_\w+)?)( you_pay)?"
)
_COINSURANCE = re.compile(
    r"(you_pay )?(percent( of_allowed)?( coinsurance)?( of_allowed)?|coinsurance percent)"
    r"( of_allowed| of_rest| per_office_visit)?( you_pay)?"
    r"|(plan_pays|covered_at) percent( of_allowed)?"
    r"|percent( of_allowed)? (by_plan|covered)"
    r"|((plan_pays|covered_at) )?both_shares( coinsurance)?|coinsurance both_shares"
)
_PER: dict[str, Per] = {
    "per_office_visit": "visit",
    "per_visit": "visit",
    "per_day": "day",
    "per_stay": "stay",
}
_DEDUCTIBLE = {"after": True, "before": True, "waived": False}
_SERVICES: dict[str, tuple[Service | None, ...]] = {
    "for_office_visits": ("office_visit",),
    "for_other_services": ("other_outpatient",),
    "for_both_services": get_args(Service),
    "for_care": (None,),
}
_OWED = {"copay", "you_pay"}
_SAYS_WHOSE = {
    "coinsurance",
    "you_pay",
    "both_shares",
    "plan_pays",
    "by_plan",
    "covered",
    "covered_at",
}
# From here on a bare share is as likely the plan's as the patient's: "80%" on a card. Of more than
# half a verification of benefits says "coinsurance 80%" of the plan's share, too.
EITHERS_SHARE_PERCENT = 50
_BEGINS = {"money", "percent", "no_charge", "not_covered", "you_pay", "plan_pays", "copay"}
_SAYING_NOTHING = (
    ["not_applicable"],
    ["copay", "not_applicable"],
    ["coinsurance", "not_applicable"],
    ["no_coinsurance"],
    ["no_copay"],
    ["covered"],
    ["no_condition"],
    ["approval_needed"],
)
# Between semicolons or slashes it is a cell of its own; behind a comma or a dash it says of the
# terms before it that they do not apply.
_DOES_NOT_APPLY = re.compile(r"[,–—-] ?(?:not applicable|n/a|none)\Z", re.IGNORECASE)
_NOT_COVERED = LineTerms(False, None, None, None, None)


def parts_of(line: str) -> Iterator[LineTerms | None]:
    """What each part between separators says; None for a cell that does not apply."""
    if _DOES_NOT_APPLY.search(line):
        raise NotUnderstoodError(line)
    parts = _below_deductible(_split(tokens(line)))
    while len(parts) > 1 and _is_limit_of_visits(parts[-1]):
        # What stands behind a limit may hold from it on.
        parts.pop()
    for part in parts:
        yield from _part(part, line)


def _is_limit_of_visits(part: Sequence[Token]) -> bool:
    return [token.kind for token in part] == ["limit_of_visits"]


def _below_deductible(parts: list[list[Token]]) -> list[list[Token]]:
    """What stands first on the deductible alone holds for each part with an amount after it."""
    if [token.kind for token in parts[0]] not in (["after"], ["waived"]):
        return parts
    return [part if _says_nothing(part) else _below_it(part, parts[0]) for part in parts[1:]]


def _below_it(part: Sequence[Token], deductible: Sequence[Token]) -> list[Token]:
    at = -1 if part and part[-1].kind == "nothing_more" else len(part)
    return [*part[:at], *deductible, *part[at:]]


def _says_nothing(part: Sequence[Token]) -> bool:
    return [token.kind for token in part] in _SAYING_NOTHING


def _split(line: Sequence[Token]) -> list[list[Token]]:
    """The pieces between separators; an amount after the name of a service begins one, too."""
    parts: list[list[Token]] = [[]]
    for before, token in pairwise([None, *line]):
        names_service = before and before.kind in {*_SERVICES, "per_office_visit"}
        if token is not None and token.kind == "separator":
            parts.append([])
        elif token is not None:
            if names_service and token.kind in _BEGINS and token.kind != "copay":
                parts.append([])
            parts[-1].append(token)
    return parts


def _part(part: Sequence[Token], line: str) -> Iterator[LineTerms | None]:
    """What one part of ``line`` says, once for each service that it names."""
    if not part:
        raise NotUnderstoodError(line)
    said = [token for token in part if token.kind != "in_network"]
    if _says_nothing(said):
        yield None
        return
    body, deductible = _without_deductible(said)
    is_all = bool(body) and body[-1].kind == "nothing_more"
    if is_all and deductible == "after":
        # Behind the deductible, the rest is not that of the copayment alone.
        raise NotUnderstoodError(line)
    body = body[:-1] if is_all else body
    body, deductible = (body, deductible) if deductible else _without_deductible(body)
    body, services = _without_service(body)
    body, deductible = (body, deductible) if deductible else _without_deductible(body)
    terms = _terms(body, deductible)
    terms = _and_nothing_more(terms) if is_all else terms
    if terms is None:
        first = next((token for token in part if token.kind == "unknown"), part[0])
        raise NotUnderstoodError(line[first.start : part[-1].end])
    for service in services:
        yield replace(terms, service=service, in_network_only=len(said) < len(part))


def _without_deductible(part: Sequence[Token]) -> tuple[Sequence[Token], str | None]:
    """The part without what it says once about the deductible, and the kind of that."""
    if part and part[0].kind == "deductible_then":
        return part[1:], "after"
    if part and part[-1].kind in _DEDUCTIBLE:
        return part[:-1], part[-1].kind
    return part, None


def _without_service(part: Sequence[Token]) -> tuple[Sequence[Token], tuple[Service | None, ...]]:
    """The part without the services it names at its end, and those."""
    if part and part[-1].kind in _SERVICES:
        return part[:-1], _SERVICES[part[-1].kind]
    names_office = any(token.kind == "per_office_visit" for token in part)
    return part, ("office_visit" if names_office else None,)


def _and_nothing_more(terms: LineTerms | None) -> LineTerms | None:
    """A copayment, beside which no share is owed; of other terms that cannot be said."""
    if not (terms and terms.copay_usd):
        return None
    return replace(terms, coinsurance_percent=0.0, may_be_price=False)


def _terms(part: Sequence[Token], deductible: str | None) -> LineTerms | None:
    kinds = " ".join(token.kind for token in part)
    said = {token.kind: token.text for token in part}
    applies = _DEDUCTIBLE[deductible] if deductible else None
    covered = replace(_NOT_COVERED, covered=True, deductible_applies=applies)
    if _COPAY.fullmatch(kinds):
        per = next((unit for kind, unit in _PER.items() if kind in said), None)
        copay = _number(said["money"])
        return replace(
            covered,
            copay_usd=copay,
            copay_per=per,
            copay_first=deductible == "before",
            may_be_price=bool(copay) and not (deductible or _OWED & said.keys()),
        )
    if deductible == "before":
        return None
    if _COINSURANCE.fullmatch(kinds):
        is_of_rest = "of_rest" in said
        return replace(
            covered,
            coinsurance_percent=_patient_share(said),
            may_be_plans=not _SAYS_WHOSE & said.keys(),
            share_of_rest=is_of_rest,
        )
    if kinds in ("no_charge", "pays_nothing"):
        return replace(covered, copay_usd=0.0, coinsurance_percent=0.0)
    return _NOT_COVERED if kinds == "not_covered" and applies is None else None


def _patient_share(said: dict[str, str]) -> float:
    if "both_shares" in said:
        return _smaller_share(said["both_shares"])
    percent = _number(said["percent"])
    if {"plan_pays", "by_plan"} & said.keys():
        return round(100 - percent, 4)
    if {"covered_at", "covered"} & said.keys():
        # "Covered 20%" can be "covered, 20%" as well.
        _check_whose(said["percent"], is_known=percent > EITHERS_SHARE_PERCENT)
        return round(100 - percent, 4)
    most_percent = EITHERS_SHARE_PERCENT
    is_small = percent <= most_percent if "coinsurance" in said else percent < most_percent
    is_patients = is_small or "you_pay" in said
    _check_whose(said["percent"], is_known=is_patients)
    return percent


def _check_whose(share: str, *, is_known: bool) -> None:
    if not is_known:
        raise NotUnderstoodError(share, "who_pays")


def _smaller_share(text: str) -> float:
    plan, patient = map(_number, text.split("/"))
    _check_whose(text, is_known=plan + patient == 100 and plan >= patient)
    return patient


def _number(text: str) -> float:
    return float(re.sub(r"[^0-9.]", "", text))
