"""The words a line on a plan's terms is made of, each with the kind of thing it says."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from carechoice.documents.terms.codes import (
    OF_MENTAL_HEALTH,
    OF_PROGRAM,
    OF_SESSION,
    OF_SUBSTANCE_USE,
)
from carechoice.documents.terms.phrases import DEDUCTIBLE, PHRASES
from carechoice.documents.terms.services import (
    CARE_IN_GENERAL,
    HEALTH,
    IOP,
    IOP_SO_OFTEN,
    OTHER_LEVEL,
    OTHER_SERVICES,
    OUTPATIENT,
    PHP,
    SUBSTANCE,
    THERAPY,
    WITH,
)
from carechoice.documents.terms.tidy import tidy

# The two services a summary of benefits tells apart; a program day is one of the other services.
Service = Literal["office_visit", "other_outpatient"]

_TOKEN = re.compile(
    "|".join(f"(?P<{kind}>{phrase})" for kind, phrase in PHRASES.items()),
    re.IGNORECASE | re.ASCII,
)
# How a line names what is owed for a service, whatever else it says.
NAMES_TERMS = rf"\b(?:{PHRASES['copay']}|{PHRASES['coinsurance']}|{DEDUCTIBLE}|covered|charge)"

# How long a session of therapy is stands beside its name; one of 15 minutes is a unit of several.
_SO_LONG = r"(?:(?:,| -)? \(?(?:30|4[05]|5[0235]|60)\+?[- ]?min(?:ute)?s?\b\.?\)?)?"
# The labels that may stand before the terms: they name the row, and no condition. Whatever else
# stands there, a place, a network, a provision, may change who owes what.
_LABELS: dict[Service | None, str] = {
    None: CARE_IN_GENERAL,
    "office_visit": (
        rf"(?:(?:{OUTPATIENT} )?{HEALTH} )?office visits?|ov"
        rf"|{THERAPY}(?: (?:visits?|sessions?|services?))?{_SO_LONG}"
        rf"(?: \({OF_SESSION}\))?|{OF_SESSION}|(?:{CARE_IN_GENERAL}) \({THERAPY}(?: visits?)?\)"
    ),
    "other_outpatient": (
        rf"{OTHER_SERVICES}|(?:{OTHER_LEVEL}{WITH})+{IOP}(?:{WITH}{PHP})?|{IOP}{WITH}{PHP}"
        rf"|{SUBSTANCE} {IOP}|{IOP} \({SUBSTANCE}\)"
        rf"|(?:{IOP}|program)(?: days?| services)?{IOP_SO_OFTEN}(?: \((?:{OF_PROGRAM}|{HEALTH})\))?"
        rf"|{OF_PROGRAM}(?: \({OF_PROGRAM}\))?"
    ),
}
_NAMES_SESSION = re.compile(rf"\b{OF_SESSION}", re.IGNORECASE)
_NAMES_PROGRAM = re.compile(rf"\biop\b|intensive out[- ]?patient|\b{OF_PROGRAM}", re.IGNORECASE)
_AFTER_LABEL = (
    r"(?: ?[:=] ?| [-–—] | / (?=\$|[0-9]{1,3} ?%)| (?:is|are)(?: an?)? (?=[$0-9]|subject to\b)"
    r"| (?=[$0-9a-z]))"
)
_IN_NETWORK = re.compile(rf"(?:in[- ]network(?: providers?)?|inn){_AFTER_LABEL}", re.I | re.A)
# Where a line begins with one of the two services.
OF_SERVICE = (
    rf"(?:{_LABELS['office_visit']}|{_LABELS['other_outpatient']})"
    rf"(?: \(in[- ]network\))?{_AFTER_LABEL}"
)
_LABEL = {
    service: re.compile(rf"(?:{label})(?: \(in[- ]network\))?{_AFTER_LABEL}", re.I | re.A)
    for service, label in _LABELS.items()
}
# A label that names both services: what stands behind it is said of each.
_LABEL_OF_BOTH = re.compile(
    rf"(?:{THERAPY}{WITH}{IOP}|{IOP}{WITH}{THERAPY})(?: \(in[- ]network\))?{_AFTER_LABEL}",
    re.IGNORECASE | re.ASCII,
)


# Care for substance use can have terms of its own.
_MENTAL = re.compile(rf"mental|behavio|\b[mb]h\b|psych|\b{OF_MENTAL_HEALTH}", re.IGNORECASE)
_SUBSTANCE = re.compile(rf"\b{SUBSTANCE}|\b{OF_SUBSTANCE_USE}", re.IGNORECASE)


class Token(NamedTuple):
    """A piece of a line: what kind of thing it says, and where it stands."""

    kind: str
    text: str
    start: int
    end: int


class Label(NamedTuple):
    """What stands before the terms: the service it names, and whether it says in network."""

    service: Service | None
    in_network: bool
    end: int


@lru_cache(maxsize=8)
def tokens(line: str) -> tuple[Token, ...]:
    """The pieces of a line, in order; what nobody knows is a piece of the kind ``unknown``."""
    found = _TOKEN.finditer(line)
    return tuple(Token(each.lastgroup or "unknown", each[0], *each.span()) for each in found)


def approvals_needed(line: str) -> list[str]:
    """What a line says that the plan wants first, such as "auth required", in its words."""
    return [token.text for token in tokens(tidy(line)) if token.kind == "approval_needed"]


def names_session(line: str) -> bool:
    """Whether a line has the billing code of a therapy session."""
    return bool(_NAMES_SESSION.search(line))


def names_program(line: str) -> bool:
    """Whether a line names an intensive outpatient program, in words or by its billing code."""
    return bool(_NAMES_PROGRAM.search(line))


def is_of_substance_use(line: str) -> bool:
    """Whether a line names care for substance use, and none for mental health beside it."""
    return bool(_SUBSTANCE.search(line)) and not _MENTAL.search(line)


def limits_visits(line: str) -> bool:
    """Whether a line says how many visits a year the plan pays for."""
    return any(token.kind == "limit_of_visits" for token in tokens(tidy(line)))


def label_of(line: str) -> Label:
    """The labels at the beginning of ``line``, as far as they are of the closed list."""
    service: Service | None = None
    in_network = False
    end = 0
    while found := _one_label(line, end):
        if found.service and service and found.service != service:
            break
        service = found.service or service
        in_network = in_network or found.in_network
        end = found.end
    return Label(service, in_network, end)


def whole_label(name: str) -> Label | None:
    """The label that a name is, without anything else; None where it is none of the closed list."""
    label = label_of(f"{name}: ")
    return label if label.end == len(f"{name}: ") else None


def end_of_label_of_both(line: str) -> int:
    """Where the label ends that names therapy and a program; 0 where there is none."""
    both = _LABEL_OF_BOTH.match(line)
    return both.end() if both else 0


def _one_label(line: str, start: int) -> Label | None:
    if found := _IN_NETWORK.match(line, start):
        return Label(None, True, found.end())
    matches = ((service, pattern.match(line, start)) for service, pattern in _LABEL.items())
    longest = max(
        ((found.end(), service, found) for service, found in matches if found),
        key=lambda each: each[0],
        default=None,
    )
    if longest is None:
        return None
    end, service, found = longest
    return Label(service, "network" in found[0].lower(), end)
