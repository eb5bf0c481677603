"""The day that every part of the product asks for in one place."""

from datetime import UTC, date, datetime, timedelta

import pytest
from scenarios import TODAY

from carechoice.inputs import clock


def test_the_tests_and_the_servers_they_start_live_on_one_day():
    assert clock.today() == TODAY


def test_a_day_can_be_pinned(monkeypatch):
    monkeypatch.setenv("CARECHOICE_TODAY", "2027-01-05")
    assert clock.today() == date(2027, 1, 5)


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
