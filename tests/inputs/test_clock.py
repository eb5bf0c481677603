"""The day that every part of the product asks for in one place."""

from datetime import UTC, date, datetime, timedelta

import pytest
from scenarios import TODAY

from carechoice.inputs import clock
from carechoice.inputs.scenario import Scenario


def test_the_tests_and_the_servers_they_start_live_on_one_day():
    assert clock.today() == TODAY


def test_a_day_can_be_pinned(monkeypatch):
    monkeypatch.setenv("CARECHOICE_TODAY", "2027-01-05")
    assert clock.today() == date(2027, 1, 5)


def test_a_moment_is_on_the_pinned_day_at_the_machines_time(monkeypatch):
    monkeypatch.setattr(clock, "_now", lambda: SUNDAY_EVENING)
    monkeypatch.setenv("CARECHOICE_TODAY", "2027-01-05")
    assert clock.now() == datetime(2027, 1, 5, 2, 0, tzinfo=UTC)
    monkeypatch.delenv("CARECHOICE_TODAY")
    assert clock.now() == SUNDAY_EVENING


@pytest.mark.parametrize("unset", [None, ""])
def test_without_a_pinned_day_it_is_the_servers(monkeypatch, unset):
    monkeypatch.delenv("CARECHOICE_TODAY")
    if unset is not None:
        monkeypatch.setenv("CARECHOICE_TODAY", unset)
    # A server's zone lies within a day of UTC, so this holds at any hour and on any machine.
    assert abs(clock.today() - datetime.now(UTC).date()) <= timedelta(days=1)


@pytest.mark.parametrize(
    "pinned", ["tomorrow", "2027-13-01", "01/05/2027", " ", "20270105", "2027-W01-2", "2027-1-5"]
)
def test_what_is_no_day_is_refused_with_what_to_write(monkeypatch, pinned):
    monkeypatch.setenv("CARECHOICE_TODAY", pinned)
    with pytest.raises(clock.BadDayError, match="CARECHOICE_TODAY must be a day as YYYY-MM-DD"):
        clock.today()


# Sunday evening in Boston, when it is Monday already in London.
SUNDAY_EVENING = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)


@pytest.fixture
def sunday_evening(monkeypatch):
    monkeypatch.delenv(clock.VARIABLE)
    monkeypatch.setattr(clock, "_now", lambda: SUNDAY_EVENING)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/New_York", date(2026, 11, 29)),
        ("America/Los_Angeles", date(2026, 11, 29)),
        ("Europe/London", date(2026, 11, 30)),
        ("Pacific/Kiritimati", date(2026, 11, 30)),
    ],
)
def test_today_is_the_day_where_the_person_is(sunday_evening, zone, day):
    assert clock.today(zone) == day


@pytest.mark.parametrize(
    "zone", ["", "Nowhere/Town", "../etc/passwd", "/etc", "America", "\0", "x" * 5000]
)
def test_a_zone_that_there_is_not_is_the_servers(sunday_evening, zone):
    assert clock.today(zone) == SUNDAY_EVENING.astimezone().date()


def test_sunday_evening_in_boston_starts_tomorrow_and_not_in_a_week(sunday_evening):
    first_day = {
        zone: Scenario.default(clock.today(zone)).start_date
        for zone in ("America/New_York", "Europe/London")
    }
    assert first_day["America/New_York"] == date(2026, 11, 30)
    assert first_day["Europe/London"] == date(2026, 12, 7)


def test_a_pinned_day_is_the_day_in_every_zone():
    assert clock.today("Pacific/Kiritimati") == clock.today("Pacific/Niue") == TODAY


def test_no_time_passes_on_a_pinned_day_and_it_does_on_any_other(monkeypatch):
    monkeypatch.setattr(clock, "_seconds", lambda: 12.5)
    assert clock.moment() == 0
    monkeypatch.delenv(clock.VARIABLE)
    assert clock.moment() == 12.5
