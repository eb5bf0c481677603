"""Which service a line is for, by its billing codes, each with the kind of code it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from carechoice.catalog.billing_codes import PROCEDURES
from carechoice.catalog.in_use import catalog, remembered
from carechoice.price_files.codes import Code, bare_codes
from carechoice.price_files.other_level import is_code_of_other_level, names_other_level
from carechoice.price_files.rate import PROGRAMS, LeftOutReason, Service, Unit

# Of these a code alone says that they are what is billed.
_SAID_BY_CODE: tuple[Service, ...] = ("program", "therapy_30", "therapy_45", "therapy_60")
# Some files write a low line for a blank, which is no end of a word for \b.
_NAMES_PROGRAM = re.compile(r"(?<![a-z])(?:iop|intensive)(?![a-z])", re.IGNORECASE)
_SAYS_INTENSIVE_OUTPATIENT = re.compile(
    r"(?<![a-z])(?<!non[-_ ])(?<!not )(?:s?iop|intensive[-_ /]*(?:out[-_ ]?(?:patient|pt)|op)"
    r"|asam[^0-9]{0,12}2\.1)(?![a-z0-9])",
    re.IGNORECASE,
)


# Of a session with another person, which a code of individual therapy also stands for, the words
# are "individual or family"; a group and care in a crisis have codes of their own.
_NAMES_GROUP = re.compile(r"(?<![a-z])(?:groups?|grp)(?![a-z])", re.IGNORECASE)
_NAMES_CRISIS = re.compile(r"(?<![a-z])crisis(?![a-z])", re.IGNORECASE)
_NAMES_INDIVIDUAL = re.compile(r"(?<![a-z])(?:indiv(?:idual)?|ind)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True)
class _Ours:
    """The codes of billing_codes.csv that a price file is read for, each without zeros before it.

    CPT has the sessions of therapy, HCPCS the programs; files print either name for both.
    """

    services: Mapping[str, Service]
    groups: frozenset[str]
    any_level: frozenset[str]
    revenues: frozenset[str]
    per: Mapping[str, Unit]

    @cached_property
    def all_codes(self) -> frozenset[str]:
        """All of them, whatever their kind."""
        return self.groups | self.any_level | self.revenues | self.services.keys()


@remembered()
def _ours() -> _Ours:
    rows = {row.key.lstrip("0"): row for row in catalog().billing_codes.values()}
    named = {code: row for code, row in rows.items() if row.kind in PROCEDURES}

    def codes_of(service: str) -> frozenset[str]:
        return frozenset(code for code, row in named.items() if row.service == service)

    return _Ours(
        {code: service for service in _SAID_BY_CODE for code in codes_of(service)},
        groups=codes_of("program_group"),
        any_level=codes_of("program_of_any_level"),
        revenues=frozenset(rows.keys() - named.keys()),
        per={code: row.per for code, row in named.items() if row.per},
    )


@dataclass(frozen=True, slots=True)
class NoService:
    """Why a line with one of our codes is for none of our services."""

    reason: LeftOutReason


# What a line may be that has the code of a program all the same.
_MAY_BE_A_PROGRAM = (NoService("any_level"), NoService("several_services"))


def is_looked_for(cell: str) -> bool:
    """Whether a cell may have one of our codes, whatever its kind."""
    return not _ours().all_codes.isdisjoint(bare_codes(cell))


def service_of(codes: Sequence[Code], description: str) -> Service | NoService | None:
    """What a line with these codes is for; None where it has nothing to do with ours.

    A code counts with its kind only. Source of the codes and their meaning: HCPCS level II and CPT
    for the procedures, NUBC's revenue codes 0905 and 0906 for a program. Payers use the codes of a
    program for other levels of care, too, which a line says in words or by another revenue code.
    """
    procedures = {each.bare for each in codes if each.is_procedure}
    revenues = {each.bare for each in codes if each.is_revenue}
    is_other = is_code_of_other_level(procedures=procedures, revenues=revenues)
    service = _by_codes(codes, procedures, revenues, description)
    may_be_program = service in PROGRAMS or service in _MAY_BE_A_PROGRAM
    if may_be_program and (is_other or names_other_level(description)):
        return NoService("other_level")
    is_session = service in _SAID_BY_CODE and service not in PROGRAMS
    if is_session and _is_of_other_session(description):
        return NoService("other_session")
    return service


def _is_of_other_session(description: str) -> bool:
    """Whether words say that a code of individual therapy stands for a group, or for a crisis.

    "Individual or group" may be either; care in a crisis has one person, too.
    """
    is_of_group = _NAMES_GROUP.search(description) and not _NAMES_INDIVIDUAL.search(description)
    return bool(is_of_group or _NAMES_CRISIS.search(description))


def _by_codes(
    codes: Sequence[Code], procedures: set[str], revenues: set[str], description: str
) -> Service | NoService | None:
    ours = _ours()
    services = {ours.services[code] for code in procedures & ours.services.keys()}
    if services:
        return _one_service(services, procedures - ours.services.keys())
    if procedures & ours.any_level:
        return _of_any_level(procedures - ours.any_level, revenues, description)
    names_program = bool(_NAMES_PROGRAM.search(description))
    if revenues & ours.revenues:
        return _under_program(codes, procedures, revenues, names_program=names_program)
    if procedures & ours.groups:
        return NoService("group_elsewhere") if names_program else None
    others = {each.bare for each in codes} - ours.groups
    return NoService("other_kind_of_code") if others & ours.all_codes else None


def _one_service(services: set[Service], other_procedures: set[str]) -> Service | NoService:
    """Of codes that name one service alone an amount is for that one."""
    one = min(services)
    fitting = _ours().any_level if one == "program" else frozenset[str]()
    if len(services) > 1 or other_procedures - fitting:
        return NoService("several_services")
    return one


def said_by_codes(codes: Sequence[Code]) -> set[Unit]:
    """By what the codes say that they are billed: "per diem" in HCPCS."""
    per = _ours().per
    return {per[each.bare] for each in codes if each.is_procedure and each.bare in per}


def _of_any_level(
    other_procedures: set[str], revenues: set[str], description: str
) -> Service | NoService:
    """Of a code of any level, a program is what is said to be one, in words or by its place."""
    if other_procedures:
        return NoService("several_services")
    is_said = revenues & _ours().revenues
    if is_said or _SAYS_INTENSIVE_OUTPATIENT.search(description):
        return "program"
    return NoService("any_level")


def billed_as(codes: Sequence[Code], modifiers: str) -> str:
    """The codes that a payer is sent, each behind its kind, with the modifiers in brackets.

    A hospital's own numbers are left out where there are others.
    """
    sent = [each for each in codes if each.is_procedure or each.is_revenue]
    named = " + ".join(f"{each.kind} {each.code}" for each in sent or codes)
    return f"{named} ({modifiers})" if modifiers else named


def _under_program(
    codes: Sequence[Code], procedures: set[str], revenues: set[str], *, names_program: bool
) -> Service | NoService:
    """A revenue code alone is the program's; beside another service the rate is not known to be."""
    ours = _ours()
    if procedures and procedures <= ours.groups and names_program:
        return "program_group"
    is_alone = revenues <= ours.revenues and not any(each.may_name_a_service for each in codes)
    return "program" if is_alone else NoService("other_service")
