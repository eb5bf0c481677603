"""What one rate is for: an hour, 15 minutes, a day or a session, as far as the file says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from carechoice.price_files.billed import Code
from carechoice.price_files.rate import Service, Unit

# The code itself says it: "per diem" in HCPCS, a session in CPT. H0015 and revenue codes do not.
_BY_CODE: dict[str, Unit] = {"S9480": "day", "H2036": "day"}
_SESSIONS: tuple[Service, ...] = ("therapy_30", "therapy_45", "therapy_60", "program_group")
# "3 hours/day" says how long a program is and not what it is paid by, so a slash is no "per".
_SAID: dict[Unit, re.Pattern[str]] = {
    "day": re.compile(r"\bper[- ]di(?:em)?\b|\bper day\b|\bdaily\b", re.IGNORECASE),
    "hour": re.compile(r"\bper (?:hour|hr)\b|\bhourly\b", re.IGNORECASE),
    "quarter_hour": re.compile(r"\b15[- ]?min", re.IGNORECASE),
}


def unit_of(service: Service, codes: Sequence[Code], said: Sequence[str]) -> Unit:
    """The unit of a rate; "not_stated" where the file names none, or more than one.

    ``said``: the line's description, how the rate is worked out ("per diem") and notes on it.
    """
    units = {_BY_CODE[each.bare] for each in codes if each.is_procedure and each.bare in _BY_CODE}
    if service in _SESSIONS:
        units.add("session")
    units.update(unit for unit, words in _SAID.items() if any(map(words.search, said)))
    return units.pop() if len(units) == 1 else "not_stated"
