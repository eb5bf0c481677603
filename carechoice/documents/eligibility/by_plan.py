"""The benefits of an eligibility answer in JSON that lists them by plan (Stedi, since 2026-06-01).

What its keys and words mean is by the types of Stedi's own library for Python (stedi 1.0.0,
EligibilityCheckPlan). They are the codes of X12 005010X279A1, spelled out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from carechoice.documents.days.benefit import Span, spans_of, spans_of_person
from carechoice.documents.eligibility.benefit import UNKNOWN, Benefit, Beside, benefit
from carechoice.documents.eligibility.json_values import list_of, mapping_of, text_of
from carechoice.documents.eligibility.names import code_of
from carechoice.documents.eligibility.subject import COPAY, DEDUCTIBLE, MAXIMUM, SHARE

_STATUSES, _INVALID = "statuses", "invalidEntries"
_FAMILY, _ONE_PERSON = "FAM", "IND"
# The kinds of benefits, each with its code. One that is not listed here is asked about.
_KINDS: Mapping[str, str] = {
    "coInsurance": SHARE,
    "coPayment": COPAY,
    "deductible": DEDUCTIBLE,
    "outOfPocket": MAXIMUM,
    "exclusions": "E",
    "limitations": "F",
    "unlimited": "H",
    "nonCovered": "I",
    "primaryCareProvider": "L",
    "managedCareCoordinator": "MC",
    "benefitDisclaimer": "P",
    "otherOrAdditionalPayer": "R",
    "contactFollowingEntityForInformation": "U",
    "otherSourceOfData": "W",
    "spendDown": "Y",
}
# The kinds of codes a service goes by: a type of services, or a procedure as providers bill it.
_TYPE, _BILLED_AS = "STC", ("CPT", "HCPCS")
_QUANTITIES: Mapping[str, str] = {"VISITS": "VS", "DAYS": "DY"}
_CONDITIONS = ("serviceLimits", "relatedEntities", "diagnosis")
# The numbers that a plan goes by say nothing of when a benefit counts.
_READ = {
    *("status", "coverageLevel", "insuranceType", "network", "priorAuthIndicator", "service"),
    *("dates", "placesOfService", "additionalInformation", "timePeriod", "amount", "percent"),
    *("quantity", *_CONDITIONS),
}
_NETWORK_READ = ("indicator", "id")
# What the first and the last day of a range of dates are of (X12 element DTP01).
_DATES_OF: Mapping[str, tuple[str, str]] = {
    "plan": ("291", "347"),
    "benefit": ("292", "349"),
    "eligibility": ("307", "357"),
    "service": ("472", "472"),
    "period": ("193", "194"),
    "policy": ("539", "540"),
    "cobra": ("340", "341"),
    "issue": ("102", "102"),
    "coordinationOfBenefits": ("290", "290"),
    "primaryCareProvider": ("295", "295"),
    "latestVisit": ("304", "304"),
    "added": ("318", "318"),
    "dateOfLastUpdate": ("636", "636"),
    "status": ("771", "771"),
}


def benefits_by_plan(
    data: Mapping[str, Any], of_all: tuple[Span, ...]
) -> Iterator[tuple[Benefit, str]]:
    """Each benefit, with the name of its plan; ``of_all``: when all of them count."""
    people = [mapping_of(data.get(person)) for person in ("subscriber", "dependent")]
    dated = [each for person in people for each in _dated(person.get("dates"))]
    of_person = (*of_all, *spans_of_person(dated))
    for at, plan in enumerate(list_of(data.get("plans"))):
        benefits = mapping_of(mapping_of(plan).get("benefits"))
        name = text_of(mapping_of(plan).get("name")) or f"plan {at}"
        for one in _of_plan(benefits, f"plans[{at}].benefits", of_person):
            yield one, name


def _of_plan(
    benefits: Mapping[str, Any], place: str, of_all: tuple[Span, ...]
) -> Iterator[Benefit]:
    invalid = mapping_of(benefits.get(_INVALID))
    for kind, entries in benefits.items():
        if kind != _INVALID:
            yield from _of_kind(kind, entries, f"{place}.{kind}", of_all)
    for kind, entries in invalid.items():
        unread = [{**mapping_of(entry), "amount": UNKNOWN} for entry in list_of(entries)]
        yield from _of_kind(kind, unread, f"{place}.{_INVALID}.{kind}", of_all)


def _of_kind(kind: str, entries: Any, place: str, of_all: tuple[Span, ...]) -> Iterator[Benefit]:
    listed = [mapping_of(entry) for entry in list_of(entries)]
    levels = [code_of("level", text_of(entry.get("coverageLevel"))) for entry in listed]
    for at, (entry, level) in enumerate(zip(listed, levels, strict=True)):
        service = mapping_of(entry.get("service"))
        facts = {
            "code": _code(kind, entry),
            "level": level if _is_said(level, levels) else "",
            "insurance": code_of("insurance", text_of(entry.get("insuranceType"))),
            "period": code_of("period", text_of(entry.get("timePeriod"))),
            "network": code_of(
                "network", text_of(mapping_of(entry.get("network")).get("indicator"))
            ),
            "amount": text_of(entry.get("amount")),
            "share": text_of(entry.get("percent")),
            "approval": "Y" if entry.get("priorAuthIndicator") == "REQUIRED" else "",
            "procedure": _procedure(service),
        }
        yield benefit(facts, _types(service), _beside(entry, of_all), place=f"{place}[{at}]")


def _code(kind: str, entry: Mapping[str, Any]) -> str:
    if kind == _STATUSES:
        return code_of("code", text_of(entry.get("status"))) or UNKNOWN
    return _KINDS.get(kind, UNKNOWN)


def _is_said(level: str, levels: Sequence[str]) -> bool:
    """One person stands, too, where a payer names nobody: it is said beside a family's amounts."""
    return level != _ONE_PERSON or _FAMILY in levels


def _types(service: Mapping[str, Any]) -> list[str]:
    """The type of services; nothing for all of them, and for a procedure."""
    if not service or service.get("system") in _BILLED_AS:
        return []
    is_known = service.get("system") == _TYPE and not service.get("range")
    return [(is_known and text_of(service.get("value"))) or UNKNOWN]


def _procedure(service: Mapping[str, Any]) -> str:
    if service.get("system") not in _BILLED_AS:
        return ""
    return ("" if service.get("range") else text_of(service.get("value"))) or UNKNOWN


def _beside(entry: Mapping[str, Any], of_all: tuple[Span, ...]) -> Beside:
    dated = _dated(entry.get("dates"))
    counted = mapping_of(entry.get("quantity"))
    unit = _QUANTITIES.get(text_of(counted.get("qualifier")), "")
    network = mapping_of(entry.get("network"))
    places = [mapping_of(each) for each in list_of(entry.get("placesOfService"))]
    return Beside(
        places=tuple(text_of(each.get("code")) or UNKNOWN for each in places),
        dates=tuple(text for _, text in dated),
        spans=(*of_all, *spans_of(dated)),
        quantity=unit and unit + text_of(counted.get("value")),
        has_condition=bool(counted) or any(entry.get(key) for key in _CONDITIONS),
        has_note=any(value for key, value in entry.items() if key not in _READ)
        or any(value for key, value in network.items() if key not in _NETWORK_READ),
    )


def _dated(dates: Any) -> list[tuple[str, str]]:
    """What each date is of, and the date as text; "" is what is not understood."""
    found: list[tuple[str, str]] = []
    for name, days in mapping_of(dates).items():
        first, last = _DATES_OF.get(name, ("", ""))
        start, end = (text_of(mapping_of(days).get(side)) for side in ("start", "end"))
        found += [(first, start)] if start or not end else []
        found += [(last, end)] if end else []
    return found
