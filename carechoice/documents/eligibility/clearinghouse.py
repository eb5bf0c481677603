"""An eligibility answer as JSON, as clearinghouses send it -> its benefits.

Read are the list ``benefitsInformation`` (the form of Change Healthcare, and Stedi's until 2026),
``plans`` (Stedi's since, and Availity's) and ``benefits`` by network (VerifyTX), also within the
envelope that a program has put them in. All else is passed over unread, but for the day of the
answer, and the payer's own X12 271 that stands beside them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from carechoice.documents.days.benefit import Span, spans_of, spans_of_person, year_of
from carechoice.documents.eligibility.benefit import UNKNOWN, Benefit, Beside, benefit
from carechoice.documents.eligibility.by_network import benefits_by_network
from carechoice.documents.eligibility.by_plan import benefits_by_plan
from carechoice.documents.eligibility.by_service import benefits_by_service
from carechoice.documents.eligibility.json_values import list_of, text_of
from carechoice.documents.eligibility.names import code_of
from carechoice.documents.eligibility.subject import of_the_active_plan
from carechoice.documents.eligibility.x12 import benefits_of_271, day_of_271, is_x12
from carechoice.documents.paper import RefusedError

# Each fact with the key of its code and that of its name, which may stand alone.
_CODED = {
    "code": ("code", "name"),
    "level": ("coverageLevelCode", "coverageLevel"),
    "insurance": ("insuranceTypeCode", "insuranceType"),
    "period": ("timeQualifierCode", "timeQualifier"),
    "network": ("inPlanNetworkIndicatorCode", "inPlanNetworkIndicator"),
}
_PLAIN = {
    "amount": "benefitAmount",
    "share": "benefitPercent",
    "approval": "authOrCertIndicator",
}
_SERVICES = ("serviceTypeCodes", "serviceTypes")
_PROCEDURE = "compositeMedicalProcedureIdentifier"
_BILLED_AS, _MODIFIERS = "procedureCode", "procedureModifiers"
_CODE_KIND, _BILLED_KINDS = "productOrServiceIDQualifierCode", ("", "HC")
_OF_PROCEDURE = (_BILLED_AS, _MODIFIERS, _CODE_KIND, "productOrServiceIDQualifier")
_DATES, _DATES_OF_ALL = "benefitsDateInformation", "planDateInformation"
_QUANTITY = ("quantityQualifierCode", "benefitQuantity")
_COUNTED = ("quantityQualifierCode", "quantity")
_ABOUT = ("eligibilityAdditionalInformation", "eligibilityAdditionalInformationList")
# What can only say for which visits or providers a benefit is.
_DELIVERY = "benefitsServiceDelivery"
_CONDITIONS = (_DELIVERY, "benefitsRelatedEntity", "benefitsRelatedEntities")
_PLAN_NAME = "planCoverage"
# What says nothing of when a benefit counts, as far as it is of one plan: its name and numbers.
_PASSED_OVER = (
    _PLAN_NAME,
    "quantityQualifier",
    "benefitsAdditionalInformation",
    "headerLoopIdentifierCode",
    "trailerLoopIdentifierCode",
)
_READ = {
    *(key for keys in _CODED.values() for key in keys),
    *_PLAIN.values(),
    *_SERVICES,
    *_QUANTITY,
    *_ABOUT,
    *_CONDITIONS,
    *_PASSED_OVER,
    _PROCEDURE,
    _DATES,
}
# What a date is of (X12 element DTP01).
_DATE_OF = {
    "plan": "291",
    "benefit": "292",
    "eligibility": "307",
    "service": "472",
    "periodStart": "193",
    "planBegin": "346",
    "benefitBegin": "348",
    "eligibilityBegin": "356",
    "policyEffective": "539",
    "cobraBegin": "340",
    "periodEnd": "194",
    "planEnd": "347",
    "benefitEnd": "349",
    "eligibilityEnd": "357",
    "policyExpiration": "540",
    "cobraEnd": "341",
    "issue": "102",
    "coordinationOfBenefits": "290",
    "primaryCareProvider": "295",
    "latestVisitOrConsultation": "304",
    "added": "318",
    "dateOfLastUpdate": "636",
    "status": "771",
}
_PLACE_OF_SERVICE = "ZZ"
# Where an answer says of which day it is: at its beginning, or in a part of its own.
_ANSWER_DAYS = (
    "asOfDate",
    "serviceDate",
    "dateOfService",
    "requestedDate",
    "verificationDate",
    "createdDate",
    "createdAt",
    "date_of_service",
    "service_date",
    "verification_date",
    "created_at",
)
_ACTIVE = ("active", "is_active", "isActive", "coverage_active", "eligible")
_STATUS = ("status", "coverage_status", "eligibility_status", "plan_status")
_NOT_ACTIVE = re.compile(
    r"\b(?:inactive|not active|terminat|ineligible|not eligible|expired|cancel|no\b|false\b)",
    re.IGNORECASE,
)
# How programs hand an answer on that they have asked for.
_ENVELOPES, _MOST_ENVELOPES = ("data", "response"), 2
_LISTS = ("benefitsInformation", "plans", "benefits")
# The answer as the payer sent it, and what of it nothing beside it can mend.
_AS_SENT = "x12"
_SAID_BY_PAYER = ("rejected", "several_people")
_PARTS_WITH_DAYS = ("meta", "encounter")


def benefits_of_json(text: str) -> list[Benefit]:
    """The benefits it lists, in order. Raises RefusedError."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise RefusedError("broken") from None
    if not isinstance(data, Mapping):
        raise RefusedError("unknown")
    data = _unwrapped(data)
    of_all = (*_answered(data), *spans_of_person(_dated(data.get(_DATES_OF_ALL))))
    if isinstance(data.get("plans"), list) and (read := _by_plan(data, of_all)):
        return read
    listed = data.get("benefitsInformation")
    if isinstance(listed, list):
        return of_the_active_plan(list(_listed(listed, of_all)))
    if isinstance(data.get("benefits"), Mapping):
        if _is_inactive(data):
            raise RefusedError("inactive")
        return list(benefits_by_network(data["benefits"], of_all))
    raise RefusedError("rejected" if data.get("errors") else "unknown")


def _unwrapped(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is in an envelope, or in one within it, beside what stands on the envelope."""
    for _ in range(_MOST_ENVELOPES):
        inside = next((data[name] for name in _ENVELOPES if name in data), None)
        if not isinstance(inside, Mapping) or any(name in data for name in _LISTS):
            return data
        data = {**{key: data[key] for key in data if key not in _ENVELOPES}, **inside}
    return data


def _by_plan(data: Mapping[str, Any], of_all: tuple[Span, ...]) -> list[Benefit]:
    """Those of the plans: as the payer sent them, where that can be read."""
    sent = text_of(data.get(_AS_SENT))
    if is_x12(sent):
        try:
            return benefits_of_271(sent)
        except RefusedError as error:
            if error.reason in _SAID_BY_PAYER:
                raise
    named = [*benefits_by_plan(data, of_all), *benefits_by_service(data, of_all)]
    return of_the_active_plan(named)


def _is_inactive(data: Mapping[str, Any]) -> bool:
    """Whether it, or a part of it, says that the coverage is not active."""
    parts = [data, *(part for part in data.values() if isinstance(part, Mapping))]
    flags = [part.get(key) for part in parts for key in _ACTIVE]
    said = [text_of(part.get(key)) for part in parts for key in (*_ACTIVE, *_STATUS)]
    return False in flags or any(map(_NOT_ACTIVE.search, said))


def _answered(data: Mapping[str, Any]) -> tuple[Span, ...]:
    """The calendar years of the days that it says the answer is of."""
    parts = [data, *(data.get(name) for name in _PARTS_WITH_DAYS)]
    said = [part.get(key) for part in parts if isinstance(part, Mapping) for key in _ANSWER_DAYS]
    said.append(day_of_271(text_of(data.get(_AS_SENT))))
    return tuple(span for day in said for span in year_of(text_of(day)))


def _listed(listed: list[Any], of_all: tuple[Span, ...]) -> Iterator[tuple[Benefit, str]]:
    """Each benefit, with the name of the plan that it is of."""
    for index, entry in enumerate(listed):
        if isinstance(entry, Mapping):
            facts = {name: text_of(entry.get(key)) for name, key in _PLAIN.items()}
            facts |= {fact: _coded(entry, fact, *keys) for fact, keys in _CODED.items()}
            each = benefit(
                facts | {"procedure": _billed_as(entry)},
                _services(entry),
                _beside(entry, of_all),
                place=f"benefitsInformation[{index}]",
            )
            yield each, text_of(entry.get(_PLAN_NAME))


def _coded(entry: Mapping[str, Any], fact: str, code: str, name: str) -> str:
    """The code of a fact; UNKNOWN where its name is known to be that of another code."""
    said, named = text_of(entry.get(code)), code_of(fact, text_of(entry.get(name)))
    is_another = bool(said) and named not in ("", UNKNOWN, said.strip().upper())
    return UNKNOWN if is_another else said or named


def _services(entry: Mapping[str, Any]) -> list[str]:
    codes, names = (
        [text_of(each) or UNKNOWN for each in list_of(entry.get(key))] for key in _SERVICES
    )
    return codes or [code_of("services", name) for name in names]


def _billed_as(entry: Mapping[str, Any]) -> str:
    procedure = entry.get(_PROCEDURE)
    code = procedure.get(_BILLED_AS) if isinstance(procedure, Mapping) else ""
    return text_of(code) or (UNKNOWN if procedure else "")


def _modifiers(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The modifiers of a procedure, and what else may say that it is not the one that is billed."""
    procedure = entry.get(_PROCEDURE)
    if not isinstance(procedure, Mapping):
        return ()
    kind = text_of(procedure.get(_CODE_KIND))
    other_kind = () if kind in _BILLED_KINDS else (kind,)
    more = [key for key, value in procedure.items() if value and key not in _OF_PROCEDURE]
    return (*other_kind, *map(text_of, list_of(procedure.get(_MODIFIERS))), *more[:1])


def _beside(entry: Mapping[str, Any], of_all: tuple[Span, ...]) -> Beside:
    dated = _dated(entry.get(_DATES))
    about = [each for key in _ABOUT for each in list_of(entry.get(key))]
    places = [_place_of_care(each) for each in about]
    delivered = [_joined(each, _COUNTED) for each in list_of(entry.get(_DELIVERY))]
    return Beside(
        modifiers=_modifiers(entry),
        places=tuple(filter(None, places)),
        dates=tuple(text for _, text in dated),
        spans=(*of_all, *spans_of(dated)),
        quantity=_joined(entry, _QUANTITY) or "".join(delivered[:1]),
        has_condition=not all(places) or any(entry.get(key) for key in _CONDITIONS),
        has_note=any(value for key, value in entry.items() if key not in _READ),
    )


def _place_of_care(about: Any) -> str:
    """The code of a place of care; "" of anything else that is said beside a benefit."""
    is_place = (
        isinstance(about, Mapping) and about.get("codeListQualifierCode") == _PLACE_OF_SERVICE
    )
    return text_of(about.get("industryCode")) if is_place else ""


def _dated(dates: Any) -> list[tuple[str, str]]:
    """What each date is of, and the date as text; "" is what is not understood."""
    if dates and not isinstance(dates, Mapping):
        return [("", "")]
    return [(_DATE_OF.get(name, ""), text_of(text)) for name, text in (dates or {}).items() if text]


def _joined(entry: Any, keys: tuple[str, ...]) -> str:
    return "".join(text_of(entry.get(key)) for key in keys) if isinstance(entry, Mapping) else ""
