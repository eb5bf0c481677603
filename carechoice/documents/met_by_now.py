"""What was met of a limit by an earlier day -> at least that is met by now, and it is asked about.

Each claim since then has added to it. Providers verify it again each month, as we ask for it. A
limit that was met as a whole stays so until its year ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from carechoice.documents.limit_values import FAMILY_FIELDS, FIELDS
from carechoice.documents.paper import Ask, Field, Found, Value
from carechoice.insurance.months import months_later

_LIMIT_OF: Mapping[Field, Field] = {
    met: total for fields in (FIELDS, FAMILY_FIELDS) for total, met in fields.values()
}


def as_of_now(
    said: Sequence[Found | Ask], told_on: Callable[[Found], date | None], *, today: date
) -> Iterator[Found | Ask]:
    """The same, where what was met more than a month ago is not sure, and asked.

    ``told_on``: the day that a value is of, or None where nothing says so.
    """
    limits = {(each.field, each.value) for each in said if isinstance(each, Found)}
    for each in said:
        is_part = isinstance(each, Found) and _is_part(each, limits)
        day = told_on(each) if isinstance(each, Found) and is_part else today
        if isinstance(each, Found) and not is_recent(day, today):
            yield replace(each, sure=False)
            yield Ask("since" if day else "no_day", each.field, each.words, each.place, day=day)
        else:
            yield each


def is_recent(day: date | None, today: date) -> bool:
    """Whether what was said on a day is a month old at most."""
    return day is not None and today <= months_later(day, 1)


def _is_part(found: Found, limits: set[tuple[Field, Value]]) -> bool:
    """Whether it is what was met of a limit, and not all of it."""
    limit = _LIMIT_OF.get(found.field)
    return limit is not None and (limit, found.value) not in limits
