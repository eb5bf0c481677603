"""An eligibility answer as JSON, as clearinghouses send it -> its benefits.

Read are the list ``benefitsInformation`` (the form of Stedi and Change Healthcare) and, of a form
with ``benefits`` by network (VerifyTX), the deductibles. All else is passed over unread.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from carechoice.documents.benefit import UNKNOWN, Benefit, Beside, benefit
from carechoice.documents.benefit_names import code_of
from carechoice.documents.benefit_services import of_the_active_plan
from carechoice.documents.benefit_time import Span, spans_of, spans_of_person
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
_NETWORKS = {"in_network": "Y", "out_of_network": "N"}
_WHOLE_PLAN = "30"
_PERIODS = {"total": "23", "remaining": "29"}
# What a network has beside its deductibles, and says nothing of them.
_READ_BY_NETWORK = {"service", "deductibles", "out_of_pocket", "copay", "coinsurance"}


def benefits_of_json(text: str) -> list[Benefit]:
    """The benefits it lists, in order. Raises RefusedError."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise RefusedError("broken") from None
    if not isinstance(data, Mapping):
        raise RefusedError("unknown")
    listed = data.get("benefitsInformation")
    if isinstance(listed, list):
        of_all = spans_of_person(_dated(data.get(_DATES_OF_ALL)))
        return of_the_active_plan(list(_listed(listed, of_all)))
    if isinstance(data.get("benefits"), Mapping):
        return list(_by_network(data["benefits"]))
    raise RefusedError("rejected" if data.get("errors") else "unknown")


def _listed(listed: list[Any], of_all: tuple[Span, ...]) -> Iterator[tuple[Benefit, str]]:
    """Each benefit, with the name of the plan that it is of."""
    for index, entry in enumerate(listed):
        if isinstance(entry, Mapping):
            facts = {name: _text(entry.get(key)) for name, key in _PLAIN.items()}
            facts |= {fact: _coded(entry, fact, *keys) for fact, keys in _CODED.items()}
            each = benefit(
                facts | {"procedure": _billed_as(entry)},
                _services(entry),
                _beside(entry, of_all),
                place=f"benefitsInformation[{index}]",
            )
            yield each, _text(entry.get(_PLAN_NAME))


def _coded(entry: Mapping[str, Any], fact: str, code: str, name: str) -> str:
    """The code of a fact; UNKNOWN where its name is known to be that of another code."""
    said, named = _text(entry.get(code)), code_of(fact, _text(entry.get(name)))
    is_another = bool(said) and named not in ("", UNKNOWN, said.strip().upper())
    return UNKNOWN if is_another else said or named


def _services(entry: Mapping[str, Any]) -> list[str]:
    codes, names = (
        [_text(each) or UNKNOWN for each in _list_of_one(entry.get(key))] for key in _SERVICES
    )
    return codes or [code_of("services", name) for name in names]


def _billed_as(entry: Mapping[str, Any]) -> str:
    procedure = entry.get(_PROCEDURE)
    code = procedure.get(_BILLED_AS) if isinstance(procedure, Mapping) else ""
    return _text(code) or (UNKNOWN if procedure else "")


def _modifiers(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The modifiers of a procedure, and what else may say that it is not the one that is billed."""
    procedure = entry.get(_PROCEDURE)
    if not isinstance(procedure, Mapping):
        return ()
    kind = _text(procedure.get(_CODE_KIND))
    other_kind = () if kind in _BILLED_KINDS else (kind,)
    more = [key for key, value in procedure.items() if value and key not in _OF_PROCEDURE]
    return (*other_kind, *map(_text, _list_of_one(procedure.get(_MODIFIERS))), *more[:1])


def _beside(entry: Mapping[str, Any], of_all: tuple[Span, ...]) -> Beside:
    dated = _dated(entry.get(_DATES))
    about = [each for key in _ABOUT for each in _list_of_one(entry.get(key))]
    places = [_place_of_care(each) for each in about]
    delivered = [_joined(each, _COUNTED) for each in _list_of_one(entry.get(_DELIVERY))]
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
    return _text(about.get("industryCode")) if is_place else ""


def _dated(dates: Any) -> list[tuple[str, str]]:
    """What each date is of, and the date as text; "" is what is not understood."""
    if dates and not isinstance(dates, Mapping):
        return [("", "")]
    return [(_DATE_OF.get(name, ""), _text(text)) for name, text in (dates or {}).items() if text]


def _by_network(networks: Mapping[str, Any]) -> Iterator[Benefit]:
    for name, network in _NETWORKS.items():
        for index, entry in enumerate(_list(networks.get(name))):
            deductibles = entry.get("deductibles") if isinstance(entry, Mapping) else None
            for number, one in enumerate(_list(deductibles)):
                if isinstance(one, Mapping):
                    place = f"benefits.{name}[{index}].deductibles[{number}]"
                    yield from _deductible(one, entry, network, place)


def _deductible(
    one: Mapping[str, Any], entry: Mapping[str, Any], network: str, place: str
) -> Iterator[Benefit]:
    service = code_of("services", _text(entry.get("service"))) or _WHOLE_PLAN
    facts = {"code": "C", "network": network, "level": code_of("level", _text(one.get("level")))}
    has_note = not {*one} <= {*_PERIODS, "level"} or not {*entry} <= _READ_BY_NETWORK
    for name, period in _PERIODS.items():
        if amount := _text(one.get(name)):
            yield benefit(
                facts | {"period": period, "amount": amount},
                (service,),
                Beside(has_note=has_note),
                place=f"{place}.{name}",
            )


def _joined(entry: Any, keys: tuple[str, ...]) -> str:
    return "".join(_text(entry.get(key)) for key in keys) if isinstance(entry, Mapping) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _list_of_one(value: Any) -> list[Any]:
    """A list as it is; what is no list as the only one of its list."""
    return value if isinstance(value, list) else [value] if value else []


def _text(value: Any) -> str:
    """A text or a number as text; anything else says nothing."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if isinstance(value, str) else str(value) if is_number else ""
