"""Which service a line is for, by its billing codes, each with the kind of code it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from carechoice.catalog.billing_codes import PROCEDURES
from carechoice.catalog.in_use import catalog, remembered
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
# The form's own names are CPT, HCPCS and RC; some files spell them out, misspell them (HCPC, HCPS),
# put a word before (UB revenue) or behind (Rev_Code), or name two at once.
_PROCEDURE_KIND = re.compile(r"(?<![A-Z])(?:CPT|HCP)")
_REVENUE_KIND = re.compile(r"(?<![A-Z])(?:RC(?![A-Z])|REV)")
# A spreadsheet keeps the zero of 0905 where a file has ="0905" or '0905; a page adds such blanks.
_AROUND_A_CODE = "='\"\u200b\ufeff"
_KIND_BEFORE = re.compile(r"(?:CPT|HCPCS|REV|RC)(?:[-\s:#.®]+|(?=\d))")
# A procedure has five letters; some files write its modifiers, of two, behind it: H0015-HF.
PROCEDURE_LETTERS = 5
_WITH_MODIFIERS = re.compile(r"([A-Z0-9]\d{4})(?:[-\s:,|/]+[A-Z0-9]{2})+")


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
class Code:
    """A billing code with its kind, such as RC 0905. 905 is a diagnosis group (MS-DRG) too."""

    code: str
    kind: str

    @property
    def bare(self) -> str:
        """The code alone, as lists of codes have it."""
        return _bare(self.code)

    @property
    def is_procedure(self) -> bool:
        """Whether it names what is done (CPT, HCPCS)."""
        return bool(_PROCEDURE_KIND.search(self.kind))

    @property
    def is_revenue(self) -> bool:
        """Whether it names where in a hospital it is done (NUBC's revenue codes)."""
        return bool(_REVENUE_KIND.search(self.kind))


@dataclass(frozen=True, slots=True)
class NoService:
    """Why a line with one of our codes is for none of our services."""

    reason: LeftOutReason


def is_looked_for(code: str) -> bool:
    """Whether a code as it is printed may be one of ours, whatever its kind."""
    return _bare(code) in _ours().all_codes


def code_of(code: str, kind: str) -> Code:
    """A code as it is printed, with the name of its kind, in capitals and without blanks."""
    return Code(_printed(code), kind.strip().upper())


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
    may_be_program = service in PROGRAMS or service == NoService("any_level")
    if may_be_program and (is_other or names_other_level(description)):
        return NoService("other_level")
    return service


def _by_codes(
    codes: Sequence[Code], procedures: set[str], revenues: set[str], description: str
) -> Service | NoService | None:
    ours = _ours()
    for code, service in ours.services.items():
        if code in procedures:
            return service
    if procedures & ours.any_level:
        return _of_any_level(revenues, description)
    names_program = bool(_NAMES_PROGRAM.search(description))
    if revenues & ours.revenues:
        return _under_program(procedures, names_program=names_program)
    if procedures & ours.groups:
        return NoService("group_elsewhere") if names_program else None
    others = {each.bare for each in codes} - ours.groups
    return NoService("other_kind_of_code") if others & ours.all_codes else None


def said_by_codes(codes: Sequence[Code]) -> set[Unit]:
    """By what the codes say that they are billed: "per diem" in HCPCS."""
    per = _ours().per
    return {per[each.bare] for each in codes if each.is_procedure and each.bare in per}


def _of_any_level(revenues: set[str], description: str) -> Service | NoService:
    """Of a code of any level, a program is what is said to be one, in words or by its place."""
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


def _under_program(procedures: set[str], *, names_program: bool) -> Service | NoService:
    """A revenue code alone is the program's; beside a procedure the rate is that one's."""
    if not procedures:
        return "program"
    if procedures & _ours().groups and names_program:
        return "program_group"
    return NoService("other_service")


def _bare(code: str) -> str:
    """The code without what is added to it: blanks, zeros, a decimal point, modifiers behind it."""
    bare = _printed(code).lstrip("0")
    modified = _WITH_MODIFIERS.fullmatch(bare) if len(bare) > PROCEDURE_LETTERS else None
    return modified[1] if modified else bare


def _printed(code: str) -> str:
    """The code in capitals, without what a spreadsheet puts around it, and its kind before it."""
    printed = code.strip().strip(_AROUND_A_CODE).strip().upper().removesuffix(".0")
    kind = _KIND_BEFORE.match(printed)
    return printed[kind.end() :] if kind else printed
