"""Lines on a few visits that are free, such as those an employee assistance program (EAP) pays for.

Therapy that costs nothing may be one of these visits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from carechoice.documents.around.others_named import is_for_other_care
from carechoice.documents.paper import Ask, Field, Found, Value, unsure
from carechoice.documents.terms.values import THERAPY_INPUTS
from carechoice.documents.text.placed_line import PlacedLine

_SOME = (
    r"(?:[1-9][0-9]?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|some|several)"
)
_FREE = r"(?:free|no[- ](?:cost|charge)|complimentary|\$ ?0(?:\.00)?(?![.,]?[0-9]))(?!\w)"
_VISITS = r"(?:(?!after\b)\w+ ){0,2}(?:visits?|sessions?)\b"
_EAP = re.compile(r"\beap\b|\bassistance program", re.IGNORECASE)
_SOME_OR_FREE = re.compile(rf"\b{_SOME} {_VISITS}|(?<!\w){_FREE}", re.IGNORECASE)
_FREE_VISITS = re.compile(
    rf"(?:{_SOME} )?{_FREE} {_VISITS}.*|first {_SOME} {_VISITS}[^%]*?{_FREE}.*", re.IGNORECASE
)


def names_free_visits(line: str) -> bool:
    """Whether a line is on a few visits that are free, and not only on who pays for some."""
    if _EAP.search(line):
        return bool(_SOME_OR_FREE.search(line))
    return bool(_FREE_VISITS.fullmatch(line)) and not is_for_other_care(line)


def beside_free_visits(
    said: Sequence[Found | Ask], lines: Sequence[PlacedLine]
) -> list[Found | Ask]:
    """What is said, where therapy that costs nothing is not sure; how many are free is asked."""
    if not lines:
        return list(said)
    terms = defaultdict[tuple[str, str], dict[Field, Value]](dict)
    for each in said:
        if isinstance(each, Found) and each.field in THERAPY_INPUTS.fields:
            terms[each.place, each.words][each.field] = each.value
    free = {answer for answer, values in terms.items() if _costs_nothing(values)}
    first = lines[0]
    ask = Ask("free_visits", THERAPY_INPUTS.copay, first.words, first.place)
    return [*(unsure(each) if (each.place, each.words) in free else each for each in said), ask]


def _costs_nothing(therapy: dict[Field, Value]) -> bool:
    return therapy.get(THERAPY_INPUTS.copay) == 0 and therapy.get(THERAPY_INPUTS.pays, 100) == 100
