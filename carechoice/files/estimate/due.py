"""By when a good faith estimate is due, in business days (45 CFR 149.610(b)(1)(vi))."""

from __future__ import annotations

from datetime import date, timedelta

from carechoice.catalog.holiday import is_holiday
from carechoice.catalog.in_use import catalog

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def due_when_booked(booked: date, first_visit: date) -> date | None:
    """The last day to hand over the estimate for a visit booked on ``booked``.

    None where it is booked so late that an estimate is due only if somebody asks for it.
    """
    ahead = business_days_between(booked, first_visit)
    if ahead >= _days("estimate_far_ahead_days"):
        return _later(booked, _days("estimate_far_due_days"))
    if ahead >= _days("estimate_ahead_days"):
        return _later(booked, _days("estimate_due_days"))
    return None


def due_when_asked(asked: date) -> date:
    """The last day to hand over an estimate that somebody asked for."""
    return _later(asked, _days("estimate_asked_due_days"))


def business_days_between(first: date, last: date) -> int:
    """The business days after the first day, the last included.

    The rule does not say what they are. We count Monday to Friday without federal holidays.
    """
    days = (last - first).days
    return sum(_is_business_day(first + timedelta(days=day)) for day in range(1, days + 1))


def _later(day: date, business_days: int) -> date:
    while business_days:
        day += _ONE_DAY
        business_days -= _is_business_day(day)
    return day


def _is_business_day(day: date) -> bool:
    return day.weekday() < _SATURDAY and not is_holiday(day)


def _days(figure: str) -> int:
    return int(catalog().figures[figure].value or 0)
