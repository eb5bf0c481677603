"""A program of a centre whose days are shorter than most, by hand: Tuesdays and Thursdays, 2 hours.

From Monday, January 4, 2027 on its ten weeks have 20 days, which end on Thursday, March 11.
"""

from datetime import date

import pytest
from centre_tables import PROGRAMS, loaded
from costs_at_once import costs_usd
from scenarios import warnings

from carechoice.catalog.in_use import using
from carechoice.comparison.compare import compare
from carechoice.inputs.scenario import Scenario

TODAY = date(2026, 11, 23)
SHORT = 'Online track,South,online,"Tue, Thu",18:00,2,10,300,,no,,,\n'


@pytest.fixture(autouse=True)
def _centre(tmp_path):
    with using(loaded(tmp_path / "own", programs=PROGRAMS + SHORT)):
        yield


def picked(**inputs):
    asked = {"program": "online_track", "start_date": "2027-01-04", "plan": "none", **inputs}
    reading = Scenario.from_query(asked, today=TODAY)
    assert not reading.problems
    return reading.scenario


def test_a_program_with_short_days_is_on_the_days_that_it_states():
    """20 days at $300; once they were ten Tuesdays of four hours."""
    result = compare(picked())
    option = result.options["iop"]
    days = [entry.date for entry in result.ledger if entry.care == "iop"]
    assert {day.weekday() for day in days} == {1, 3}
    assert (option.visits, option.total_hours, option.last_day) == (20, 40, date(2027, 3, 11))
    assert option.patient_total_usd == 6000
    assert costs_usd([result.scenario], "iop") == [6000]


def test_how_short_days_are_billed_is_to_be_asked():
    assert warnings(compare(picked()), TODAY) == [
        "Most days last 3 hours to 4 hours. We count 2 days of 2 hours. Ask how they are billed."
    ]


def test_a_length_of_day_that_the_person_changed_is_counted_as_anybodys():
    """4 hours a week in days of 2 1/2 hours, which nobody bills: one day of four hours counts."""
    assert compare(picked(iop_hours_per_day="2.5")).options["iop"].visits == 10
