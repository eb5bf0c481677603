"""The day that counts is the one where the person is, not where the server stands."""

from datetime import UTC, date, datetime

import pytest
import streamlit as st
from page_reader import opened

from carechoice.inputs import clock

# Sunday evening in Boston, when it is Monday already in London.
SUNDAY_EVENING = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)


@pytest.fixture
def person_in(monkeypatch):
    monkeypatch.delenv(clock.VARIABLE)
    monkeypatch.setattr(clock, "_now", lambda: SUNDAY_EVENING)
    return lambda zone: monkeypatch.setattr(
        type(st.context), "timezone", property(lambda _: zone), raising=True
    )


@pytest.mark.parametrize(
    ("zone", "first_day"),
    [
        ("America/New_York", date(2026, 11, 30)),
        ("America/Chicago", date(2026, 11, 30)),
        ("Europe/London", date(2026, 12, 7)),
        ("Asia/Tokyo", date(2026, 12, 7)),
    ],
)
def test_a_visit_starts_on_the_next_monday_where_the_person_is(person_in, zone, first_day):
    person_in(zone)
    assert opened().session_state["start_date"] == first_day


def test_what_is_handed_on_is_made_on_the_day_where_the_person_is(person_in):
    person_in("America/New_York")
    shown = opened("share.py")
    assert any("made=2026-11-29" in block.value for block in shown.text)
