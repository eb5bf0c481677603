"""Time zones in calendar files: yearly rules with the right moments, read by two other readers."""

import io
import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar, Timezone
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.topics.week.calendar_file import calendar_file
from carechoice.topics.week.calendar_zone import calendar_zone

OFFERED = [zone for zone in catalog().options("time_zone") if zone != "floating"]
WITHOUT_DAYLIGHT_TIME = {"America/Phoenix", "Pacific/Honolulu"}
ELSEWHERE = ["Europe/London", "Australia/Sydney", "Asia/Kolkata", "America/Puerto_Rico"]
ODD_RULES = ["Africa/Casablanca", "Europe/Dublin", "Australia/Lord_Howe", "Asia/Gaza"]
FIRST_DAY = date(2026, 11, 30)


def text_of(zone, first_day=FIRST_DAY):
    return calendar_zone(zone, first_day).to_ical().decode()


def read_by_rule(text):
    """The zone as dateutil works it out from the rules in the text alone."""
    return tzical(io.StringIO(text)).get()


def read_by_icalendar(text, zone):
    """The same by icalendar, under a name it cannot look up."""
    return Timezone.from_ical(text.replace(zone, "Some/Place")).to_tz(lookup_tzid=False)


def hours_around_every_change(zone):
    """Clock times in 2026 to 2031: each half hour of the days on which the clocks change."""
    midnight = datetime.fromisoformat("2026-01-01")
    days = [midnight + timedelta(days=count) for count in range(6 * 365)]
    for day, after in pairwise(days):
        offsets = {each.replace(tzinfo=ZoneInfo(zone)).utcoffset() for each in (day, after)}
        if len(offsets) > 1:
            yield from (day + half * timedelta(minutes=30) for half in range(48))


@pytest.mark.parametrize("zone", [*OFFERED, *ELSEWHERE])
def test_zones_have_rules_and_no_lists_of_dates(zone):
    text = text_of(zone)
    assert "RDATE" not in text
    parts = len(re.findall("BEGIN:(?:DAYLIGHT|STANDARD)", text))
    if "BEGIN:DAYLIGHT" in text:
        assert (parts, text.count("RRULE:FREQ=YEARLY;")) == (2, 2)
    else:
        assert (parts, text.count("RRULE")) == (1, 0)


def test_new_york_changes_at_two_in_the_morning_on_the_clock_before():
    """From the second Sunday in March to the first one in November (15 USC 260a)."""
    assert (
        text_of("America/New_York").replace("\r\n", "\n")
        == """BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:DAYLIGHT
DTSTART:20250309T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZNAME:EDT
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20251102T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZNAME:EST
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
END:VTIMEZONE
"""
    )


@pytest.mark.parametrize("zone", sorted(set(OFFERED) - WITHOUT_DAYLIGHT_TIME))
def test_where_clocks_change_in_the_country_it_is_always_at_two(zone):
    assert re.findall(r"DTSTART:(\S+)", text_of(zone)) == ["20250309T020000", "20251102T020000"]


@pytest.mark.parametrize("zone", sorted(WITHOUT_DAYLIGHT_TIME))
def test_where_clocks_stay_there_is_one_time_all_year(zone):
    text = text_of(zone)
    assert "DAYLIGHT" not in text
    (offset,) = set(re.findall(r"TZOFFSET(?:FROM|TO):(\S+)", text))
    assert offset == {"America/Phoenix": "-0700", "Pacific/Honolulu": "-1000"}[zone]


@pytest.mark.parametrize("zone", [*OFFERED, *ELSEWHERE, *ODD_RULES])
def test_by_the_file_alone_every_hour_around_a_change_is_the_moment_it_is(zone):
    text = text_of(zone, date(2026, 1, 5))
    for reader in (read_by_rule(text), read_by_icalendar(text, zone)):
        for clock in hours_around_every_change(zone):
            known = clock.replace(tzinfo=ZoneInfo(zone))
            is_twice_or_never = known.utcoffset() != known.replace(fold=1).utcoffset()
            if not is_twice_or_never:
                assert clock.replace(tzinfo=reader).utcoffset() == known.utcoffset(), clock


@pytest.mark.parametrize("zone", OFFERED)
@pytest.mark.parametrize("start", ["2026-02-23", "2026-10-26", "2031-10-27"])
def test_visits_across_a_change_of_the_clocks_stay_at_their_hour(zone, start):
    result = comparison(start_date=start, time_zone=zone)
    made = datetime(2026, 11, 23, 12, tzinfo=UTC)
    file = calendar_file(result, "therapy", made=made, key=b"1" * 32).decode()
    reader = read_by_rule(file)
    for event in Calendar.from_ical(file).events:
        clock = event.start.replace(tzinfo=None)
        assert (clock.hour, clock.minute) == (9, 0)
        by_the_file = clock.replace(tzinfo=reader).utcoffset()
        assert by_the_file == clock.replace(tzinfo=ZoneInfo(zone)).utcoffset()
