"""What was met of a limit by an earlier day -> at least that is met by now, and it is asked about.

Each claim since then has added to it. Providers verify it again each month, as we ask for it. A
limit that was met as a whole stays so until its year ends; in the next one it begins from nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from carechoice.documents.limits.values import FAMILY_FIELDS, FIELDS
from carechoice.documents.paper import Ask, Field, Found, Value, unsure
from carechoice.insurance.plan_year import is_within_a_month

_LIMIT_OF: Mapping[Field, Field] = {
    met: total for fields in (FIELDS, FAMILY_FIELDS) for total, met in fields.values()
}
_STARTS: Field = "plan_year_start"


def as_of_now(
    said: Sequence[Found | Ask], told_on: Callable[[Found], date | None], *, today: date
) -> Iterator[Found | Ask]:
    """The same, where what was met more than a month ago is not sure, and asked.

    ``told_on``: the day that a value is of, or None where nothing says so.
    """
    found = [each for each in said if isinstance(each, Found)]
    limits = {(each.field, each.value) for each in found}
    began = max((_last_begun(each, today) for each in found), default=date.min)
    for each in said:
        day = told_on(each) if isinstance(each, Found) and each.field in _LIMIT_OF else today
        if isinstance(each, Found) and not _is_so_now(each, day, limits, began, today):
            yield unsure(each)
            yield Ask("since", each.field, each.words, each.place, day=day)
        else:
            yield each


def _is_so_now(
    found: Found,
    day: date | None,
    limits: set[tuple[Field, Value]],
    began: date,
    today: date,
) -> bool:
    """Whether what was met on a day is so today, in a plan year that began on ``began``."""
    limit = _LIMIT_OF.get(found.field)
    is_whole = limit is None or (limit, found.value) in limits
    is_recent = day is not None and is_within_a_month(day, today)
    return (is_whole or is_recent) and (day is None or day >= began)


def _last_begun(found: Found, today: date) -> date:
    """When a plan year that starts as a paper says has begun last; of another value long ago."""
    if found.field != _STARTS:
        return date.min
    month, day = map(int, str(found.value).split("-"))
    first = date(today.year, month, day)
    return first if first <= today else first.replace(year=today.year - 1)
