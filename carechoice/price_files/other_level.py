"""Whether a line is for another level of care than a program: by its words and revenue codes."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

# NUBC: 0907 is day treatment, 0912 and 0913 are partial hospitalization, 1000 to 1005 are beds in
# behavioral care; those from 0100 to 0219 are rooms of a hospital.
_DAY_AND_PARTIAL = ("907", "912", "913")
_BEDS = (range(100, 220), range(1000, 1006))
# HCPCS: partial hospitalization, day treatment, residential treatment.
_PROCEDURES = frozenset({"H0035", "S0201", "H2012", "H0017", "H0018", "H0019"})
# Some files write a low line for a blank, which is no end of a word for \b. ASAM's levels of care:
# an IOP is 2.1, partial hospitalization 2.5, what is residential 3, a hospital 4.
_WORDS = re.compile(
    r"(?<![a-z])(?:part(?:ial)?[-_ .]*(?:hosp|day|program|prog)[a-z]*|partial|p\.?h\.?p"
    r"|resid[a-z]*|res[-_. ]+(?:treatment|tx)|rtc|in-?[-_ ]?patient|in-?[-_ ]?pt|inpt"
    r"|de-?tox[a-z]*|withdrawal|day[-_ ](?:hosp[a-z]*|treatment|tx)|room[ /]*(?:and|&)?[ /]*board"
    r"|(?:sub-?)?acute|crisis stabili[sz]ation|observation|halfway|sober living|overnight|boarding"
    r"|asam[^0-9]{0,12}(?:2\.5|[34])|(?:level|loc)[^0-9]{0,9}(?:2\.5|3\.[0-9]|4\.0))(?![a-z])",
    re.IGNORECASE,
)


def is_code_of_other_level(*, procedures: AbstractSet[str], revenues: AbstractSet[str]) -> bool:
    """Whether a code is that of partial hospitalization, day treatment or care with a bed.

    Revenue codes stand without zeros before them.
    """
    return bool(procedures & _PROCEDURES) or any(map(_is_other, revenues))


def names_other_level(*said: str) -> bool:
    """Whether words, of a description or of notes, name such care."""
    return any(map(_WORDS.search, said))


def _is_other(revenue: str) -> bool:
    is_bed = revenue.isdigit() and any(int(revenue) in beds for beds in _BEDS)
    return is_bed or revenue in _DAY_AND_PARTIAL
