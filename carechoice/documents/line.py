"""One line on a plan's terms -> what it says the patient owes.

It reads what public plan files, summaries of benefits and verifications of benefits say, such as
"$35 copay/visit, deductible does not apply" or "30% AD". Each word must be one it knows, those of a
label too, so a condition it does not know is never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, get_args

from carechoice.documents.line_words import Service, Token, label_of, tidy, tokens

Per = Literal["visit", "day", "stay"]
# Why a line was not read: words we do not know, cells that differ, a share that may be either's.
Reason = Literal["unknown", "cells", "who_pays"]


@dataclass(frozen=True, slots=True)
class LineTerms:
    """What one line says the patient owes for one service. None: the line does not say.

    ``coinsurance_percent`` is the patient's share. ``in_network_only``: the line says that it is
    for care in network. ``copay_first``: the copayment comes before the deductible, which the rest
    of the price goes to. ``share_of_rest``: the line says that the coinsurance is one of what the
    copayment leaves of the price.
    """

    covered: bool
    copay_usd: float | None
    copay_per: Per | None
    coinsurance_percent: float | None
    deductible_applies: bool | None
    service: Service | None = None
    in_network_only: bool = False
    copay_first: bool = False
    share_of_rest: bool = False


class NotUnderstoodError(ValueError):
    """The line, or a part of it, cannot be read with certainty. ``rest`` is that part."""

    def __init__(self, rest: str, reason: Reason = "unknown") -> None:
        super().__init__(rest)
        self.rest = rest
        self.reason = reason


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
_PATIENTS = {"coinsurance", "you_pay"}
# From here on a bare share is as likely the plan's as the patient's: "80%" on a card.
_EITHERS_SHARE_PERCENT = 50
_BEGINS = {"money", "percent", "no_charge", "not_covered", "you_pay", "plan_pays", "copay"}
_SENTENCE_END = re.compile(r"[;.] +")
_JOINING_WORD = re.compile(r"\b(?:and|plus|then|with)\b|[+&]", re.IGNORECASE)
_SAYING_NOTHING = (
    ["not_applicable"],
    ["copay", "not_applicable"],
    ["coinsurance", "not_applicable"],
    ["no_coinsurance"],
    ["covered"],
    ["no_condition"],
    ["approval_needed"],
)
_NOT_COVERED = LineTerms(False, None, None, None, None)


def read_services(text: str) -> tuple[LineTerms, ...]:
    """The terms that ``text`` states, one a service that it tells apart. Raises NotUnderstoodError.

    Of one that tells none apart there is one, whose service is what its label says, or None.

    A copayment and a coinsurance may stand side by side if they agree on the deductible. A lone
    percentage below 50 is the patient's share; from there on the line has to say whose it is. Of
    two shares that make up the whole, "70/30", the larger stands first and is the plan's. Cells of
    a table must say the same: which of them is the one in network is not known here.
    """
    cells = [_cell(tidy(cell)) for cell in re.split(r"[\t|]", text.strip(" \t\n|"))]
    if len(set(cells)) > 1:
        raise NotUnderstoodError(tidy(text), "cells")
    return cells[0]


def _cell(line: str) -> tuple[LineTerms, ...]:
    """What a cell says; what stands below the label of a service is as good as a line."""
    below = _by_label(_SENTENCE_END.split(line))
    said = tuple(dict.fromkeys(terms for part in below for terms in _below_one_label(part)))
    if len({terms.service for terms in said}) < len(said):
        raise NotUnderstoodError(line)
    return said or _below_one_label(line)


def _by_label(parts: Sequence[str]) -> list[str]:
    """The parts below each label of a service; nothing where one may be for several of them.

    That is one before the first label and one at the end, such as "deductible does not apply".
    """
    labels = [label_of(part).service for part in parts]
    named = [label for label in labels if label]
    if len(named) < 2 or not (labels[0] and labels[-1]):
        return []
    below: list[str] = []
    for part, label in zip(parts, labels, strict=True):
        if label:
            below.append(part)
        else:
            below[-1] += f"; {part}"
    return below


def _below_one_label(line: str) -> tuple[LineTerms, ...]:
    label = label_of(line)
    if ":" in line and ":" not in line[: label.end]:
        raise NotUnderstoodError(line.partition(":")[0].strip())
    body = line[label.end :]
    found = [_of_service(said, body, line) for said in _by_service(list(_parts(body)), line)]
    if label.service and any(each.service not in (None, label.service) for each in found):
        raise NotUnderstoodError(line)
    return tuple(
        replace(
            each,
            service=each.service or label.service,
            in_network_only=each.in_network_only or label.in_network,
        )
        for each in found
    )


def _by_service(parts: Sequence[LineTerms | None], line: str) -> list[list[LineTerms]]:
    """What is said of each service; what stands beside the name of one may be of another."""
    said = list(dict.fromkeys(filter(None, parts)))
    services = {each.service for each in said}
    if services <= {None} or len(said) == 1:
        return [said]
    if None in services:
        raise NotUnderstoodError(line)
    named = [service for service in get_args(Service) if service in services]
    return [[each for each in said if each.service == service] for service in named]


def _of_service(said: Sequence[LineTerms], body: str, line: str) -> LineTerms:
    # A share of the rest says nothing without the copayment that leaves it.
    terms = said[0] if len(said) == 1 and not said[0].share_of_rest else None
    if len(said) == 2:
        terms = _joined(*said, body=body) or _joined(*reversed(said), body=body)
    if terms is None:
        raise NotUnderstoodError(line)
    return terms


def _parts(line: str) -> Iterator[LineTerms | None]:
    """What each part between separators says; None for a cell that does not apply."""
    for part in _below_deductible(_split(tokens(line))):
        yield from _part(part, line)


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
    return replace(terms, coinsurance_percent=0.0) if terms and terms.copay_usd else None


def _terms(part: Sequence[Token], deductible: str | None) -> LineTerms | None:
    kinds = " ".join(token.kind for token in part)
    said = {token.kind: token.text for token in part}
    applies = _DEDUCTIBLE[deductible] if deductible else None
    covered = replace(_NOT_COVERED, covered=True, deductible_applies=applies)
    if _COPAY.fullmatch(kinds):
        per = next((unit for kind, unit in _PER.items() if kind in said), None)
        copay = _number(said["money"])
        first = deductible == "before"
        return replace(covered, copay_usd=copay, copay_per=per, copay_first=first)
    if deductible == "before":
        return None
    if _COINSURANCE.fullmatch(kinds):
        is_of_rest = "of_rest" in said
        return replace(covered, coinsurance_percent=_patient_share(said), share_of_rest=is_of_rest)
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
        _check_whose(said["percent"], is_known=percent > _EITHERS_SHARE_PERCENT)
        return round(100 - percent, 4)
    is_patients = percent < _EITHERS_SHARE_PERCENT or bool(_PATIENTS & said.keys())
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


def _joined(copay: LineTerms, coinsurance: LineTerms, *, body: str) -> LineTerms | None:
    """Both as one, if the first is a copayment alone and the second a coinsurance alone.

    With a slash between them, or where the copayment is nothing, they may as well be two columns of
    a table, one in network and one out of it, unless a word joins them.
    """
    if copay.copay_usd is None or copay.coinsurance_percent is not None or copay.copay_first:
        return None
    if coinsurance.copay_usd is not None or coinsurance.coinsurance_percent is None:
        return None
    # A share of nothing is one whether or not the deductible is waived for it, too.
    is_waived = not coinsurance.coinsurance_percent and coinsurance.deductible_applies is False
    if is_waived and copay.deductible_applies is None:
        copay = replace(copay, deductible_applies=False)
    if copay.deductible_applies != coinsurance.deductible_applies:
        return None
    if len({copay.service, coinsurance.service} - {None}) > 1:
        return None
    may_be_columns = not copay.copay_usd or any(
        token.kind == "separator" and token.text.strip() in ("/", "-", "–", "—")
        for token in tokens(body)
    )
    if coinsurance.coinsurance_percent and may_be_columns and not _JOINING_WORD.search(body):
        raise NotUnderstoodError(body, "cells")
    return replace(
        copay,
        coinsurance_percent=coinsurance.coinsurance_percent,
        service=copay.service or coinsurance.service,
        share_of_rest=coinsurance.share_of_rest,
        in_network_only=copay.in_network_only or coinsurance.in_network_only,
    )
