"""What the column for limitations says of the deductible, where it says it plainly."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from carechoice.documents.terms.words import Service

_THE = r"(?:(?:the|your|plan|annual|overall) )*deductible"
_WAIVED = (
    rf"(?:{_THE} (?:does not|doesn['’]t|will not) apply"
    rf"|{_THE}(?: is|:)? (?:waived|not applicable|n/a)"
    rf"|(?:is |are )?(?:not subject to|exempt from) {_THE}|no {_THE}(?: applies)?)"
)
_APPLIES = rf"(?:{_THE} applies|(?:is |are )?subject to {_THE}|after {_THE}(?: is met)?)"
# What is said of care out of network alone says nothing of ours; what names it is not plain.
_IN = (
    r"(?:in[- ]network|(?:participating|preferred|network|plan)(?= (?:providers?|services?|care)))"
    r"(?: (?:providers?|services?|benefits?|care|visits?))*"
)
_BEFORE = rf"(?:(?:for )?{_IN} ?[:,–-]? ?)?"
_USING = r"(?:for|to|from|with|when (?:using|you use)|if you use)"
_BEHIND = rf"(?:,? \(?(?:{_USING} )?(?:an? )?{_IN}\)?)?"
_HEALTH = r"(?:mental(?: ?/ ?behavioral)?|behavioral) health"
_OFFICE = rf"(?:{_IN} )?(?:outpatient |{_HEALTH} )*(?:office visits?|therapy visits?)"
_OTHER = r"(?:all )?other (?:outpatient )?services"
_ALL = (
    r"(?:(?:this|these) (?:services?|benefits?)"
    rf"|(?:{_IN} )?(?:outpatient {_HEALTH}|{_HEALTH} outpatient|{_HEALTH})"
    r"(?: (?:services?|care|benefits?))?)"
)


def _said(whether: str, care: str) -> re.Pattern[str]:
    """That it is so for this care, named behind or before."""
    return re.compile(
        rf"{_BEFORE}{whether} (?:to|for) {care}{_BEHIND}|{_BEFORE}{care} ?:? {whether}{_BEHIND}",
        re.IGNORECASE,
    )


_Services = tuple[Service, ...]
_BOTH: _Services = get_args(Service)
_PLAIN: tuple[tuple[re.Pattern[str], _Services, bool], ...] = (
    (re.compile(f"{_BEFORE}{_WAIVED}{_BEHIND}", re.IGNORECASE), _BOTH, False),
    (re.compile(f"{_BEFORE}{_APPLIES}{_BEHIND}", re.IGNORECASE), _BOTH, True),
    (_said(_WAIVED, _ALL), _BOTH, False),
    (_said(_APPLIES, _ALL), _BOTH, True),
    (_said(_WAIVED, _OFFICE), ("office_visit",), False),
    (_said(_APPLIES, _OFFICE), ("office_visit",), True),
    (_said(_WAIVED, _OTHER), ("other_outpatient",), False),
    (_said(_APPLIES, _OTHER), ("other_outpatient",), True),
)


@dataclass(frozen=True, slots=True)
class DeductibleBeside:
    """Whether it comes first, for each service of which that is said.

    ``is_open``: something else is said of it, such as for first visits, or both are said.
    """

    applies: Mapping[Service, bool] = field(default_factory=dict)
    is_open: bool = False


def deductible_beside(parts: Sequence[str]) -> DeductibleBeside:
    """What the parts of the column say of the deductible."""
    applies: dict[Service, bool] = {}
    is_open = False
    for part in parts:
        plain = _plain(part)
        if plain is None:
            is_open = is_open or "deductible" in part.casefold()
            continue
        services, is_first = plain
        is_open = is_open or any(applies.get(each, is_first) != is_first for each in services)
        applies.update(dict.fromkeys(services, is_first))
    return DeductibleBeside(applies, is_open)


def is_plain(part: str) -> bool:
    """Whether a part says of the deductible alone that it comes first, or does not."""
    return _plain(part) is not None


def _plain(part: str) -> tuple[_Services, bool] | None:
    return next(
        ((services, first) for said, services, first in _PLAIN if said.fullmatch(part)), None
    )
