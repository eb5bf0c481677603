"""A time zone as calendar files write it (RFC 5545, VTIMEZONE): its yearly rules.

Lists of single dates would be shorter to make, but some calendars read rules only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

from carechoice.catalog.time_units import DAYS_PER_WEEK

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1
# A rule is taken for one where it holds in all of these years, so that no fourth Sunday passes for
# a last one.
YEARS = 10
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


class Kind(NamedTuple):
    """What is the same for a zone's change every year."""

    offset_before: timedelta
    offset: timedelta
    name: str
    is_daylight: bool


class Change(NamedTuple):
    """A change of a zone's clocks: when, on the clock as it stands before, and to what."""

    onset: datetime
    kind: Kind


def calendar_zone(key: str, first_day: date) -> Timezone:
    """The zone of this name with its rules from the year before ``first_day`` on."""
    zone = ZoneInfo(key)
    start = datetime(first_day.year - 1, 1, 1, tzinfo=UTC)
    made = Timezone()
    made.add("tzid", key)
    onsets: dict[Kind, list[datetime]] = {}
    for change in _changes(zone, start) or [_no_change(zone, start)]:
        onsets.setdefault(change.kind, []).append(change.onset)
    for kind, found in onsets.items():
        for part in _parts(kind, found):
            made.add_component(part)
    return made


def _no_change(zone: ZoneInfo, start: datetime) -> Change:
    """A zone whose clocks stay: as if they had been set once, to what they show."""
    kind = _kind(zone, start, start)
    return Change(start.replace(tzinfo=None), kind)


def _kind(zone: ZoneInfo, before: datetime, after: datetime) -> Kind:
    old, new = before.astimezone(zone), after.astimezone(zone)
    offset = new.utcoffset() or timedelta()
    return Kind(old.utcoffset() or timedelta(), offset, new.tzname() or "", bool(new.dst()))


def _changes(zone: ZoneInfo, start: datetime) -> list[Change]:
    end = start.replace(year=start.year + YEARS)
    days = [start + count * DAY for count in range((end - start) // DAY + 1)]
    return [
        _change(zone, before, after)
        for before, after in pairwise(days)
        if _offset(zone, before) != _offset(zone, after)
    ]


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """The change between two moments that are whole minutes apart, found to the minute."""
    while after - before > MINUTE:
        middle = before + (after - before) // MINUTE // 2 * MINUTE
        if _offset(zone, middle) == _offset(zone, before):
            before = middle
        else:
            after = middle
    kind = _kind(zone, before, after)
    return Change((after + kind.offset_before).replace(tzinfo=None), kind)


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


def _parts(kind: Kind, onsets: Sequence[datetime]) -> Iterable[TimezoneDaylight | TimezoneStandard]:
    """One part with a rule for all changes of a kind, or one for each where no rule holds."""
    rule = _rule(onsets)
    if rule is None:
        return [_part(kind, onset) for onset in onsets]
    part = _part(kind, onsets[0])
    part.add("rrule", rule)
    return [part]


def _part(kind: Kind, onset: datetime) -> TimezoneDaylight | TimezoneStandard:
    part = TimezoneDaylight() if kind.is_daylight else TimezoneStandard()
    part.add("dtstart", onset)
    part.add("tzoffsetfrom", kind.offset_before)
    part.add("tzoffsetto", kind.offset)
    part.add("tzname", kind.name)
    return part


def _rule(onsets: Sequence[datetime]) -> vRecur | None:
    """The rule all onsets follow, such as the second Sunday in March; None where there is none."""
    alike = {(onset.month, onset.weekday(), onset.time()) for onset in onsets}
    places = {_place(onset) for onset in onsets}
    if len(onsets) < YEARS or len(alike) > 1:
        return None
    if len(places) == 1:
        place = places.pop()
    elif all(_is_last(onset) for onset in onsets):
        place = LAST
    else:
        return None
    weekday = WEEKDAYS[onsets[0].weekday()]
    return vRecur(freq="yearly", bymonth=onsets[0].month, byday=f"{place}{weekday}")


def _place(onset: datetime) -> int:
    """Which of its weekdays in the month a day is, from 1."""
    return (onset.day - 1) // DAYS_PER_WEEK + 1


def _is_last(onset: datetime) -> bool:
    return (onset + timedelta(days=DAYS_PER_WEEK)).month != onset.month
