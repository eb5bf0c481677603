"""One line of a plan's summary -> terms.

It reads what public plan files and summaries of benefits say for one service, such as "$35
copay/visit, deductible does not apply". Each word must be one it knows, those of a label too, so a
condition it does not know is never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

Per = Literal["visit", "day", "stay"]
# The two services a summary of benefits tells apart; a program day is one of the other services.
Service = Literal["office_visit", "other_outpatient"]
# Why a line was not read: words we do not know, cells that differ, a share that may be either's.
Reason = Literal["unknown", "cells", "who_pays"]


@dataclass(frozen=True, slots=True)
class LineTerms:
    """What one line says the patient owes for one service. None: the line does not say.

    ``coinsurance_percent`` is the patient's share. ``in_network_only``: the line's label says that
    it is for care in network.
    """

    covered: bool
    copay_usd: float | None
    copay_per: Per | None
    coinsurance_percent: float | None
    deductible_applies: bool | None
    service: Service | None = None
    in_network_only: bool = False


class NotUnderstoodError(ValueError):
    """The line, or a part of it, cannot be read with certainty. ``rest`` is that part."""

    def __init__(self, rest: str, reason: Reason = "unknown") -> None:
        super().__init__(rest)
        self.rest = rest
        self.reason = reason


# What a line is made of, by kind; of two that fit, the first one counts. "Before deductible" is
# not among them: there the copayment comes first and what is left of the price goes to the
# deductible (HL7, US Drug Formulary, copay options), an order LineTerms cannot say. As "the
# deductible applies" it would be billed like "after deductible"; as "does not apply", too low.
_DEDUCTIBLE_WORD = r"(?:the |your )?(?:deductible|ded\b\.?)"
_PHRASES = {
    "deductible_then": rf"{_DEDUCTIBLE_WORD}(?:,? then\b| ?\+| plus\b| and\b)",
    "after": (
        r"(?:[,;.(] ?)?"
        rf"(?:after {_DEDUCTIBLE_WORD}(?: is met| has been met)?"
        rf"|{_DEDUCTIBLE_WORD} applies"
        rf"|subject to {_DEDUCTIBLE_WORD})(?!\w)\)?"
    ),
    "waived": (
        r"(?:[,;.(] ?)?"
        rf"(?:{_DEDUCTIBLE_WORD} (?:does not|doesn['’]t) apply"
        rf"|{_DEDUCTIBLE_WORD} (?:is )?waived"
        rf"|not subject to {_DEDUCTIBLE_WORD}"
        rf"|no {_DEDUCTIBLE_WORD})(?!\w)\)?"
    ),
    "money": (
        r"\$ ?(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,6})(?:\.[0-9]{2})?"
        r"(?!\.?[0-9])"  # else the first digits of a number like $35.005 would pass for it
    ),
    "percent": r"(?:100(?:\.0{1,4})?|[0-9]{1,2}(?:\.[0-9]{1,4})?) ?%",
    "copay": r"co-?pay(?:ment)?\b",
    "coinsurance": r"co-?ins(?:urance)?\b",
    "per_office_visit": r"(?:per |/ ?)office visit\b",
    "per_visit": r"(?:per |/ ?)(?:visit|session)\b",
    "per_day": r"(?:per |/ ?)day\b",
    "per_stay": r"(?:per |/ ?)stay\b",
    "for_office_visits": r"for (?:an )?office visits?\b",
    "for_other_services": r"for (?:all )?other (?:outpatient )?services\b",
    "you_pay": r"(?:you pay|(?:the )?(?:member|patient) pays)\b",
    "plan_pays": r"(?:the |your )?plan pays\b",
    "no_charge": r"no charge\b",
    "not_covered": r"not covered\b",
    "not_applicable": r"(?:not applicable|n/a)\b",
    "separator": r"(?:[,;/.] ?)?(?:and|plus|then)\b|[,;/]|\.(?= )",
    "unknown": r"[^ ,;/]+|[^ ]",
}
_TOKEN = re.compile(
    "|".join(f"(?P<{kind}>{phrase})" for kind, phrase in _PHRASES.items()),
    re.IGNORECASE | re.ASCII,
)

# What a part may consist of once its words on the deductible and on the service are taken off.
_COPAY = re.compile(r"(you_pay )?money( copay)?( per_\w+)?")
_COINSURANCE = re.compile(r"(you_pay )?percent( coinsurance)?|plan_pays percent")

_PER: dict[str, Per] = {
    "per_office_visit": "visit",
    "per_visit": "visit",
    "per_day": "day",
    "per_stay": "stay",
}
_DEDUCTIBLE = {"after": True, "waived": False}
_SERVICE: dict[str, Service] = {
    "for_office_visits": "office_visit",
    "for_other_services": "other_outpatient",
}
# From here on a bare share is as likely the plan's as the patient's: "80%" on a card, "80/20".
_EITHERS_SHARE_PERCENT = 50

# The labels that may stand before the terms: they name the row, and no condition. Whatever else
# stands there, a place, a network, a provision, may change who owes what.
_HEALTH = r"(?:(?:mental|behavioral)(?:(?:/| ?, | and | or )(?:mental|behavioral))* health)"
_LABELS: dict[Service | None, str] = {
    None: (
        rf"(?:outpatient )?{_HEALTH}(?: (?:care|services?|visits?))?"
        rf"|{_HEALTH} outpatient(?: (?:care|services?|visits?))?|outpatient(?: (?:care|services?))?"
    ),
    "office_visit": (
        rf"(?:(?:outpatient )?{_HEALTH} )?office visits?"
        r"|(?:individual |outpatient )?(?:psycho)?therapy(?: (?:visits?|sessions?))?"
    ),
    "other_outpatient": (
        r"(?:all )?other (?:outpatient )?services"
        r"|(?:intensive outpatient program|intensive outpatient|iop|program)"
        r"(?: \(iop\))?(?: days?| services)?"
    ),
}
_IN_NETWORK = re.compile(r"in[- ]network(?: providers?)?", re.IGNORECASE | re.ASCII)
_LABEL = {
    service: re.compile(pattern, re.IGNORECASE | re.ASCII) for service, pattern in _LABELS.items()
}

_JOINING_WORD = re.compile(r"\b(?:and|plus|then)\b", re.IGNORECASE)
_NOT_COVERED = LineTerms(False, None, None, None, None)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def read_line(text: str) -> LineTerms:
    """The terms that ``text`` states for one service.

    A copayment and a coinsurance may stand side by side if they agree on the deductible. A lone
    percentage below 50 is the patient's share; from there on the line has to say whose it is. Cells
    of a table must say the same: which of them is the one in network is not known here. Raises
    NotUnderstoodError.
    """
    cells = [_cell(_tidy(cell)) for cell in text.strip().split("\t")]
    if len(set(cells)) > 1:
        raise NotUnderstoodError(_tidy(text), "cells")
    return cells[0]


def _cell(line: str) -> LineTerms:
    service, in_network_only, body = _without_label(line)
    said = list(dict.fromkeys(filter(None, _parts(body))))
    terms = said[0] if len(said) == 1 else None
    if len(said) == 2:
        terms = _joined(*said, line=body) or _joined(*reversed(said), line=body)
    if terms is None or {service, terms.service} == set(_SERVICE.values()):
        raise NotUnderstoodError(line)
    service = terms.service or service
    return replace(terms, service=service, in_network_only=in_network_only)


def _tidy(text: str) -> str:
    """One space between words, no full stop at the end."""
    return " ".join(text.split()).removesuffix(".").rstrip()


def _without_label(line: str) -> tuple[Service | None, bool, str]:
    """The service the line's label names, whether it says in network, and what stands behind it."""
    label, colon, terms = line.partition(":")
    if not colon:
        return None, False, line
    if _IN_NETWORK.fullmatch(label.strip()):
        return None, True, terms.strip()
    for service, pattern in _LABEL.items():
        if pattern.fullmatch(label.strip()):
            return service, False, terms.strip()
    raise NotUnderstoodError(label)


def _parts(line: str) -> Iterator[LineTerms | None]:
    """What each part between separators says; None for a cell that does not apply."""
    part: list[_Token] = []
    for found in _TOKEN.finditer(line):
        token = _Token(found.lastgroup or "unknown", found[0], *found.span())
        if token.kind == "separator":
            yield _part(part, line)
            part = []
        else:
            part.append(token)
    yield _part(part, line)


def _part(tokens: Sequence[_Token], line: str) -> LineTerms | None:
    """What one part of ``line`` says."""
    if not tokens:
        raise NotUnderstoodError(line)
    body, applies = _without_deductible(tokens)
    body, service = _without_service(body)
    kinds = " ".join(token.kind for token in body)
    if kinds == "not_applicable" and applies is None:
        return None
    terms = _terms(kinds, {token.kind: token.text for token in body}, applies)
    if terms is None:
        first = next((token for token in tokens if token.kind == "unknown"), tokens[0])
        raise NotUnderstoodError(line[first.start : tokens[-1].end])
    return replace(terms, service=service)


def _without_deductible(tokens: Sequence[_Token]) -> tuple[Sequence[_Token], bool | None]:
    """The part without what it says once about the deductible, and that."""
    if tokens[0].kind == "deductible_then":
        return tokens[1:], True
    if tokens[-1].kind in _DEDUCTIBLE:
        return tokens[:-1], _DEDUCTIBLE[tokens[-1].kind]
    return tokens, None


def _without_service(tokens: Sequence[_Token]) -> tuple[Sequence[_Token], Service | None]:
    """The part without the service it names at its end, and that."""
    if tokens and tokens[-1].kind in _SERVICE:
        return tokens[:-1], _SERVICE[tokens[-1].kind]
    names_office = any(token.kind == "per_office_visit" for token in tokens)
    return tokens, "office_visit" if names_office else None


def _terms(kinds: str, said: dict[str, str], applies: bool | None) -> LineTerms | None:
    covered = replace(_NOT_COVERED, covered=True, deductible_applies=applies)
    if _COPAY.fullmatch(kinds):
        per = next((unit for kind, unit in _PER.items() if kind in said), None)
        return replace(covered, copay_usd=_number(said["money"]), copay_per=per)
    if _COINSURANCE.fullmatch(kinds):
        return replace(covered, coinsurance_percent=_patient_share(said))
    if kinds == "no_charge":
        return replace(covered, copay_usd=0.0, coinsurance_percent=0.0)
    return _NOT_COVERED if kinds == "not_covered" and applies is None else None


def _patient_share(said: dict[str, str]) -> float:
    percent = _number(said["percent"])
    if "plan_pays" in said:
        return round(100 - percent, 4)
    is_said_whose = "coinsurance" in said or "you_pay" in said
    if percent >= _EITHERS_SHARE_PERCENT and not is_said_whose:
        raise NotUnderstoodError(said["percent"], "who_pays")
    return percent


def _number(text: str) -> float:
    return float(re.sub(r"[^0-9.]", "", text))


def _joined(copay: LineTerms, coinsurance: LineTerms, *, line: str) -> LineTerms | None:
    """Both as one, if the first is a copayment alone and the second a coinsurance alone.

    A copayment of nothing beside a share may as well be two columns of a table, one in network and
    one out of it, unless a word joins them.
    """
    if copay.copay_usd is None or copay.coinsurance_percent is not None:
        return None
    if coinsurance.copay_usd is not None or coinsurance.coinsurance_percent is None:
        return None
    if copay.deductible_applies != coinsurance.deductible_applies:
        return None
    if len({copay.service, coinsurance.service} - {None}) > 1:
        return None
    if not copay.copay_usd and coinsurance.coinsurance_percent and not _JOINING_WORD.search(line):
        raise NotUnderstoodError(line, "cells")
    service = copay.service or coinsurance.service
    return replace(copay, coinsurance_percent=coinsurance.coinsurance_percent, service=service)
