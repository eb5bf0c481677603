"""The benefits of an eligibility answer in JSON that lists them by plan and service (Availity).

What its keys mean is by programs that read it: the classes that SunKnowledge's "newcoverage" made
from an answer (InNetwork: amount, amountTimePeriodCode, levelCode, payerNotes), and others that
tell amounts, totals and what remains of a network apart. Their codes are those of X12
005010X279A1. A key that is not known here is a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from carechoice.documents.days.benefit import Span, spans_of
from carechoice.documents.eligibility.benefit import UNKNOWN, Benefit, Beside, benefit
from carechoice.documents.eligibility.json_values import list_of, mapping_of, text_of
from carechoice.documents.eligibility.names import code_of
from carechoice.documents.eligibility.subject import COPAY, DEDUCTIBLE, MAXIMUM, SHARE

_KINDS = {
    "coInsurance": SHARE,
    "coPayment": COPAY,
    "deductibles": DEDUCTIBLE,
    "outOfPocket": MAXIMUM,
}
_BESIDE_AMOUNTS = {"nonCovered": "I", "limitations": "F", "statusDetails": ""}
_NETWORKS = {"inNetwork": "Y", "outOfNetwork": "N", "notApplicableNetwork": "W", "noNetwork": ""}
# The amounts of an entry, each with the code of its time where the entry says none. Of a limit a
# bare "amount" can be the limit, and what is paid toward it.
_AMOUNTS = {"total": "", "amount": "", "remaining": "29"}
_OF_A_LIMIT = {"amount": UNKNOWN}
_PERCENT = "percent"
# What a date is of (X12 element DTP01).
_DATES = {
    "coverageStartDate": "346",
    "coverageEndDate": "347",
    "eligibilityStartDate": "356",
    "eligibilityEndDate": "357",
    "benefitBeginDate": "348",
    "benefitEndDate": "349",
    "periodStartDate": "193",
    "periodEndDate": "194",
    "addedDate": "318",
}
_TIMES = {f"{name}TimePeriod{code}" for name in _AMOUNTS for code in ("", "Code")}
_READ = {
    *_AMOUNTS,
    *_TIMES,
    *_DATES,
    *("units", "level", "levelCode", "insuranceType", "insuranceTypeCode"),
    *("status", "statusCode", "description", "authorizationRequired"),
}
# What a service has beside its amounts, and says nothing of them.
_OF_SERVICE = {"name", "type", "status", "statusCode", "amounts", "contacts"}


def benefits_by_service(
    data: Mapping[str, Any], of_all: tuple[Span, ...]
) -> Iterator[tuple[Benefit, str]]:
    """Each benefit, with the name of its plan; ``of_all``: when all of them count."""
    for at, plan in enumerate(map(mapping_of, list_of(data.get("plans")))):
        is_told = plan.get("benefits") or plan.get("statusCode")
        if is_told and isinstance(plan.get("benefits"), list):
            name = text_of(plan.get("planName")) or f"plan {at}"
            spans = (*of_all, *spans_of(_dated(plan)))
            for one in _of_plan(plan, f"plans[{at}]", spans):
                yield one, name


def _of_plan(plan: Mapping[str, Any], place: str, spans: tuple[Span, ...]) -> Iterator[Benefit]:
    yield benefit({"code": _code(plan)}, (), Beside(spans=spans), place=place)
    for at, service in enumerate(map(mapping_of, list_of(plan.get("benefits")))):
        there = f"{place}.benefits[{at}]"
        if service.get("statusCode"):
            of_service = {"code": _code(service)}
            yield benefit(of_service, _types(service), Beside(spans=spans), place=there)
        for facts, entry, where in _entries(service):
            beside = _beside(entry, service, spans)
            yield from _amounts(entry, facts, _types(service), beside, f"{there}.{where}")


def _entries(
    service: Mapping[str, Any],
) -> Iterator[tuple[Mapping[str, str], Mapping[str, Any], str]]:
    """What a service has by network: the kind and the network of each entry, and its place."""
    amounts = mapping_of(service.get("amounts"))
    groups = [(_KINDS.get(name, UNKNOWN), f"amounts.{name}", amounts[name]) for name in amounts]
    groups += [(code, name, service.get(name)) for name, code in _BESIDE_AMOUNTS.items()]
    for code, name, networks in groups:
        for network, entries in mapping_of(networks).items():
            for at, entry in enumerate(map(mapping_of, list_of(entries))):
                facts = {"code": code, "network": _NETWORKS.get(network, UNKNOWN)}
                yield facts, entry, f"{name}.{network}[{at}]"


def _amounts(
    entry: Mapping[str, Any],
    facts: Mapping[str, str],
    types: tuple[str, ...],
    beside: Beside,
    place: str,
) -> Iterator[Benefit]:
    """A benefit for each amount of an entry; one without an amount says that it is so."""
    said = {
        **facts,
        "code": facts["code"] or _code(entry),
        "level": _coded(entry, "level", "level"),
        "insurance": _coded(entry, "insurance", "insuranceType"),
        "approval": "Y" if entry.get("authorizationRequired") is True else "",
    }
    named = [name for name in _AMOUNTS if text_of(entry.get(name))]
    for name in named:
        amount = _amount(entry, name, facts["code"])
        yield benefit({**said, **amount}, types, beside, place=f"{place}.{name}")
    if not named:
        yield benefit(said, types, beside, place=place)


def _amount(entry: Mapping[str, Any], name: str, code: str) -> Mapping[str, str]:
    """The amount or the share by this name, and of which time it is."""
    is_share = text_of(entry.get("units")).casefold() == _PERCENT
    is_of_kind = is_share == (code == SHARE)
    unsaid = _OF_A_LIMIT.get(name) if code in (DEDUCTIBLE, MAXIMUM) else None
    period = _coded(entry, "period", f"{name}TimePeriod") or unsaid or _AMOUNTS[name]
    return {
        "share" if is_share else "amount": text_of(entry.get(name)) if is_of_kind else UNKNOWN,
        "period": period,
    }


def _code(said: Mapping[str, Any]) -> str:
    """Whether it is active."""
    return _coded(said, "code", "status") or UNKNOWN


def _coded(said: Mapping[str, Any], fact: str, name: str) -> str:
    """The code of a fact, or that of its name."""
    return text_of(said.get(f"{name}Code")) or code_of(fact, text_of(said.get(name)))


def _types(service: Mapping[str, Any]) -> tuple[str, ...]:
    named = code_of("services", text_of(service.get("name")))
    return (text_of(service.get("type")) or named or UNKNOWN,)


def _beside(
    entry: Mapping[str, Any], service: Mapping[str, Any], spans: tuple[Span, ...]
) -> Beside:
    dated = _dated(entry)
    is_known = {*service} <= {*_OF_SERVICE, *_BESIDE_AMOUNTS}
    return Beside(
        dates=tuple(text for _, text in dated),
        spans=(*spans, *spans_of(dated)),
        has_note=not is_known or any(value for key, value in entry.items() if key not in _READ),
    )


def _dated(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What each date is of, and its day as text, without the time behind it."""
    days = [(of, text_of(said.get(name)).partition("T")[0]) for name, of in _DATES.items()]
    return [(of, day) for of, day in days if day]
