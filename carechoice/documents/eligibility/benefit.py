"""One benefit of an eligibility answer: the facts of an X12 EB segment, whoever sends them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from carechoice.documents.days.benefit import Span, readable

Network = Literal["in", "oon", "both"]
_NETWORKS: Mapping[str, Network] = {"Y": "in", "N": "oon", "W": "both"}
# Stands for what is said and is no code that we know: it is never taken for what is not said.
UNKNOWN = "?"
# The facts that are codes, and all that is told of a benefit, in this order.
_CODES = ("code", "level", "insurance", "period", "network")
_TOLD = (
    *("code", "level", "services", "insurance", "period", "amount", "share", "quantity"),
    *("network", "procedure", "modifiers", "places", "dates"),
)
_CODE = re.compile(r"[A-Z0-9]{1,3}")
_PROCEDURE = re.compile(r"[A-Z]?[0-9]{4,5}")
_PART = re.compile(r"[A-Z0-9]{2}")
_QUANTITY = re.compile(r"(?:[A-Z0-9]{2})?(?:[0-9]{1,6}(?:\.[0-9]{1,4})?)?")
_AMOUNT = re.compile(r"\$?(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,9})?(?:\.[0-9]{1,4})?")
_SHARE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,4})?|\.[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Benefit:
    """What is said of one benefit. An empty text or None: it is not said; UNKNOWN: not understood.

    ``patient_share`` is written as it was sent, 0.2 for a fifth. ``insurance`` is the kind of cover
    it is of (EB04), ``places`` are those of care that it is for, and ``spans`` say when it counts.
    ``is_limited``: it is for some visits, diagnoses or providers only. ``is_unread``: its amount or
    share is no number. Only codes, numbers and dates are held, and none of the texts that may name
    a person; ``has_note`` says that there was such a text.
    """

    code: str
    level: str = ""
    services: tuple[str, ...] = ()
    insurance: str = ""
    period: str = ""
    amount_usd: float | None = None
    patient_share: float | None = None
    approval: bool = False
    network: Network | None = None
    procedure: str = ""
    places: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    is_limited: bool = False
    is_unread: bool = False
    has_note: bool = False
    words: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a benefit: modifiers, places of care and dates as text, and the rest.

    ``quantity`` is a number of visits or the like, after its unit's code. ``has_condition``: there
    is one that is none of these.
    """

    modifiers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    quantity: str = ""
    has_condition: bool = False
    has_note: bool = False


def benefit(
    facts: Mapping[str, str], services: Iterable[str], beside: Beside, *, place: str
) -> Benefit:
    """The benefit with these facts, each by the name of its field; what is no code is dropped."""
    read = {**_of_facts(facts), **_of_beside(beside)}
    read["services"] = ",".join(filter(None, map(_code, services)))
    is_unread = any(facts.get(name, "").strip() and not read[name] for name in ("amount", "share"))
    return Benefit(
        code=read["code"],
        level=read["level"],
        services=_parts(read["services"]),
        insurance=read["insurance"],
        period=read["period"],
        amount_usd=_number(read["amount"]),
        patient_share=_number(read["share"]),
        approval=facts.get("approval") == "Y",
        network=_NETWORKS.get(read["network"]),
        procedure=read["procedure"],
        places=_parts(read["places"]),
        spans=beside.spans,
        is_limited=bool(beside.modifiers or beside.quantity or beside.has_condition),
        is_unread=is_unread,
        has_note=beside.has_note,
        words=_told(read),
        place=place,
    )


def _of_facts(facts: Mapping[str, str]) -> dict[str, str]:
    """Each fact as it is read; one that should be a code and is none is UNKNOWN."""
    read = {name: _code(facts.get(name, "")) for name in _CODES}
    read["amount"] = _kept(_AMOUNT, facts.get("amount", "")).replace("$", "").replace(",", "")
    read["share"] = _kept(_SHARE, facts.get("share", ""))
    read["procedure"] = _known(_PROCEDURE, facts.get("procedure", ""))
    return read


def _of_beside(beside: Beside) -> dict[str, str]:
    return {
        "quantity": _kept(_QUANTITY, beside.quantity),
        "modifiers": ",".join(_kept(_PART, each) or UNKNOWN for each in beside.modifiers),
        "places": ",".join(_kept(_PART, each) or UNKNOWN for each in beside.places),
        "dates": ",".join(readable(each) or UNKNOWN for each in beside.dates),
    }


def _told(read: Mapping[str, str]) -> str:
    """What was understood, as words."""
    known = {name: _without_unknown(read[name]) for name in _TOLD}
    return " ".join(f"{name}={text}" for name, text in known.items() if text)


def _without_unknown(text: str) -> str:
    return ",".join(part for part in text.split(",") if part != UNKNOWN)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()


def _kept(pattern: re.Pattern[str], text: str) -> str:
    return text.strip() if pattern.fullmatch(text.strip()) else ""


def _known(pattern: re.Pattern[str], text: str) -> str:
    """The text if it is one of these, UNKNOWN if it is something else, and nothing if it is."""
    return _kept(pattern, text) or (UNKNOWN if text.strip() else "")


def _code(text: str) -> str:
    return _known(_CODE, text.upper())


def _number(text: str) -> float | None:
    return float(text) if text else None
