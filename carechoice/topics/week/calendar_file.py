"""An option's visits as a calendar file (.ics, RFC 5545).

The file tells when the visits are and not what they are: others may see the calendar it goes into.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.weeks.planned_week import Appointment, appointments_of
from carechoice.inputs import clock
from carechoice.inputs.scenario import FLOATING, Scenario
from carechoice.language.formats import language_tag
from carechoice.language.sentences import say
from carechoice.topics.week.calendar_zone import calendar_zone

UUID_BYTES = 16
# Calendars hold a sequence in 31 bits, which leaves room for 68 years of seconds.
SEQUENCE_START = datetime(2026, 1, 1, tzinfo=UTC)


def made_now(comparison: Comparison, pathway: Pathway, *, key: bytes) -> bytes:
    """The calendar file, made at this moment; ``key`` as in ``calendar_file``."""
    return calendar_file(comparison, pathway, made=clock.now(), key=key)


def calendar_file_name(comparison: Comparison, pathway: Pathway) -> str:
    """The file's name: one for each option, which tells no more than the events in it.

    Nobody who sees the file should learn which option it is, so its name has the number of visits.
    """
    visits = appointments_of(comparison, pathway)
    return f"{len(visits)}-appointments-until-{visits[-1].start.date().isoformat()}.ics"


def calendar_file(comparison: Comparison, pathway: Pathway, *, made: datetime, key: bytes) -> bytes:
    """Every visit as an event, in local time or in the time zone of the scenario.

    ``made`` is the moment the file is made, in UTC. ``key``: random bytes that belong to one
    client's visit to these pages. The same scenario made again with them has the same identifiers
    and a higher sequence, which a calendar takes for a change; another scenario or another key
    has others. So two clients with equal inputs never replace each other's appointments, and
    nobody can find the inputs by trying which ones give these identifiers.
    """
    scenario = comparison.scenario
    visits = appointments_of(comparison, pathway)
    identity = _identity(scenario, pathway, key)
    calendar = Calendar()
    calendar.add("prodid", f"-//{say('ics.name')}//{language_tag()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if scenario.week.time_zone != FLOATING:
        calendar.add_component(calendar_zone(scenario.week.time_zone, visits[0].start.date()))
    for event in _events(scenario, visits, identity, made):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _identity(scenario: Scenario, pathway: Pathway, key: bytes) -> bytes:
    """What stands for this option of this scenario, whatever way the pages are shown."""
    rows = catalog().parameters
    inputs = [
        f"{field}={text}" for field, text in scenario.to_query().items() if not rows[field].is_look
    ]
    return blake2b("\n".join([pathway, *inputs]).encode(), key=key).digest()


def _events(
    scenario: Scenario, visits: Sequence[Appointment], identity: bytes, made: datetime
) -> list[Event]:
    zone = None if scenario.week.time_zone == FLOATING else ZoneInfo(scenario.week.time_zone)
    sequence = int((made - SEQUENCE_START).total_seconds())
    events = []
    for number, visit in enumerate(visits, start=1):
        event = Event()
        event.add("uid", _identifier(identity, number))
        event.add("sequence", sequence)
        event.add("dtstamp", made)
        event.add("dtstart", visit.start.replace(tzinfo=zone))
        event.add("dtend", visit.end.replace(tzinfo=zone))
        event.add("summary", say("ics.event", n=number, visits=len(visits)))
        event.add("description", say("ics.note"))
        event.add("status", "TENTATIVE")
        event.add("class", "PRIVATE")
        events.append(event)
    return events


def _identifier(identity: bytes, number: int) -> str:
    digest = blake2b(str(number).encode(), key=identity, digest_size=UUID_BYTES).digest()
    return str(UUID(bytes=digest, version=4))
