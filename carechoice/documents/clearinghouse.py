"""An eligibility answer as JSON, as clearinghouses send it -> its benefits.

Read are the list ``benefitsInformation`` (the form of Stedi and Change Healthcare) and, of a form
with ``benefits`` by network (VerifyTX), the deductibles. All else is passed over unread.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from carechoice.documents.benefit import Benefit, benefit
from carechoice.documents.paper import RefusedError

_KEYS = {
    "code": "code",
    "level": "coverageLevelCode",
    "period": "timeQualifierCode",
    "amount": "benefitAmount",
    "share": "benefitPercent",
    "approval": "authOrCertIndicator",
    "network": "inPlanNetworkIndicatorCode",
}
_NETWORKS = {"in_network": "Y", "out_of_network": "N"}
_LEVELS = {"individual": "IND", "family": "FAM"}
_WHOLE_PLAN = "30"
_PERIODS = {"total": "23", "remaining": "29"}


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
        return list(_listed(listed))
    if isinstance(data.get("benefits"), Mapping):
        return list(_by_network(data["benefits"]))
    raise RefusedError("rejected" if data.get("errors") else "unknown")


def _listed(listed: list[Any]) -> Iterator[Benefit]:
    for index, entry in enumerate(listed):
        if isinstance(entry, Mapping):
            yield benefit(
                {name: _text(entry.get(key)) for name, key in _KEYS.items()}
                | {"procedure": _procedure(entry)},
                map(_text, _list(entry.get("serviceTypeCodes"))),
                has_note=bool(entry.get("additionalInformation")),
                place=f"benefitsInformation[{index}]",
            )


def _procedure(entry: Mapping[str, Any]) -> str:
    named = entry.get("compositeMedicalProcedureIdentifier")
    return _text(named.get("procedureCode")) if isinstance(named, Mapping) else ""


def _by_network(networks: Mapping[str, Any]) -> Iterator[Benefit]:
    for name, network in _NETWORKS.items():
        for index, entry in enumerate(_list(networks.get(name))):
            deductibles = entry.get("deductibles") if isinstance(entry, Mapping) else None
            for number, one in enumerate(_list(deductibles)):
                if isinstance(one, Mapping):
                    place = f"benefits.{name}[{index}].deductibles[{number}]"
                    yield from _deductible(one, network, place)


def _deductible(one: Mapping[str, Any], network: str, place: str) -> Iterator[Benefit]:
    level = _LEVELS.get(_text(one.get("level")).lower(), "UNK")
    for name, period in _PERIODS.items():
        amount = _text(one.get(name)).removeprefix("$").replace(",", "")
        if amount:
            facts = {"code": "C", "level": level, "period": period, "amount": amount}
            yield benefit(
                facts | {"network": network},
                (_WHOLE_PLAN,),
                has_note=False,
                place=f"{place}.{name}",
            )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    """A text or a number as text; anything else says nothing."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if isinstance(value, str) else str(value) if is_number else ""
