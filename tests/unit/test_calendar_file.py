"""The calendar file, read back by the library that reads such files."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from scenarios import comparison

from carechoice.calendar_file import calendar_file
from carechoice.catalog import catalog

at = datetime.fromisoformat
MADE = datetime(2026, 11, 23, 12, tzinfo=UTC)


def events(pathway="therapy", **inputs):
    return Calendar.from_ical(file(pathway, **inputs)).events


def file(pathway="therapy", **inputs):
    return calendar_file(comparison(**inputs), pathway, MADE)


@pytest.mark.parametrize(("pathway", "visits"), [("therapy", 18), ("iop", 24)])
def test_every_visit_is_an_event(pathway, visits):
    assert len(events(pathway)) == visits


def test_the_first_and_last_session_stand_on_their_days():
    found = events()
    assert (found[0].start, found[0].end) == (at("2027-01-04 09:00"), at("2027-01-04 10:00"))
    assert found[-1].start == at("2027-05-03 09:00")


def test_a_time_without_a_zone_has_none():
    assert all(event.start.tzinfo is None for event in events())
    assert b"TZID" not in file()


def test_in_a_time_zone_the_clock_stays_and_the_moment_moves_with_daylight_saving():
    """New York is 5 hours behind UTC until March 14, 2027, then 4."""
    found = events(start_date="2027-03-08", time_zone="America/New_York")
    assert [event.start.hour for event in found[:2]] == [9, 9]
    assert [event.start.astimezone(UTC).hour for event in found[:2]] == [14, 13]
    assert found[1].start.astimezone(UTC) - found[0].start.astimezone(UTC) == timedelta(
        days=7, hours=-1
    )


def test_arizona_keeps_its_time():
    found = events(start_date="2027-03-08", time_zone="America/Phoenix")
    assert {event.start.astimezone(UTC).hour for event in found[:2]} == {16}


@pytest.mark.parametrize("zone", [z for z in catalog().options("time_zone") if z != "floating"])
def test_the_file_brings_its_time_zone_along(zone):
    read = Calendar.from_ical(file(time_zone=zone))
    assert [each.tz_name for each in read.timezones] == [zone]
    assert events(time_zone=zone)[0].start == datetime(2027, 1, 4, 9, tzinfo=ZoneInfo(zone))


def test_a_course_over_new_year_goes_on():
    found = events(start_date="2026-12-28")
    assert [event.start.date().isoformat() for event in found[:2]] == ["2026-12-28", "2027-01-04"]


def test_the_same_visit_has_the_same_identifier_in_a_newer_file():
    first, second = events(), events(therapy_time_of_day="evening")
    assert [each["uid"] for each in first] == [each["uid"] for each in second]
    assert len({each["uid"] for each in [*events("therapy"), *events("iop")]}) == 42


def test_a_shared_calendar_does_not_tell_what_the_visits_are():
    for pathway in ("therapy", "iop"):
        for event in events(pathway):
            assert "herapy" not in event["summary"]
            assert "IOP" not in event["summary"]
            assert event["class"] == "PRIVATE"
            assert event["status"] == "TENTATIVE"


def test_the_crisis_line_stands_in_every_event():
    assert all(
        "988" in event["description"] and "911" in event["description"] for event in events("iop")
    )


def test_nothing_the_person_entered_is_in_the_file_but_dates():
    text = file(fixed_hours="mon-fri:09-17", deductible_usd=777, plan="own").decode()
    assert "777" not in text
    assert "fixed" not in text.lower()


def test_lines_are_as_the_standard_asks():
    """RFC 5545: lines end with CR LF and have at most 75 bytes."""
    lines = file("iop", time_zone="America/New_York").split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)
