"""One benefit of an eligibility answer: the facts of an X12 EB segment, whoever sends them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Network = Literal["in", "oon", "both"]
_NETWORKS: dict[str, Network] = {"Y": "in", "N": "oon", "W": "both"}
_CODED = ("code", "level", "period", "network")
_CODE = re.compile(r"[A-Z0-9]{1,3}")
_PROCEDURE = re.compile(r"[A-Z]?[0-9]{4,5}")
_AMOUNT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,4})?|\.[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Benefit:
    """What is said of one benefit. An empty text or None: it is not said.

    ``patient_share`` is written as it was sent, 0.2 for a fifth. Only codes and numbers are held,
    and none of the texts that may name a person; ``has_note`` says that there was such a text.
    """

    code: str
    level: str = ""
    services: tuple[str, ...] = ()
    period: str = ""
    amount_usd: float | None = None
    patient_share: float | None = None
    approval: bool = False
    network: Network | None = None
    procedure: str = ""
    has_note: bool = False
    words: str = ""
    place: str = ""


def benefit(
    facts: dict[str, str], services: Iterable[str], *, has_note: bool, place: str
) -> Benefit:
    """The benefit with these facts, each by the name of its field; what is no code is dropped."""
    code, level, period, network = (_code(facts.get(name, "")) for name in _CODED)
    kept = tuple(filter(None, map(_code, services)))
    shown = {
        "code": code,
        "level": level,
        "services": ",".join(kept),
        "period": period,
        "amount": _kept(_AMOUNT, facts.get("amount", "")),
        "share": _kept(_AMOUNT, facts.get("share", "")),
        "network": network,
        "procedure": _kept(_PROCEDURE, facts.get("procedure", "")),
    }
    return Benefit(
        code=code,
        level=level,
        services=kept,
        period=period,
        amount_usd=_number(shown["amount"]),
        patient_share=_number(shown["share"]),
        approval=facts.get("approval") == "Y",
        network=_NETWORKS.get(network),
        procedure=shown["procedure"],
        has_note=has_note,
        words=" ".join(f"{name}={text}" for name, text in shown.items() if text),
        place=place,
    )


def _kept(pattern: re.Pattern[str], text: str) -> str:
    return text.strip() if pattern.fullmatch(text.strip()) else ""


def _code(text: str) -> str:
    return _kept(_CODE, text.upper())


def _number(text: str) -> float | None:
    return float(text) if text else None
