"""A billing code as a file prints it: with its kind, its modifiers, or several in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The form's own names are CPT, HCPCS and RC; some files spell them out, misspell them (HCPC, HCPS),
# put a word before (UB revenue) or behind (Rev_Code), or name two at once.
_PROCEDURE_KIND = re.compile(r"(?<![A-Z])(?:CPT|HCP)")
_REVENUE_KIND = re.compile(r"(?<![A-Z])(?:RC(?![A-Z])|REV)")
# A hospital's own numbers, and groups that Medicare and payers pay outpatients by: none of them
# names another service beside a revenue code.
_NAMES_NO_SERVICE = re.compile(r"CDM|LOCAL|CHARGE[ _]?(?:CODE|MASTER)|APC|EAPG")
# A spreadsheet keeps the zero of 0905 where a file has ="0905" or '0905; a page adds such blanks.
_AROUND_A_CODE = "='\"\u200b\ufeff"
_KIND_BEFORE = re.compile(r"(?:CPT|HCPCS|REV|RC)(?:[-\s:#.®]+|(?=\d))")
_MADE_A_NUMBER = re.compile(r"\.0+\Z")
# A procedure has five letters; some files write its modifiers, of two, behind it: H0015-HF.
PROCEDURE_LETTERS = 5
_WITH_MODIFIERS = re.compile(r"([A-Z0-9]\d{4})((?:[-\s:,|/]+[A-Z0-9]{2})+)")
_ONE = r"[A-Z]?\d{3,5}(?:-[A-Z0-9]{2}(?![A-Z0-9]))*"
_SEVERAL = re.compile(rf"{_ONE}(?:[\s,;|/&+]+{_ONE})+|\d{{3,4}}\s*(?:[-–]|TO|THRU)\s*\d{{3,4}}")
_EACH = re.compile(_ONE)
_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Code:
    """A billing code with its kind, such as RC 0905. 905 is a diagnosis group (MS-DRG) too."""

    code: str
    kind: str

    @property
    def bare(self) -> str:
        """The code alone, as lists of codes have it."""
        return bare(self.code)

    @property
    def modifiers(self) -> str:
        """The modifiers behind the code, such as HF behind H0015-HF; "" where there are none."""
        modified = _WITH_MODIFIERS.fullmatch(self.code)
        return modified[2] if modified else ""

    @property
    def is_procedure(self) -> bool:
        """Whether it names what is done (CPT, HCPCS)."""
        return bool(_PROCEDURE_KIND.search(self.kind))

    @property
    def is_revenue(self) -> bool:
        """Whether it names where in a hospital it is done (NUBC's revenue codes)."""
        return bool(_REVENUE_KIND.search(self.kind))

    @property
    def may_name_a_service(self) -> bool:
        """Whether it may be the code of a service, as one of a kind that we do not know may."""
        return not self.is_revenue and not _NAMES_NO_SERVICE.search(self.kind)


def codes_of(cell: str, kind: str) -> tuple[Code, ...]:
    """The codes of a cell as they are printed, with the name of their kind, in capitals.

    Of a range, such as 0905-0906, both ends. Some files have code and kind in each other's place.
    """
    if is_kind(cell) and not is_kind(kind):
        cell, kind = kind, cell
    kind = kind.strip().upper()
    return tuple(Code(each, kind) for each in _each_of(_printed(cell)))


def is_kind(cell: str) -> bool:
    """Whether a cell has the name of a kind of code that we know; none of them has a digit."""
    if _DIGIT.search(cell):
        return False
    kind = cell.upper()
    return bool(_PROCEDURE_KIND.search(kind) or _REVENUE_KIND.search(kind))


def bare_codes(cell: str) -> Iterator[str]:
    """The codes of a cell without what is added to them."""
    return map(bare, _each_of(_printed(cell)))


def bare(code: str) -> str:
    """The code without what is added to it: blanks, zeros, a decimal point, modifiers behind it."""
    stripped = _printed(code).lstrip("0")
    modified = _WITH_MODIFIERS.fullmatch(stripped) if len(stripped) > PROCEDURE_LETTERS else None
    return modified[1] if modified else stripped


def _each_of(printed: str) -> list[str]:
    if len(printed) > PROCEDURE_LETTERS and _SEVERAL.fullmatch(printed):
        return _EACH.findall(printed)
    return [printed]


def _printed(code: str) -> str:
    """The code in capitals, without what a spreadsheet puts around it, and its kind before it."""
    printed = code.strip().strip(_AROUND_A_CODE).strip().upper()
    if "." in printed:
        printed = _MADE_A_NUMBER.sub("", printed)
    kind = _KIND_BEFORE.match(printed)
    return printed[kind.end() :] if kind else printed
