"""One line of a plan's summary -> terms.

It reads what public plan files and summaries of benefits say for one service, such as "$35
copay/visit, deductible does not apply", and a copay cell and a coinsurance cell side by side. Each
word must be one it knows, so a condition it does not know is never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

Per = Literal["visit", "day", "stay"]


@dataclass(frozen=True, slots=True)
class LineTerms:
    """What one line says the patient owes for one service. None: the line does not say."""

    covered: bool
    copay_usd: float | None
    copay_per: Per | None
    coinsurance_percent: float | None
    deductible_applies: bool | None


class NotUnderstoodError(ValueError):
    """The line, or a part of it, says nothing this reader knows. ``rest`` is that part."""

    def __init__(self, rest: str) -> None:
        super().__init__(rest)
        self.rest = rest


# What a line is made of, by kind; of two that fit, the first one counts. "Before deductible" is
# not among them: there the copayment comes first and what is left of the price goes to the
# deductible (HL7, US Drug Formulary, copay options), an order LineTerms cannot say. As "the
# deductible applies" it would be billed like "after deductible"; as "does not apply", too low.
_PHRASES = {
    "deductible_then": r"(?:the )?deductible,? then\b",
    "after": (
        r"(?:[,;.(] ?)?"
        r"(?:after (?:the |your )?deductible(?: is met| has been met)?"
        r"|(?:the )?deductible applies"
        r"|subject to (?:the )?deductible)\b\)?"
    ),
    "waived": (
        r"(?:[,;.(] ?)?"
        r"(?:(?:the )?deductible (?:does not|doesn['’]t) apply"
        r"|(?:the )?deductible (?:is )?waived"
        r"|not subject to (?:the )?deductible)\b\)?"
    ),
    "money": (
        r"\$ ?(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,6})(?:\.[0-9]{2})?"
        r"(?!\.?[0-9])"  # else the first digits of a number like $35.005 would pass for it
    ),
    "percent": r"(?:100(?:\.0{1,4})?|[0-9]{1,2}(?:\.[0-9]{1,4})?) ?%",
    "copay": r"co-?pay(?:ment)?\b",
    "coinsurance": r"co-?insurance\b",
    "per_visit": r"(?:per |/ ?)visit\b",
    "per_day": r"(?:per |/ ?)day\b",
    "per_stay": r"(?:per |/ ?)stay\b",
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

# What a part may consist of once its words on the deductible are taken off.
_COPAY = re.compile(r"(you_pay )?money( copay)?( per_\w+)?")
_COINSURANCE = re.compile(r"(you_pay )?percent( coinsurance)?|plan_pays percent")

_PER: dict[str, Per] = {"per_visit": "visit", "per_day": "day", "per_stay": "stay"}
_DEDUCTIBLE = {"after": True, "waived": False}

# A label names a service. With one of these in it, it says something about the payment, and to
# leave it out would change the terms.
_NO_MERE_LABEL = re.compile(
    r"[0-9$%]|deductible|co-?pay|co-?insurance|\b(?:charge|covered|pays?|applicable|free"
    r"|first|next|additional|per|year|after|before|then|until|unless|except|only|limit|up to)\b",
    re.IGNORECASE | re.ASCII,
)

_NOT_COVERED = LineTerms(False, None, None, None, None)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def read_line(text: str) -> LineTerms:
    """The terms that ``text`` states for one service.

    A copayment and a coinsurance may stand side by side if they agree on the deductible. A lone
    percentage is the patient's share. Raises NotUnderstoodError.
    """
    line = _tidy(text)
    said = list(dict.fromkeys(filter(None, _parts(_without_label(line)))))
    terms = said[0] if len(said) == 1 else None
    if len(said) == 2:
        terms = _joined(*said) or _joined(*reversed(said))
    if terms is None:
        raise NotUnderstoodError(line)
    return terms


def _tidy(text: str) -> str:
    """One space between words, cells of a table apart, no full stop at the end."""
    return " ".join(text.strip().replace("\t", "; ").split()).removesuffix(".").rstrip()


def _without_label(line: str) -> str:
    label, colon, terms = line.partition(":")
    if not colon:
        return line
    if _NO_MERE_LABEL.search(label):
        raise NotUnderstoodError(label)
    return terms.strip()


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
    kinds = " ".join(token.kind for token in body)
    if kinds == "not_applicable" and applies is None:
        return None
    terms = _terms(kinds, {token.kind: token.text for token in body}, applies)
    if terms is None:
        first = next((token for token in tokens if token.kind == "unknown"), tokens[0])
        raise NotUnderstoodError(line[first.start : tokens[-1].end])
    return terms


def _without_deductible(tokens: Sequence[_Token]) -> tuple[Sequence[_Token], bool | None]:
    """The part without what it says once about the deductible, and that."""
    if tokens[0].kind == "deductible_then":
        return tokens[1:], True
    if tokens[-1].kind in _DEDUCTIBLE:
        return tokens[:-1], _DEDUCTIBLE[tokens[-1].kind]
    return tokens, None


def _terms(kinds: str, said: dict[str, str], applies: bool | None) -> LineTerms | None:
    covered = replace(_NOT_COVERED, covered=True, deductible_applies=applies)
    if _COPAY.fullmatch(kinds):
        per = next((unit for kind, unit in _PER.items() if kind in said), None)
        return replace(covered, copay_usd=_number(said["money"]), copay_per=per)
    if _COINSURANCE.fullmatch(kinds):
        percent = _number(said["percent"])
        share = round(100 - percent, 4) if "plan_pays" in said else percent
        return replace(covered, coinsurance_percent=share)
    if kinds == "no_charge":
        # Without a word on the deductible, nothing at all is owed: not the deductible either.
        return LineTerms(True, 0.0, None, 0.0, deductible_applies=bool(applies))
    return _NOT_COVERED if kinds == "not_covered" and applies is None else None


def _number(text: str) -> float:
    return float(re.sub(r"[^0-9.]", "", text))


def _joined(copay: LineTerms, coinsurance: LineTerms) -> LineTerms | None:
    """Both as one, if the first is a copayment alone and the second a coinsurance alone."""
    if copay.copay_usd is None or copay.coinsurance_percent is not None:
        return None
    if coinsurance.copay_usd is not None or coinsurance.coinsurance_percent is None:
        return None
    if copay.deductible_applies != coinsurance.deductible_applies:
        return None
    return replace(copay, coinsurance_percent=coinsurance.coinsurance_percent)
