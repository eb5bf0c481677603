"""The input: defaults, links, JSON, example plans, and what follows a change."""

import json
from datetime import date

import pytest
from scenarios import TODAY, scenario

from carechoice.catalog.in_use import catalog
from carechoice.inputs.changes import after_change
from carechoice.inputs.handed_on.link import open_file
from carechoice.inputs.scenario import FIELDS, Scenario


def read(**query):
    return Scenario.from_query(query, today=TODAY)


def changed(start, field, **values):
    return after_change({**start.to_values(), **values}, field)


def test_the_default_course_starts_on_the_next_monday():
    assert Scenario.default(TODAY).start_date == date(2026, 11, 30)
    assert Scenario.default(date(2026, 11, 29)).start_date == date(2026, 11, 30)


def test_a_scenario_cannot_be_written_into():
    with pytest.raises(AttributeError):
        scenario().iop.weeks = 9


def test_a_link_with_every_field_restores_the_scenario():
    given = scenario(plan="medicare", iop_weeks=6, therapy_sessions=9)
    assert read(**given.to_query()).scenario == given


def test_json_holds_every_field_under_its_own_name():
    assert set(json.loads(scenario().to_json())) == set(FIELDS)


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("iop_weeks", "99", "between 1 and 26"),
        ("iop_weeks", "0", "between 1 and 26"),
        ("iop_weeks", "2.5", "in steps of 1"),
        ("iop_weeks", "many", "not a number"),
        ("iop_weeks", "", "not a number"),
        ("therapy_price_usd", "nan", "not a number"),
        ("therapy_price_usd", "inf", "not a number"),
        # 38 to 52 minutes are billed by the code for 45, from 53 on by the one for 60.
        ("therapy_session_minutes", "50", "it is billed as one of 45 minutes, so give 45"),
        ("therapy_session_minutes", "53", "it is billed as one of 60 minutes, so give 60"),
        ("therapy_session_minutes", "75", "it is billed as one of 60 minutes, so give 60"),
        ("therapy_session_minutes", "37", "it is billed as one of 30 minutes, so give 30"),
        ("therapy_session_minutes", "90", "between 30 and 60"),
        ("therapy_session_minutes", "45.0", "write it as 45"),
        ("therapy_session_minutes", "15", "between 30 and 60"),
        ("therapy_session_minutes", "-45", "between 30 and 60"),
        ("start_date", "2027-02-30", "not a date"),
        ("start_date", "1999-01-01", "between 2026-01-01"),
        ("plan", "gold", "one of employer"),
        ("network", "aut", "one of in, oon, self_pay"),
        ("iop_deductible_applies", "maybe", "true or false"),
        ("plan_year_start", "02-29", "a day of every year, written month-day as in 09-20"),
        ("plan_year_start", "9-20", "written month-day"),
        ("plan_year_start", "2026-09-20", "written month-day"),
        ("plan_year_start", "", "written month-day"),
        ("iop_week", "8", "no such input"),
    ],
)
def test_an_unusable_value_is_named_with_its_reason_and_the_default_stands(field, text, reason):
    reading = read(**{field: text})
    assert [problem.field for problem in reading.problems] == [field]
    assert reason in reading.problems[0].reason
    assert reading.scenario == Scenario.default(TODAY)


def test_an_unusable_value_does_not_spoil_the_others():
    reading = read(iop_weeks="99", therapy_sessions="12")
    assert reading.scenario.therapy.sessions == 12


def test_cents_are_kept():
    assert scenario(therapy_price_usd="127.44").therapy.price_usd == 127.44


def test_an_example_plan_in_a_link_brings_its_terms_and_prices():
    medicare = read(plan="medicare").scenario
    assert medicare.plan.deductible_usd == 283
    assert medicare.plan.therapy.copay_usd == 0
    assert not medicare.plan.oop_max_applies
    assert (medicare.therapy.price_usd, medicare.iop.price_per_day_usd) == (167, 319.38)


def test_a_given_term_makes_an_example_plan_the_persons_own():
    own = read(plan="medicare", deductible_usd="300").scenario
    assert (own.plan.key, own.plan.deductible_usd) == ("own", 300)
    assert own.plan.therapy.copay_usd == 0


def test_what_was_met_is_the_persons_and_leaves_the_plan_as_it_is():
    assert read(deductible_met_usd="500", oop_met_usd="500").scenario.plan.key == "employer"


def test_the_price_follows_the_session_length():
    assert read(therapy_session_minutes="45").scenario.therapy.price_usd == 98.81


def test_paying_without_insurance_brings_the_self_pay_prices():
    reading = read(network="self_pay")
    assert reading.scenario.therapy.price_usd == 150
    assert reading.scenario.plan.key == "own"


def test_choosing_a_plan_fills_its_terms():
    values = changed(scenario(), "plan", plan="high_deductible")
    assert values["deductible_usd"] == 1750
    assert values["therapy_deductible_applies"] is True


def test_choosing_a_plan_back_restores_the_first_terms():
    there = changed(scenario(), "plan", plan="none")
    back = after_change({**there, "plan": "employer"}, "plan")
    # That it was picked is all that is left.
    assert back == {**scenario().to_values(), "said": ("start_date", "plan")}


def test_changing_a_term_makes_the_plan_the_persons_own():
    assert changed(scenario(), "deductible_usd", deductible_usd=500.0)["plan"] == "own"


def test_changing_hours_leaves_the_plan_as_it_is():
    assert changed(scenario(), "iop_weeks", iop_weeks=4)["plan"] == "employer"


def test_a_shorter_session_moves_a_listed_price():
    values = changed(scenario(), "therapy_session_minutes", therapy_session_minutes=30)
    assert values["therapy_price_usd"] == 68.98


def test_a_shorter_session_stays_on_medicares_list_when_a_term_was_changed():
    own = scenario(plan="medicare", deductible_usd=300)
    values = changed(own, "therapy_session_minutes", therapy_session_minutes=45)
    assert values["therapy_price_usd"] == 113.90


def test_going_back_into_the_network_leaves_the_self_pay_list():
    without = scenario(plan="none")
    values = changed(without, "network", network="in")
    assert values["therapy_price_usd"] == 130.23


def test_a_field_given_twice_is_not_used():
    pairs = [("iop_weeks", "4"), ("iop_weeks", "5"), ("therapy_sessions", "9")]
    reading = Scenario.from_pairs(pairs, today=TODAY)
    assert [problem.field for problem in reading.problems] == ["iop_weeks"]
    assert (reading.scenario.iop.weeks, reading.scenario.therapy.sessions) == (8, 9)


def test_the_next_monday_never_lies_past_the_last_day():
    assert Scenario.default(date(2031, 12, 30)).start_date == date(2031, 12, 31)


@pytest.mark.parametrize(
    "text", ['{"iop_weeks": NaN}', '{"iop_weeks": 1e999}', '{"iop_weeks": []}']
)
def test_json_values_that_are_no_numbers_are_named(text):
    opened = open_file(text.encode(), today=TODAY)
    assert [problem.field for problem in opened.problems] == ["iop_weeks"]


def test_hours_a_week_that_nobody_gave_follow_the_length_of_a_session_there_and_back():
    values = scenario().to_values()
    for minutes, hours in ((45, 0.75), (30, 0.5), (60, 1)):
        values = after_change(
            {**values, "therapy_session_minutes": minutes}, "therapy_session_minutes"
        )
        assert values["therapy_hours_per_week"] == hours
        assert "therapy_hours_per_week" not in values["said"]


def test_hours_a_week_that_a_person_gave_stay_with_a_shorter_session():
    values = scenario(therapy_hours_per_week=2).to_values()
    shorter = after_change({**values, "therapy_session_minutes": 45}, "therapy_session_minutes")
    assert shorter["therapy_hours_per_week"] == 2
    assert "therapy_hours_per_week" in shorter["said"]


def test_a_shorter_session_leaves_a_typed_price():
    typed = changed(scenario(), "therapy_price_usd", therapy_price_usd=111.0)
    values = after_change({**typed, "therapy_session_minutes": 30}, "therapy_session_minutes")
    assert values["therapy_price_usd"] == 111.0


def test_values_from_widgets_are_checked_again():
    held = scenario().to_values() | {"iop_weeks": 99}
    assert Scenario.from_values(held, today=TODAY).iop.weeks == 8


@pytest.mark.parametrize("plan", list(catalog().plans))
def test_every_example_plan_survives_the_short_address(plan):
    """The address leaves out values that equal the default; the rest must still restore it."""
    chosen = read(plan=plan).scenario
    assert read(**chosen.to_short_query()).scenario == chosen
