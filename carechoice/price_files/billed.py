"""Which service a line is for, by its billing codes, each with the kind of code it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from carechoice.price_files.other_level import is_code_of_other_level, names_other_level
from carechoice.price_files.rate import PROGRAMS, LeftOutReason, Service

# CPT has the sessions of therapy, HCPCS the programs; files print either name for both.
_BY_PROCEDURE: dict[str, Service] = {
    "S9480": "program",
    "H0015": "program",
    "90832": "therapy_30",
    "90834": "therapy_45",
    "90837": "therapy_60",
}
# A day of a program against addiction, whatever its level of care: day treatment and residential
# care are billed with it, too (HCPCS level II).
_ANY_LEVEL = "H2036"
_REVENUE_PROGRAM = ("905", "906")
_GROUP = "90853"
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
_LOOKED_FOR = {*_BY_PROCEDURE, *_REVENUE_PROGRAM, _ANY_LEVEL, _GROUP}


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
    return _bare(code) in _LOOKED_FOR


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
    for code, service in _BY_PROCEDURE.items():
        if code in procedures:
            return service
    if _ANY_LEVEL in procedures:
        return _of_any_level(revenues, description)
    names_program = bool(_NAMES_PROGRAM.search(description))
    if revenues.intersection(_REVENUE_PROGRAM):
        return _under_program(procedures, names_program=names_program)
    if _GROUP in procedures:
        return NoService("group_elsewhere") if names_program else None
    others = {each.bare for each in codes} - {_GROUP}
    return NoService("other_kind_of_code") if others & _LOOKED_FOR else None


def _of_any_level(revenues: set[str], description: str) -> Service | NoService:
    """Of a code of any level, a program is what is said to be one, in words or by its place."""
    is_said = revenues.intersection(_REVENUE_PROGRAM)
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
    if _GROUP in procedures and names_program:
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
