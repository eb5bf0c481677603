"""What one rate is for: an hour, 15 minutes, a day or a session, as far as the file says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from carechoice.price_files.billed import said_by_codes
from carechoice.price_files.codes import Code
from carechoice.price_files.rate import Service, Unit

_SESSIONS: tuple[Service, ...] = ("therapy_30", "therapy_45", "therapy_60", "program_group")
# "3 hours/day" says how long a program is and not what it is paid by, so a slash is a "per" behind
# an amount only.
_SAID: dict[Unit, re.Pattern[str]] = {
    "day": re.compile(
        r"\bper[- ]di(?:em)?\b|\bper (?:day|date of service)\b|\bdaily\b", re.IGNORECASE
    ),
    "hour": re.compile(
        r"\b(?:per|each|an) (?:hour|hr)\b|\bhourly\b|\b1[- ]?(?:hour|hr)\b"
        r"|\$ ?[\d.,]+ ?/ ?(?:hour|hr)\b",
        re.IGNORECASE,
    ),
    "quarter_hour": re.compile(r"\b15[- ]?min", re.IGNORECASE),
    "session": re.compile(r"\bper (?:session|visit|encounter)\b", re.IGNORECASE),
}
# "Case rate" is CMS's word for one amount for a whole treatment.
_WHOLE = (
    r"(?:week|wk|month|mo|stay|case|episode|admission|admit|discharge|confinement|enrollment"
    r"|occurrence|course|treatment)(?![- ]day)"
)
_WHOLE_COURSE = re.compile(
    rf"\b(?:per|each|for the (?:whole|entire|full))[- ]{_WHOLE}\b"
    rf"|\d\d(?:\.\d+)? ?/ ?{_WHOLE}\b|\b{_WHOLE}[- ]?rates?\b|\Acase\Z"
    r"|\b(?:weekly|wkly|monthly|pmpm)\b|\bepisod(?:e|ic)\b|\bbundled?\b|\bcapitat|\bpackage\b",
    re.IGNORECASE,
)
# How often a program is, "3 days per week", is not what it is paid by; nor is the time that a file
# looks back on, as those in version 3 of the form say it: "in the 15 months prior to posting".
_ASIDE = re.compile(
    r"(?:(?<![$\d,.])\b\d{1,2}|\b(?:one|two|three|four|five|six|nine|once|twice))[- ]?"
    r"(?:x|times|days?|hours?|hrs?|visits?|sessions?)?[- ]?(?:per|a|each|every|/)[- ]?"
    r"(?:week|wk|month)\b"
    r"|\b(?:(?:in|during|over|within) the (?:(?:past|prior|last|previous) )?\d+[- ]months?"
    r"|\d+[- ]months? (?:prior|look-?back))\b",
    re.IGNORECASE,
)
# What may be paid by that is none of the units; what stands behind "per" may be no unit.
_NO_UNIT = r"(?:patient|member|person|contract|fee|cms|medicare|policy|agreement|the)\b"
_PER_OTHER = re.compile(
    r"\bper[- ](?!di(?:em)?\b|day\b|date of service\b|hour\b|hr\b|15[- ]?min|session|visit"
    rf"|encounter|{_NO_UNIT})",
    re.IGNORECASE,
)
# A program of such a length is none of a day; a session of therapy has its minutes by its code.
_OTHER_LENGTH = re.compile(
    r"\b(?!15\b|15[- ]?min)\d+[- ]?min|\b(?:half|1/2)[- ]day|\b(?:weeks?|wks?|months?)\b"
    r"|\b(?!1[- ]day)\d+[- ]day\b|\bfull course\b|\bquarter[- ]hour",
    re.IGNORECASE,
)

# How long sessions are by their codes (CPT: 16-37, 38-52, and 53 minutes or more). One of more than
# an hour is told, since its price need not be that of an hour.
_MINUTES: dict[Service, str] = {
    "therapy_30": r"1[6-9]|2[0-9]|3[0-7]",
    "therapy_45": r"3[89]|4[0-9]|5[0-2]",
    "therapy_60": r"5[3-9]|60",
}
_EACH_LENGTH = re.compile(r"\b(\d+)\+?[- ]?min", re.IGNORECASE)
# How long a session of 60 minutes is, and not what it is paid by.
_ONE_HOUR = re.compile(r"(?<!per )(?<!each )\b1[- ]?(?:hour|hr)\b", re.IGNORECASE)


def names_other_length(service: Service, description: str) -> bool:
    """Whether a line names minutes that a session of its code does not have, or more than 60."""
    minutes = _MINUTES.get(service)
    said = _EACH_LENGTH.findall(description) if minutes else []
    return any(not re.fullmatch(minutes or "", each) for each in said)


def is_for_whole_course(said: Iterable[str]) -> bool:
    """Whether a rate is for a case, a stay, a week or a month, by the same words."""
    return any(map(_WHOLE_COURSE.search, map(_without_asides, said)))


def unit_of(service: Service, codes: Sequence[Code], said: Sequence[str]) -> Unit:
    """The unit of a rate; "not_stated" where the file names none, or more than one.

    ``said``: the line's description, how the rate is worked out ("per diem") and notes on it.
    """
    units = said_by_codes(codes)
    is_session = service in _SESSIONS
    if is_session:
        units.add("session")
    said = [_without_asides(each) for each in said]
    if service == "therapy_60":
        said = [_ONE_HOUR.sub("", each) for each in said]
    if any(_is_by_another(each, is_session=is_session) for each in said):
        units.add("not_stated")
    units.update(unit for unit, words in _SAID.items() if any(map(words.search, said)))
    return units.pop() if len(units) == 1 else "not_stated"


def _is_by_another(said: str, *, is_session: bool) -> bool:
    """Whether words name something else that is paid for than one of the units."""
    is_other_length = not is_session and _OTHER_LENGTH.search(said)
    return bool(is_other_length or _PER_OTHER.search(said))


def _without_asides(said: str) -> str:
    return _ASIDE.sub("", said)
