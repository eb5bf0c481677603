"""The calendar file, read back by the library that reads such files."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.topics.week.calendar_file import calendar_file, calendar_file_name

at = datetime.fromisoformat
MADE = datetime(2026, 11, 23, 12, tzinfo=UTC)
ONE_CLIENT, ANOTHER_CLIENT = b"1" * 32, b"2" * 32
# What would tell a reader of the calendar what the visits are.
TELLING = re.compile(
    r"therap|\biop\b|intensive|outpatient|program|session|care|health|clinic|provider|plan|deduct"
    r"|crisis|988|911|suicid|\burl\b|categories|\$",
    re.IGNORECASE,
)


def events(pathway="therapy", **inputs):
    return Calendar.from_ical(file(pathway, **inputs)).events


def file(pathway="therapy", *, made=MADE, key=ONE_CLIENT, **inputs):
    return calendar_file(comparison(**inputs), pathway, made=made, key=key)


def into_one_calendar(*files):
    """What a calendar holds after these files, by the rule of RFC 5546 for published events."""
    held = {}
    for each in files:
        for event in Calendar.from_ical(each).events:
            before = held.get(event["uid"])
            if before is None or event["sequence"] > before["sequence"]:
                held[event["uid"]] = event
    return list(held.values())


@pytest.mark.parametrize(("pathway", "visits"), [("therapy", 18), ("iop", 24)])
def test_every_visit_is_an_event(pathway, visits):
    assert len(events(pathway)) == visits


def test_the_first_and_last_session_stand_on_their_days():
    found = events()
    assert (found[0].start, found[0].end) == (at("2027-01-04 09:00"), at("2027-01-04 10:00"))
    assert found[-1].start == at("2027-05-03 09:00")


def test_named_days_and_closed_days_are_those_of_the_file():
    """From Thursday, January 7, 2027, on Mondays, Wednesdays and Fridays; January 18 is closed."""
    inputs = {"start_date": "2027-01-07", "iop_weekdays": "mon_wed_fri"}
    found = events("iop", **inputs, closed_on_holidays="yes", iop_when_closed="left_out")
    days = [event.start.day for event in found]
    assert days[:6] == [8, 11, 13, 15, 20, 22]
    # Washington's Birthday is left out too.
    assert len(found) == 22


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


def test_two_clients_with_equal_inputs_keep_all_their_visits_in_one_calendar():
    held = into_one_calendar(file(), file(key=ANOTHER_CLIENT))
    assert len(held) == 18 + 18


@pytest.mark.parametrize(
    ("other", "visits"),
    [
        ({"therapy_sessions": 10}, 10),
        ({"start_date": "2027-01-11"}, 18),
        ({"therapy_time_of_day": "evening"}, 18),
        ({"deductible_usd": 500}, 18),
    ],
)
def test_another_scenario_stands_beside_the_first(other, visits):
    held = into_one_calendar(file(), file(made=MADE + timedelta(minutes=5), **other))
    assert len(held) == 18 + visits


def test_both_options_of_a_scenario_stand_side_by_side():
    assert len(into_one_calendar(file("therapy"), file("iop"))) == 18 + 24
    third = [file(path, third_path="step_down") for path in ("therapy", "iop", "step_down")]
    assert len(into_one_calendar(*third)) == 18 + 24 + (24 + 8)


@pytest.mark.parametrize("pathway", ["therapy", "iop"])
@pytest.mark.parametrize("later", [timedelta(seconds=1), timedelta(days=400)])
def test_the_same_scenario_made_again_updates_its_visits(pathway, later):
    first, again = file(pathway), file(pathway, made=MADE + later)
    held = into_one_calendar(first, again)
    assert [event["uid"] for event in held] == [event["uid"] for event in events(pathway)]
    assert {event["dtstamp"].dt for event in held} == {MADE + later}
    assert {event["dtstamp"].dt for event in into_one_calendar(again, first)} == {MADE + later}


def test_the_way_the_pages_are_shown_makes_no_other_scenario():
    assert len(into_one_calendar(file(), file(mode="together"))) == 18


def test_a_sequence_fits_into_the_31_bits_calendars_give_it_in_the_last_year_of_all_starts():
    last = file(made=datetime(2031, 12, 31, tzinfo=UTC))
    # Five years and a leap day after 2026 began, less one day, in seconds.
    assert {event["sequence"] for event in Calendar.from_ical(last).events} == {2190 * 86_400}
    assert 2190 * 86_400 < 2**31


def test_an_identifier_tells_neither_option_nor_number_nor_inputs():
    """All are of one form, and none is found again without the key."""
    found = [event["uid"] for path in ("therapy", "iop") for event in events(path)]
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", uid) for uid in found)
    guessed = {event["uid"] for event in Calendar.from_ical(file(key=b"\0" * 32)).events}
    assert not guessed & set(found)


@pytest.mark.parametrize("zone", ["floating", "America/New_York"])
@pytest.mark.parametrize("plan", ["employer", "medicare", "masshealth", "none"])
@pytest.mark.parametrize("pathway", ["therapy", "iop", "step_down"])
def test_the_file_tells_when_the_visits_are_and_not_what_they_are(pathway, plan, zone):
    """Whoever sees a shared calendar, or the file itself, learns of appointments and no more."""
    text = file(pathway, plan=plan, time_zone=zone, third_path="step_down").decode()
    unfolded = text.replace("\r\n ", "")
    # Identifiers are random letters and digits, in which a number can stand by chance.
    lines = [line for line in unfolded.split("\r\n") if not line.startswith("UID:")]
    assert [line for line in lines if TELLING.search(line)] == []


def test_each_is_marked_as_private_and_as_not_yet_fixed():
    for event in [*events("therapy"), *events("iop")]:
        assert (event["class"], event["status"]) == ("PRIVATE", "TENTATIVE")
        assert re.fullmatch(r"Appointment \d+ of (18|24)", event["summary"])


def test_nothing_the_person_entered_is_in_the_file_but_dates():
    text = file(fixed_hours="mon-fri:09-17", deductible_usd=7770, plan="own").decode()
    assert "7770" not in re.sub(r"UID:\S+", "", text)
    assert "fixed" not in text.lower()


def test_lines_are_as_the_standard_asks():
    """RFC 5545: lines end with CR LF and have at most 75 bytes."""
    lines = file("iop", time_zone="America/New_York").split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def test_each_option_has_a_file_of_its_own_name_that_tells_when_visits_are_and_not_what():
    """18 sessions to May 3 and 24 program days to February 25."""
    result = comparison()
    assert {each: calendar_file_name(result, each) for each in result.options} == {
        "therapy": "18-appointments-until-2027-05-03.ics",
        "iop": "24-appointments-until-2027-02-25.ics",
    }
