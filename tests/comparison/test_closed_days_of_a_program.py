"""A program of a centre that is closed on days of its own, by hand with the calendar.

The night track is on Mondays, Wednesdays and Thursdays. From Monday, December 7, 2026 on its eight
weeks of three days reach to Thursday, January 28; December 24, 28, 30 and 31 are closed.
"""

from datetime import date

import centre_tables
import pytest
from centre_tables import loaded
from costs_at_once import costs_usd

from carechoice.catalog.in_use import catalog, using
from carechoice.comparison.compare import compare
from carechoice.comparison.draws.simulation import Draws, simulated_usd
from carechoice.comparison.plan.centre import program_line
from carechoice.comparison.visits.course import days_closed, visits
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import is_disabled, is_in_use
from carechoice.topics.bill.break_even_range import sessions_in_draws
from carechoice.topics.sources import method
from carechoice.topics.week import words as week_words
from carechoice.topics.week.course_chart import course_chart

TODAY = date(2026, 11, 23)
NIGHT = (
    'Night track,South,in person,"Mon, Wed, Thu",18:00,3,8,350,,no,'
    '"2026-12-24, 2026-12-28 to 2027-01-01",,\n'
)
CLOSED = [date(2026, 12, each) for each in (24, 28, 30, 31)]
AFTER = [date(2027, 2, each) for each in (1, 3, 4, 8)]


@pytest.fixture(autouse=True)
def _centre(tmp_path):
    with using(centre_with(NIGHT, tmp_path / "own")):
        yield


def centre_with(program, folder):
    """The catalog of a centre with this program beside its others."""
    return loaded(folder, programs=centre_tables.PROGRAMS + program)


def scenario(**query):
    asked = {"program": "night_track", "start_date": "2026-12-07", "network": "self_pay", **query}
    read = Scenario.from_query(asked, today=TODAY)
    assert not read.problems
    return read.scenario


def dates(pathway, **query):
    return [visit.date for visit in visits(scenario(**query), pathway)]


def test_a_span_of_days_is_each_day_from_the_first_to_the_last():
    program = catalog().own.programs["night_track"]
    assert program.closed_days == (
        date(2026, 12, 24),
        *(date(2026, 12, each) for each in (28, 29, 30, 31)),
        date(2027, 1, 1),
    )


def test_days_that_are_closed_come_at_the_end():
    found = dates("iop")
    assert not {*CLOSED} & {*found}
    assert (len(found), found[-4:]) == (24, AFTER)
    assert days_closed(scenario(), "iop") == [("iop", day) for day in CLOSED]


def test_days_that_are_left_out_are_not_billed():
    """20 days at $350 are $7,000."""
    option = compare(scenario(iop_when_closed="left_out")).options["iop"]
    assert (option.visits, option.last_day) == (20, date(2027, 1, 28))
    assert option.patient_total_usd == 7000


def test_holidays_are_closed_beside_them():
    """January 18 is Martin Luther King Jr. Day; the holidays of December are no days of it."""
    found = dates("iop", closed_on_holidays="yes")
    assert date(2027, 1, 18) not in found
    assert found[-5:] == [*AFTER, date(2027, 2, 10)]


def test_a_first_day_that_is_closed_is_the_next_open_day():
    """From Monday, December 28 on the first open day is January 4."""
    assert dates("iop", start_date="2026-12-28", iop_weeks="1")[0] == date(2027, 1, 4)
    left_out = {"iop_when_closed": "left_out"}
    assert dates("iop", start_date="2026-12-28", iop_weeks="1", **left_out) == [date(2027, 1, 4)]


def test_therapy_goes_on_meanwhile():
    assert date(2026, 12, 28) in dates("therapy")
    assert days_closed(scenario(), "therapy") == []


@pytest.mark.parametrize("third", ["step_down", "step_up"])
@pytest.mark.parametrize("when", ["at_end", "left_out"])
def test_the_simulation_and_the_bill_of_many_count_the_same_days(third, when):
    result = compare(scenario(third_path=third, iop_when_closed=when))
    for pathway, option in result.options.items():
        costs = simulated_usd(pathway, Draws(result.scenario, {}, 2))
        assert costs.tolist() == [option.patient_usd.likely] * 2
    (iop_usd,) = costs_usd([result.scenario], "iop")
    assert iop_usd == result.options["iop"].patient_usd.likely


def test_another_program_is_not_billed_for_the_days_of_this_one(tmp_path):
    """The evening program has the same hours and days and closes on none of them: 24 x $350."""
    own = {"closed_on_holidays": "no", "iop_when_closed": "left_out", "start_date": "2027-02-01"}
    closed_in_march = NIGHT.replace("2026-12-28 to 2027-01-01", "2027-03-01 to 2027-03-05")
    with using(centre_with(closed_in_march, tmp_path / "march")):
        for program, days in (("night_track", 21), ("evening_program", 24)):
            asked = scenario(program=program, **own)
            assert compare(asked).options["iop"].patient_total_usd == days * 350
            assert costs_usd([asked], "iop") == [days * 350]
            assert simulated_usd("iop", Draws(asked, {}, 1)).tolist() == [days * 350]


def test_how_many_sessions_cost_as_much_is_of_the_days_that_are_left():
    """At $180 a session 20 days for $7,000 are 39 sessions, and all 24 for $8,400 are 47."""
    found = {
        when: sessions_in_draws(Draws(scenario(iop_when_closed=when), {}, 1)).tolist()
        for when in ("left_out", "at_end")
    }
    assert found == {"left_out": [39], "at_end": [47]}


def test_beside_another_program_it_closes_on_its_own_days():
    beside = {"program": "day_program", "third_path": "program_night_track"}
    options = compare(scenario(**beside, closed_on_holidays="no")).options
    assert options["program_night_track"].last_day == AFTER[-1]
    assert days_closed(scenario(**beside, closed_on_holidays="no"), "iop") == []


def test_what_becomes_of_closed_days_can_be_chosen_where_a_program_has_any():
    row = catalog().parameters["iop_when_closed"]
    assert is_in_use("iop_when_closed", scenario())
    assert is_disabled(row, scenario(program="evening_program").value)
    beside = scenario(program="evening_program", third_path="program_night_track")
    assert not is_disabled(row, beside.value)
    assert is_disabled(catalog().parameters["therapy_when_closed"], scenario().value)


def test_closed_days_are_told_where_the_program_is():
    assert program_line(scenario(), TODAY).endswith(
        "Closed on December 24, 2026 and from December 28, 2026 to January 1, 2027."
    )


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 12, 30), "Closed from December 30, 2026 to January 1, 2027."),
        (date(2027, 1, 1), "Closed on January 1, 2027."),
        (date(2027, 1, 2), "In person: South."),
    ],
)
def test_those_that_have_passed_are_told_no_more(today, told):
    assert program_line(scenario(), today).endswith(told)


def test_the_course_names_them_and_marks_each():
    chart = course_chart(compare(scenario(iop_weeks="4")))
    assert (
        "In the IOP 4 planned days are closed: December 24, 2026, December 28, 2026, "
        "December 30, 2026 and December 31, 2026. A program day on a closed day comes at the end."
    ) in chart.caption
    (crosses,) = (
        mark for mark in chart.figure["data"] if mark.get("name") == "Closed day of a program"
    )
    assert len(crosses["x"]) == 4


def test_one_that_is_a_holiday_has_its_name(tmp_path):
    on_fridays = NIGHT.replace("Mon, Wed, Thu", "Mon, Wed, Fri")
    with using(centre_with(on_fridays, tmp_path / "fridays")):
        chart = course_chart(compare(scenario(iop_weeks="4")))
    assert (
        "In the IOP 3 planned days are closed: December 28, 2026, December 30, 2026 and "
        "January 1, 2027 (New Year’s Day)."
    ) in chart.caption


def test_the_week_and_the_method_say_what_becomes_of_them():
    said = "A program day on a closed day comes at the end."
    assert f"**Closed days of the center:** {said}" in week_words.set_up(scenario())
    on_holidays_too = week_words.set_up(scenario(closed_on_holidays="yes"))
    assert (
        "**Closed on public holidays, and the program on closed days of the center as well:** "
        f"A session on a closed day moves to the next open day. {said}"
    ) in on_holidays_too
    days = method.steps(compare(scenario()))[3]
    assert days.endswith(f"4 planned days are closed. {said}")


def closed(span, folder):
    """The catalog with the night track closed on these days alone."""
    return using(centre_with(NIGHT.replace("2026-12-24, 2026-12-28 to 2027-01-01", span), folder))


def test_a_closed_day_is_no_visit_since_one_that_is_put_off_can_meet_many(tmp_path):
    """Three visits, and twelve Mondays, Wednesdays and Thursdays in four closed weeks."""
    with closed("2026-12-07 to 2027-01-01", tmp_path / "weeks"):
        caption = course_chart(compare(scenario(iop_weeks="1"))).caption
    assert "The IOP is 3 visits from January 4, 2027 to January 7, 2027." in caption
    assert "In the IOP 12 planned days are closed:" in caption


def test_closed_days_after_the_last_visit_are_listed_since_the_chart_has_them_no_more(tmp_path):
    with closed("2027-01-18 to 2027-01-31", tmp_path / "end"):
        chart = course_chart(compare(scenario(iop_when_closed="left_out", therapy_sessions="6")))
    assert (
        "In the IOP 6 planned days are closed: on January 18, 2027, from January 20, 2027 to "
        "January 21, 2027, on January 25, 2027 and from January 27, 2027 to January 28, 2027."
    ) in chart.caption
