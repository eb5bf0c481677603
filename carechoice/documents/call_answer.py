"""What was written down as a plan's answer for an input -> its value, or nothing.

Only one reading of a text counts: "0.8" for a share can be 80% or less than one, so it is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from carechoice.catalog.rows import Parameter
from carechoice.documents.paper import Value
from carechoice.language.sentences import say

_AMOUNT = re.compile(r"\$? ?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?)")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,2})?) ?%?")
_DAY = re.compile(r"(\d{1,2})[-/](\d{1,2})")


def answer_for(row: Parameter, text: str, days: Sequence[str]) -> Value | None:
    """The value that the answer gives the input; None where it cannot be read for sure.

    ``days`` are the days that a plan year can start on, as the input has them.
    """
    if row.kind == "yes_no":
        answers = {say("yes").casefold(): True, say("no").casefold(): False}
        return answers.get(text.casefold())
    if row.kind == "day_of_year":
        found = _DAY.fullmatch(text)
        day = f"{int(found[1]):02}-{int(found[2]):02}" if found else ""
        return day if day in days else None
    return _share(text) if row.unit == "percent" else _amount(text)


def _amount(text: str) -> float | None:
    found = _AMOUNT.fullmatch(text)
    return float(found[1].replace(",", "")) if found else None


def _share(text: str) -> float | None:
    found = _SHARE.fullmatch(text)
    share = float(found[1]) if found else None
    is_part_of_one = share is not None and 0 < share <= 1
    return None if is_part_of_one and not text.endswith("%") else share
