"""A page that is open when a new day begins, and with it perhaps another default first day."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from carechoice.inputs import clock
from carechoice.inputs.scenario import Scenario
from carechoice.web.routes.api import ROUTES

CLIENT = TestClient(Starlette(routes=ROUTES))
SUNDAY = "2026-11-29"


def live_answer(address, on, monkeypatch):
    """What a slider of a page with this address is answered on a day."""
    monkeypatch.setenv(clock.VARIABLE, on)
    asked = {"page": "", "inputs": list(address.items()), "moves": [{"iop_weeks": "9"}]}
    return CLIENT.post("/api/ahead", json=asked).json()


@pytest.mark.parametrize("later", ["2026-11-30", "2026-12-07", "2027-01-01"])
def test_a_slider_is_answered_for_the_day_that_its_page_shows(monkeypatch, later):
    monkeypatch.setenv(clock.VARIABLE, SUNDAY)
    address = Scenario.default(clock.today()).to_short_query()
    then = Scenario.default(clock.today()).start_date
    before = live_answer(address, SUNDAY, monkeypatch)
    assert live_answer(address, later, monkeypatch) == before
    # The start of a visit that begins then is another, so the day does matter.
    assert Scenario.default(clock.today()).start_date != then


def compared(**query):
    return CLIENT.get("/api/compare", params=query)


@pytest.mark.parametrize(
    ("today", "first_day"),
    [("2026-11-29", "2026-11-30"), ("2026-11-30", "2026-12-07"), ("2027-01-01", "2027-01-04")],
)
def test_a_program_may_say_what_day_it_is_where_the_person_is(today, first_day):
    assert compared(today=today).json()["scenario"]["start_date"] == first_day


def refused(today):
    """The one error that a comparison on this day is refused with."""
    answer = compared(today=today)
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    return error


@pytest.mark.parametrize("today", ["9999-12-31", "2032-01-01", "2025-12-31", "0001-01-01"])
def test_a_day_after_which_no_care_begins_is_refused_with_the_days_there_are(today):
    reason = "it must lie between 2026-01-01 and 2031-12-31"
    assert refused(today) == {"field": "today", "given": today, "reason": reason}


def test_on_the_last_day_that_care_can_begin_it_begins_that_day():
    assert compared(today="2031-12-31").json()["scenario"]["start_date"] == "2031-12-31"


@pytest.mark.parametrize("today", ["tomorrow", "", "2026-13-01", "2026-W49-1", "20261130"])
def test_a_day_that_is_none_is_named(today):
    reason = "it is not a date written year-month-day"
    assert refused(today) == {"field": "today", "given": today, "reason": reason}


def test_a_day_that_is_given_twice_is_named():
    error = refused(["2026-11-29", "2026-11-30"])
    assert (error["field"], error["reason"]) == ("today", "it is given more than once")


def test_a_day_in_a_link_that_a_mail_has_spoiled_is_read_as_meant():
    answer = CLIENT.get("/api/compare?iop_weeks=6&amp;today=2026-11-29")
    assert answer.json()["scenario"]["start_date"] == "2026-11-30"
