"""The calendar file as three readers of such files take it: the same visits, at the same moments.

One of them has also written it, one is that of a smart home's calendar, one knows nothing of
calendars but how the rules of a time zone are read. The zone goes by a name that none can look up.
"""

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from dateutil.tz import tzical
from icalendar import Calendar
from scenarios import comparison

from carechoice.topics.week.calendar_file import calendar_file

pytest.importorskip(
    "ical",
    reason="This environment is older than requirements-dev.lock; `make test` installs it.",
)
from ical.calendar_stream import IcsCalendarStream

at = datetime.fromisoformat
MADE = datetime(2026, 11, 23, 12, tzinfo=UTC)
ONE_CLIENT, ANOTHER_CLIENT = b"1" * 32, b"2" * 32
NEW_YORK = "America/New_York"


@dataclass(frozen=True, slots=True)
class Visit:
    """What a calendar keeps of a visit; the moments in UTC, or by the clock without a zone."""

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    summary: str


def moment(time):
    return time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time


def by_icalendar(text):
    for each in Calendar.from_ical(text).events:
        start, end = moment(each.start), moment(each.end)
        yield Visit(str(each["uid"]), each["sequence"], start, end, str(each["summary"]))


def by_ical(text):
    (calendar,) = IcsCalendarStream.from_ics(text).calendars
    for each in calendar.events:
        start, end = moment(each.dtstart), moment(each.dtend)
        yield Visit(each.uid, each.sequence, start, end, each.summary)


def by_lines_and_rules(text):
    lines = text.replace("\r\n ", "").replace("\r\n", "\n")
    zone = tzical(io.StringIO(text)).get() if "BEGIN:VTIMEZONE" in text else None
    for event in re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", lines, re.DOTALL):
        cells = dict(re.findall(r"^([A-Z]+)(?:;[^:]*)?:(.*)$", event, re.MULTILINE))
        start, end = (moment(at(cells[name]).replace(tzinfo=zone)) for name in ("DTSTART", "DTEND"))
        yield Visit(cells["UID"], int(cells["SEQUENCE"]), start, end, cells["SUMMARY"])


READERS = [by_icalendar, by_ical, by_lines_and_rules]


def file(pathway="therapy", *, made=MADE, key=ONE_CLIENT, **inputs):
    text = calendar_file(comparison(**inputs), pathway, made=made, key=key).decode()
    return text.replace(NEW_YORK, "Some/Place")


def into_one_calendar(read, *files):
    """What is held after these files, by the rule of RFC 5546 for published events."""
    held = {}
    for each in files:
        for visit in read(each):
            if visit.uid not in held or visit.sequence > held[visit.uid].sequence:
                held[visit.uid] = visit
    return list(held.values())


@pytest.mark.parametrize("zone", ["floating", NEW_YORK])
@pytest.mark.parametrize("pathway", ["therapy", "iop"])
def test_all_three_read_the_same_visits(pathway, zone):
    first, *others = (list(read(file(pathway, time_zone=zone))) for read in READERS)
    assert len(first) == {"therapy": 18, "iop": 24}[pathway]
    assert others == [first, first]


@pytest.mark.parametrize("read", READERS)
def test_where_clocks_change_the_hour_stays_and_the_moment_moves(read):
    """New York is 5 hours behind UTC until March 14, 2027, then 4 until November 7."""
    spring = list(read(file(start_date="2027-03-08", time_zone=NEW_YORK)))
    assert spring[0].starts == at("2027-03-08 14:00")
    assert spring[1].starts == at("2027-03-15 13:00")
    autumn = list(read(file(start_date="2027-11-01", time_zone=NEW_YORK)))
    assert autumn[0].ends == at("2027-11-01 14:00")
    assert autumn[1].ends == at("2027-11-08 15:00")


@pytest.mark.parametrize("read", READERS)
def test_a_course_goes_on_over_the_end_of_a_year(read):
    visits = list(read(file(start_date="2026-12-28")))
    assert [each.starts for each in visits[:2]] == [at("2026-12-28 09:00"), at("2027-01-04 09:00")]
    assert [each.summary for each in visits[:2]] == ["Appointment 1 of 18", "Appointment 2 of 18"]


@pytest.mark.parametrize("read", READERS)
def test_two_clients_with_equal_inputs_keep_all_their_visits_in_one_calendar(read):
    held = into_one_calendar(read, file("iop"), file("iop", key=ANOTHER_CLIENT))
    assert len(held) == 24 + 24
    assert len({each.starts for each in held}) == 24


@pytest.mark.parametrize("read", READERS)
def test_the_same_scenario_made_again_updates_its_visits(read):
    again = file("iop", made=MADE + timedelta(days=3))
    held = into_one_calendar(read, file("iop"), again)
    assert held == list(read(again))
    assert held == into_one_calendar(read, again, file("iop"))
