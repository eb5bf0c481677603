"""Care of one day is on that day: nothing goes "from" a day "to" the same one."""

import re

import pytest
from centre_tables import PROGRAMS, loaded
from every_sentence import every_sentence
from scenarios import TODAY

from carechoice.catalog.in_use import using
from carechoice.catalog.load import shipped
from carechoice.comparison.compare import compare
from carechoice.comparison.words import answer
from carechoice.files.numbers.record_note import note
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import Scenario
from carechoice.topics.dashboard.time import time_chart
from carechoice.topics.sources import method
from carechoice.topics.week.course_chart import course_chart
from carechoice.web.checks.needs import unmet

# One Monday of four hours; beside it one Wednesday of three.
ONE_DAY = (
    PROGRAMS.splitlines()[0] + "\nTaster,North,in person,Mon,09:00,4,1,400,,yes,,\n"
    "Other taster,North,in person,Wed,09:00,3,1,400,,yes,,\n"
)
BESIDE = {"third_path": "program_other_taster"}
ONE_VISIT = {"therapy_sessions": "1", "start_date": "2026-11-30", "program": "taster"}
SAME_DAY = re.compile(r"([A-Z][a-z]+ \d+, \d{4}),? (?:to|until) \1")


@pytest.fixture(autouse=True)
def _centre(tmp_path):
    own = loaded(tmp_path / "own", programs=ONE_DAY)
    assert unmet(own, shipped()) == []
    with using(own):
        yield


def one_visit_each(**query):
    read = Scenario.from_query({**ONE_VISIT, **query}, today=TODAY)
    assert not read.problems
    return compare(read.scenario)


def test_the_calendar_of_a_single_visit_names_its_day_once():
    assert course_chart(one_visit_each()).caption.startswith(
        "Therapy is 1 visit on November 30, 2026. The IOP is 1 visit on November 30, 2026."
    )


def test_the_time_chart_is_read_out_with_the_day_of_a_single_visit():
    assert time_chart(one_visit_each()).alt == (
        "Chart of hours a week from November 30, 2026 on. "
        "Therapy: 1 hour on November 30, 2026. IOP: 4 hours on November 30, 2026."
    )


def test_the_method_names_the_day_of_a_single_visit_once():
    told = " ".join(method.steps(one_visit_each()))
    assert "**Therapy, the visits.** 1 session of 60 minutes, on November 30, 2026." in told
    assert "Over 1 week that is 1 day, on November 30, 2026." in told


def test_the_note_for_a_record_names_the_day_of_a_single_visit_once():
    result = one_visit_each()
    told = note(result, freeze(result.scenario, TODAY))
    assert told.count(", on November 30, 2026. Patient pays") == 2


def test_a_program_of_one_day_beside_another_is_on_that_day():
    assert answer(one_visit_each(**BESIDE))["program_other_taster"].startswith(
        "**Other taster**, below the hours of an IOP, takes **3 hours** on December 2, 2026 "
        "and costs you"
    )


def test_the_answer_for_a_single_visit_is_its_hours_on_its_day():
    """Nothing of one day is so many hours a week until that day."""
    told = answer(one_visit_each())
    assert told["therapy"].startswith("**Therapy** takes **1 hour** on November 30, 2026 and costs")
    assert "takes **4 hours** on November 30, 2026 and costs you" in told["iop"]


def test_a_single_session_after_a_single_day_is_told_in_the_same_way():
    way = {"third_path": "step_down", "step_down_sessions": "1"}
    assert (
        "takes **4 hours** on November 30, 2026, then **1 hour** on December 7, 2026, and costs you"
        in answer(one_visit_each(**way))["step_down"]
    )


@pytest.mark.parametrize("beside", [{}, BESIDE])
@pytest.mark.parametrize("paid", [{}, {"network": "self_pay"}])
def test_nothing_is_said_to_go_from_a_day_to_the_same_day(beside, paid):
    told = every_sentence(one_visit_each(**beside, **paid))
    assert bool(told["estimates"]) is bool(paid)
    assert [each for place in told.values() for each in place if SAME_DAY.search(each)] == []
