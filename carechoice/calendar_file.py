"""An option's visits as a calendar file (.ics, RFC 5545), with nothing about the person in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from carechoice.bill import entries_of
from carechoice.catalog import catalog
from carechoice.comparison import Comparison
from carechoice.rows import Pathway
from carechoice.scenario import FLOATING, Scenario
from carechoice.week import Appointment, appointments
from carechoice.words import say


def calendar_file(comparison: Comparison, pathway: Pathway, made: datetime) -> bytes:
    """Every visit as an event, in local time or in the time zone of the scenario.

    ``made`` is the moment the file is made, in UTC. The same visit has the same identifier in
    every file, so that a calendar takes a newer file for a change and not for more visits.
    """
    scenario = comparison.scenario
    visits = appointments(scenario, entries_of(comparison, pathway))
    calendar = Calendar()
    calendar.add("prodid", f"-//{say('app.name')}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in _events(scenario, pathway, visits, made):
        calendar.add_component(event)
    if scenario.time_zone != FLOATING:
        first, last = visits[0].start.date(), visits[-1].start.date()
        year = timedelta(days=366)
        calendar.add_missing_timezones(first_date=first - year, last_date=last + year)
    return bytes(calendar.to_ical())


def _events(
    scenario: Scenario, pathway: Pathway, visits: Sequence[Appointment], made: datetime
) -> list[Event]:
    zone = None if scenario.time_zone == FLOATING else ZoneInfo(scenario.time_zone)
    phones = {key: line.phone for key, line in catalog().crisis.items()}
    events = []
    for number, visit in enumerate(visits, start=1):
        event = Event()
        event.add("uid", f"{pathway}-{number}@{say('app.name').lower()}.invalid")
        event.add("dtstamp", made)
        event.add("dtstart", visit.start.replace(tzinfo=zone))
        event.add("dtend", visit.end.replace(tzinfo=zone))
        event.add("summary", say("ics.event", n=number, visits=len(visits)))
        event.add("description", say("ics.note", **phones))
        event.add("status", "TENTATIVE")
        event.add("class", "PRIVATE")
        events.append(event)
    return events
