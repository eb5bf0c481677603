"""The whole course in words: when each option begins and ends, and on which days it is closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from carechoice.catalog.holiday import Holiday, holidays_between, is_holiday
from carechoice.catalog.rows import Care, Pathway
from carechoice.catalog.time_units import MINUTES_PER_HOUR
from carechoice.comparison.compare import Comparison
from carechoice.comparison.visits.closed_days import runs
from carechoice.comparison.visits.course import days_closed, is_closed_on_holidays
from carechoice.comparison.weeks.closed_words import (
    closed_days_text,
    days_text,
    longer_text,
    when_closed,
)
from carechoice.comparison.weeks.planned_week import Appointment
from carechoice.language.formats import clock, count, day, days_from_to, listed
from carechoice.language.sentences import say

# More days than this are in the table only.
DAYS_IN_A_SENTENCE = 4


def course_caption(
    comparison: Comparison, visits: Sequence[Appointment], holidays: Sequence[Holiday]
) -> str:
    """From when to when each option goes, and what falls on a holiday: visits, or closed days."""
    parts = [
        say(
            f"course.caption.{option.words_key}",
            visits=count(option.visits, "visit"),
            when=days_from_to(option.first_day, option.last_day),
        )
        for option in comparison.options.values()
    ]
    closed = {
        pathway: is_closed_on_holidays(comparison.scenario, pathway)
        for pathway in comparison.options
    }
    held = [visit for visit in visits if not closed[visit.pathway]]
    on_holidays = list(_on_holidays(comparison, held, holidays))
    falls = [*_on_closed_days(comparison), *on_holidays]
    if on_holidays and not any(closed.values()):
        falls.append(say("course.holidays.note", fold=say("controls.more.care")))
    elif closed["iop"]:
        falls += (say(f"course.holidays.open.{way}") for way, shut in closed.items() if not shut)
    return " ".join([*parts, *(falls or [say("course.holidays.none")])])


def appointment(visit: Appointment) -> str:
    """The day and time of a visit."""
    start = visit.start.hour * MINUTES_PER_HOUR + visit.start.minute
    return say("course.when", day=day(visit.start.date()), time=clock(start))


def _on_holidays(
    comparison: Comparison, visits: Sequence[Appointment], holidays: Sequence[Holiday]
) -> Iterable[str]:
    """A sentence for each option that has visits on a holiday."""
    off = {holiday.date for holiday in holidays}
    for pathway, group in groupby(visits, key=lambda visit: visit.pathway):
        days = [visit.start.date() for visit in group if visit.start.date() in off]
        if days:
            yield say(
                f"course.holidays.{comparison.options[pathway].words_key}",
                falls=count(len(days), "on_holiday"),
                days=_few(days) or say("course.holidays.many"),
            )


def _few(days: Sequence[date]) -> str:
    """Days with the names of the holidays that they are; "" where they are too many for that."""
    sentences = [_named(each) for each in dict.fromkeys(days)]
    return listed(sentences) if len(sentences) <= DAYS_IN_A_SENTENCE else ""


def _on_closed_days(comparison: Comparison) -> Iterable[str]:
    """A sentence for each option with closed days, and what becomes of its visits and weeks."""
    cares: dict[Care, None] = {}
    for pathway, option in comparison.options.items():
        closed = days_closed(comparison.scenario, pathway)
        if closed:
            cares |= dict.fromkeys(care for care, _ in closed)
            days = [each for _, each in closed]
            yield say(
                f"course.holidays.{option.words_key}",
                falls=closed_days_text(days),
                days=_few(days) or _many_closed(comparison, days),
            )
    yield from (when_closed(comparison.scenario, care) for care in cares)
    yield from filter(None, [longer_text(comparison)])


def _many_closed(comparison: Comparison, days: Sequence[date]) -> str:
    """Closed days by the first and the last of each row of them, or that the chart has them.

    It ends with the last visit of any option, before some days that are left out.
    """
    first, last = from_to(comparison)
    if len(runs(days)) > DAYS_IN_A_SENTENCE and all(first <= day <= last for day in days):
        return say("course.closed.many")
    return days_text(days)


def _named(on: date) -> str:
    """A day, with the name of the holiday that it is."""
    names = [holiday.name for holiday in holidays_between(on, on)]
    return say("course.holiday", day=day(on), name=listed(names)) if names else day(on)


def holidays_of(comparison: Comparison) -> list[Holiday]:
    """The holidays from the first visit of any option to the last."""
    return holidays_between(*from_to(comparison))


def closed_beside_holidays(comparison: Comparison) -> list[tuple[Pathway, date]]:
    """The other days, from the first visit of any option to the last, that each finds closed."""
    first, last = from_to(comparison)
    return [
        (pathway, day)
        for pathway in comparison.options
        for _, day in days_closed(comparison.scenario, pathway)
        if first <= day <= last and not is_holiday(day)
    ]


def from_to(comparison: Comparison) -> tuple[date, date]:
    """The first visit of any option, and the last."""
    options = comparison.options.values()
    return min(each.first_day for each in options), max(each.last_day for each in options)
