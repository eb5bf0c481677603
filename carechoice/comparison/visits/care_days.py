"""On which days care would be, week after week: spread over the week, or on named weekdays.

Care is on working days. A week is seven days from the first working day of a phase, so the hours
of a week never depend on the weekday it starts on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from math import ceil, floor

from carechoice.catalog.pathway_rows import WORKING_DAYS_PER_WEEK
from carechoice.catalog.time_units import DAYS_PER_WEEK


def first_working_day(start: date) -> date:
    """``start``, or the Monday after it."""
    return _Weeks(start).spread(0, 0)


def week_starts(start: date, weeks: int) -> list[date]:
    """The first day of each of so many weeks; all options count them from the same day."""
    first = first_working_day(start)
    return [first + timedelta(weeks=week) for week in range(weeks)]


def session_days(start: date, per_week: float, named: Sequence[int]) -> Iterator[date]:
    """The days of therapy sessions without end; ``per_week`` is 0.5 for one every other week.

    ``named`` are weekdays, 0 for Monday; without them sessions are spread evenly over the weeks.
    """
    weeks = _Weeks(start)
    if not named:
        days_apart = WORKING_DAYS_PER_WEEK / per_week
        for session in count():
            yield weeks.spread(*divmod(floor(exact(session * days_apart)), WORKING_DAYS_PER_WEEK))
    most = ceil(exact(per_week))
    weekdays = weekdays_counted(start, days_needed(per_week), named)
    for session in count():
        week = floor(exact(session / per_week))
        place = session - ceil(exact(week * per_week))
        yield weeks.on(week, weekdays[place * len(weekdays) // most])


def program_days(start: date, per_week: int, named: Sequence[int]) -> Iterator[date]:
    """The days of a program without end, as many a week; ``named`` as in ``session_days``."""
    weeks, weekdays = _Weeks(start), weekdays_counted(start, per_week, named)
    return (weeks.on(week, weekday) for week in count() for weekday in weekdays)


def days_needed(sessions_per_week: float) -> int:
    """On how many days of a week sessions are, in the week with the most."""
    return min(ceil(exact(sessions_per_week)), WORKING_DAYS_PER_WEEK)


def weekdays_counted(start: date, number: int, named: Sequence[int]) -> tuple[int, ...]:
    """The weekdays that are counted, 0 for Monday, in the order in which they come from ``start``.

    Of more named days than ``number`` they are some spread over the week; where too few are named,
    days that would be counted without any come on top.
    """
    weeks = _Weeks(start)
    unnamed = [
        weeks.spread(0, place * WORKING_DAYS_PER_WEEK // number).weekday()
        for place in range(number)
    ]
    if not named:
        return tuple(unnamed)
    if len(named) < number:
        others = [day for day in unnamed if day not in named]
        return tuple(weeks.in_order([*named, *others[: number - len(named)]]))
    in_order = weeks.in_order(named)
    return tuple(in_order[place * len(named) // number] for place in range(number))


def exact(ratio: float) -> float:
    """The ratio without the last digits of binary arithmetic, so that 2.1 / 0.7 is 3, not 3 + e."""
    return round(ratio, 9)


class _Weeks:
    """The weeks of a phase, from its first working day on; counted from 0, as their days are."""

    def __init__(self, start: date) -> None:
        weekday = start.weekday()
        weekend_wait = DAYS_PER_WEEK - weekday if weekday >= WORKING_DAYS_PER_WEEK else 0
        self._first = start.toordinal() + weekend_wait
        self._weekday = 0 if weekend_wait else weekday

    def spread(self, week: int, working_day: int) -> date:
        """The date of working day 0 to 4 in a week."""
        # A week that starts on a Thursday runs over the weekend between its working days.
        weekend = 2 if working_day >= WORKING_DAYS_PER_WEEK - self._weekday else 0
        return date.fromordinal(self._first + DAYS_PER_WEEK * week + working_day + weekend)

    def on(self, week: int, weekday: int) -> date:
        """The date of a weekday, 0 for Monday, in a week."""
        return date.fromordinal(self._first + DAYS_PER_WEEK * week + self._wait(weekday))

    def in_order(self, weekdays: Sequence[int]) -> list[int]:
        """Weekdays in the order in which they come in a week."""
        return sorted(weekdays, key=self._wait)

    def _wait(self, weekday: int) -> int:
        return (weekday - self._weekday) % DAYS_PER_WEEK
