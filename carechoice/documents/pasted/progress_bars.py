"""Progress bars of a portal that were copied with the amounts that they are drawn from.

"30%" beside "$450 of $1,500" says nothing that the amounts do not. A share that is none of them
stays, since it may be a term of the plan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

_BAR = r"[█▓▒░▏▎▍▌▋▊▉■□▪▫●○◼◻⬛⬜]"
_AROUND = rf"(?:{_BAR}|[-=#_>.|\[\]() ])*"
_DRAWN = re.compile(rf"{_AROUND}{_BAR}{_AROUND}")
_SHARE = re.compile(
    rf"{_AROUND}(?P<percent>[0-9]{{1,3}}) ?%(?: (?:met|used|spent|complete[d]?|reached))?{_AROUND}",
    re.IGNORECASE | re.ASCII,
)
_MONEY = re.compile(r"\$ ?([0-9][0-9,]*(?:\.[0-9]{2})?)", re.ASCII)
_WHOLE_PERCENT = 100
_LONGEST = 120
# What a line with a part of a whole says; a copayment above a deductible makes no bar.
_OF_A_WHOLE = re.compile(
    r"\b(?:of|met|paid|used|spent|applied|left|remaining|to go|balance)\b", re.IGNORECASE
)
# Of a limit: the whole, what is paid, and what is left.
_MOST_AMOUNTS = 3


def bars_among(lines: Sequence[str]) -> set[int]:
    """The numbers, from 1, of the lines that are a bar, or the share that one shows."""
    return {
        at
        for at, line in enumerate(lines, start=1)
        if len(line) <= _LONGEST
        and (
            _DRAWN.fullmatch(line)
            or _is_share_of(line, [*lines[max(at - 3, 0) : at - 1], *lines[at : at + 2]])
        )
    }


def _is_share_of(line: str, beside: Sequence[str]) -> bool:
    share = _SHARE.fullmatch(line)
    if not share:
        return False
    amounts = [
        float(each.replace(",", ""))
        for text in beside
        if _OF_A_WHOLE.search(text[:_LONGEST])
        for each in _MONEY.findall(text[:_LONGEST])
    ][:_MOST_AMOUNTS]
    both = [*combinations(amounts, 2)]
    wholes = [*both, *((part, part + rest) for pair in both for part, rest in (pair, pair[::-1]))]
    return any(_shows(int(share["percent"]), *sorted(pair)) for pair in wholes)


def _shows(percent: int, part: float, whole: float) -> bool:
    """Whether it is what is paid of the whole, in percent, to the next one."""
    return bool(whole) and abs(part / whole * _WHOLE_PERCENT - percent) < 1
