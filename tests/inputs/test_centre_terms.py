"""What a program or a payer of a centre fills in: its values, where they come from, what stays."""

from datetime import date
from functools import partial

import pytest
from centre_tables import PROGRAMS, loaded
from scenarios import TODAY

from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.load import shipped
from carechoice.comparison.compare import compare
from carechoice.comparison.doubts.doubts import doubts
from carechoice.comparison.plan.centre import program_line
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.files.numbers.record_note import counted_with, payer
from carechoice.inputs.centre_terms import program_starts_at
from carechoice.inputs.changes import after_change, replaced
from carechoice.inputs.evidence import inputs_named
from carechoice.inputs.handed_on.link import freeze, open_file, open_link
from carechoice.inputs.handed_on.opened import opened_address
from carechoice.inputs.handed_on.short_link import shortened
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing, unknown_terms, usual_range
from carechoice.inputs.what_counts import has_input


@pytest.fixture(scope="module")
def centre(tmp_path_factory):
    return loaded(tmp_path_factory.mktemp("centre") / "own")


@pytest.fixture(autouse=True)
def _at_the_centre(centre):
    with using(centre):
        yield


def picked(start=None, **choices):
    """The scenario after a person picked these, one after the other."""
    scenario = start or Scenario.default(TODAY)
    for field, value in choices.items():
        values = after_change({**scenario.to_values(), field: value}, field)
        scenario = Scenario.from_values(values, today=TODAY)
    return scenario


def patient_usd(scenario):
    options = compare(scenario).options
    return {care: options[care].patient_total_usd for care in ("therapy", "iop")}


def test_a_first_day_on_which_the_picked_program_does_not_start_is_said():
    def told(first_day):
        scenario = picked(program="evening_program", start_date=date.fromisoformat(first_day))
        return [each.sentence for each in doubts(compare(scenario), TODAY)]

    assert told("2027-02-01") == []
    assert told("2027-01-11") == [
        "Evening program starts on January 4, 2027 and February 1, 2027. "
        "Dates and bills here still begin on your first day."
    ]


def test_a_program_of_three_evenings_of_three_hours_fills_in_nine_hours_on_its_days():
    scenario = picked(program="evening_program")
    told = {
        "iop_hours_per_week": 9,
        "iop_hours_per_day": 3,
        "iop_weeks": 8,
        "iop_weekdays": "mon_wed_thu",
        "iop_time_of_day": "evening",
        "closed_on_holidays": False,
    }
    assert {field: scenario.value(field) for field in told} == told
    assert {standing(field, scenario) for field in told} == {"centre"}
    assert compare(scenario).options["iop"].visits == 24


def test_a_program_with_start_dates_has_the_next_of_them_unless_a_day_was_given():
    assert picked(program="evening_program").start_date == date(2027, 1, 4)
    later = picked(start_date=date(2027, 1, 11))
    assert picked(later, program="evening_program").start_date == date(2027, 1, 11)
    after_all = Scenario.default(TODAY).but(start_date=date(2027, 3, 1))
    assert picked(after_all, program="evening_program").start_date == date(2027, 3, 1)


def test_a_program_that_is_unpicked_takes_its_first_day_along_and_another_is_looked_for_anew():
    monday = date(2026, 11, 30)
    picks = [("no_program", monday), ("day_program", monday), ("evening_program", date(2027, 1, 4))]
    in_february = Scenario.default(TODAY).but(start_date=date(2027, 2, 1)).to_values()
    for held in (picked(program="evening_program").to_values(), {**in_february, "said": ()}):
        for program, first_day in picks:
            after = after_change({**held, "program": program}, "program", earliest=monday)
            assert after["start_date"] == first_day
    of_ones_own = picked(start=picked(start_date=date(2027, 1, 11)), program="evening_program")
    values = {**of_ones_own.to_values(), "program": "no_program"}
    kept = after_change(values, "program", earliest=monday)
    assert kept["start_date"] == date(2027, 1, 11)


def test_a_link_to_a_program_alone_has_its_next_start_date():
    read = partial(Scenario.from_query, today=TODAY)
    assert read({"program": "evening_program"}).scenario.start_date == date(2027, 1, 4)
    assert read({"program": "day_program"}).scenario.start_date == date(2026, 11, 30)
    asked = {"program": "evening_program", "start_date": "2026-12-07"}
    assert read(asked).scenario.start_date == date(2026, 12, 7)


def test_a_program_is_told_in_a_line_as_the_centre_states_it():
    assert program_line(picked(program="evening_program"), TODAY) == (
        "Monday, Wednesday and Thursday, 5:30 pm to 8:30 pm. Online: South. "
        "Starts on January 4, 2027 and February 1, 2027."
    )
    assert program_line(picked(program="day_program"), TODAY) == (
        "Monday to Thursday, 9 am to 1 pm. In person: North. In English and Spanish."
    )
    assert program_line(Scenario.default(TODAY), TODAY) == ""


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2027, 1, 4), "Starts on January 4, 2027 and February 1, 2027."),
        (date(2027, 1, 5), "Starts on February 1, 2027."),
        (date(2027, 2, 2), "Ask for its next start."),
    ],
)
def test_a_start_date_that_has_passed_is_told_to_nobody(today, said):
    line = program_line(picked(program="evening_program"), today)
    assert line.removeprefix("Monday, Wednesday and Thursday, 5:30 pm to 8:30 pm. ") == (
        f"Online: South. {said}"
    )


def test_the_week_has_the_programs_own_hour_and_another_where_a_person_wants_another():
    starts = [
        program_starts_at("evening_program", time_of_day=time) for time in ("evening", "morning")
    ]
    assert starts == [17 * 60 + 30, None]


def test_the_price_of_a_program_day_is_that_of_who_pays_without_a_plan():
    with_a_plan = picked(program="evening_program")
    assert with_a_plan.iop.price_per_day_usd == 255
    scenario = picked(program="evening_program", plan="none")
    # 24 days at $350, and 18 sessions of 60 minutes at $180.
    assert patient_usd(scenario) == {"therapy": 3240, "iop": 8400}
    assert standing("iop_price_per_day_usd", scenario) == "centre"
    assert standing("therapy_price_usd", scenario) == "centre"


def test_a_shorter_session_has_the_price_of_its_length():
    scenario = picked(plan="none", therapy_session_minutes=45)
    assert scenario.therapy.price_usd == 140
    # The centre states none of 30 minutes: ours stands there, as our start.
    shorter = picked(scenario, therapy_session_minutes=30)
    assert (shorter.therapy.price_usd, standing("therapy_price_usd", shorter)) == (75, "start")


def test_a_plan_of_a_payer_fills_in_rates_and_terms():
    scenario = picked(program="evening_program", payer="first_payer_silver")
    assert (scenario.therapy.price_usd, scenario.iop.price_per_day_usd) == (131.5, 310)
    assert scenario.plan.network == "in"
    # Therapy: 18 copayments of $30. Program: 24 days at $310 are $7,440; $1,500 of deductible and
    # 30 percent of the other $5,940.
    assert patient_usd(scenario) == {"therapy": 540, "iop": 3282}


def test_what_the_centre_states_is_known_and_has_no_range():
    scenario = picked(payer="first_payer_silver")
    assert usual_range("therapy_price_usd", scenario) is None
    assert "deductible_usd" not in unknown_terms(scenario)
    assert "deductible_usd" in unknown_terms(Scenario.default(TODAY))
    (line,) = inputs_named(["therapy_price_usd"], scenario)
    assert str(line) == "**Price of one session: $131.50.** Stated by the center."


def test_a_payer_can_have_therapy_in_its_network_and_the_program_out_of_it():
    scenario = picked(program="evening_program", payer="second_payer")
    assert (scenario.plan.network, scenario.plan.iop.network) == ("in", "oon")
    assert (scenario.therapy.price_usd, scenario.iop.price_per_day_usd) == (125, 240)
    assert scenario.iop.charge_per_day_usd == 350


def test_a_rate_holds_only_in_the_network_that_was_agreed_on():
    scenario = picked(payer="first_payer", network="oon")
    assert scenario.therapy.price_usd == 130.23
    assert standing("therapy_price_usd", scenario) == "start"


def test_what_rests_on_the_centre_says_so():
    silver = picked(payer="first_payer_silver")
    assert main_assumption(silver) == (
        "Main assumption: your plan works as this center states it for “First payer: Silver”. We "
        "count $0 paid so far."
    )
    assert main_assumption(picked(silver, deductible_usd=900)) == (
        "Main assumption: beside your numbers, your plan works as this center states it for “First "
        "payer: Silver”. We count $0 paid so far."
    )
    # Of this payer the centre states amounts of visits, and no terms of a plan.
    assert main_assumption(picked(payer="first_payer")).startswith("Plan unknown.")


def test_the_note_for_the_record_names_the_payer():
    scenario = picked(payer="first_payer_silver")
    assert payer(scenario) == ("Payer: First payer: Silver, with the numbers below. In network.")
    (stated,) = (line for line in counted_with(scenario) if line.startswith("As the center"))
    assert stated.startswith(
        "As the center states it, not confirmed: Price of one session: $131.50"
    )


def test_a_typed_number_keeps_the_program_and_the_payer():
    scenario = picked(program="day_program", payer="first_payer_silver", deductible_usd=900)
    assert scenario.plan.key == "own"
    assert (scenario.centre.program, scenario.centre.payer) == (
        "day_program",
        "first_payer_silver",
    )
    assert standing("deductible_usd", scenario) == "yours"
    assert standing("oop_max_usd", scenario) == "centre"
    assert scenario.plan.oop_max_usd == 5000


def test_a_pick_takes_the_place_of_what_was_typed_and_says_of_what():
    typed = picked(iop_weeks=4, deductible_usd=900)
    values = {**typed.to_values(), "program": "day_program"}
    after = after_change(values, "program")
    assert (after["iop_weeks"], after["deductible_usd"]) == (6, 900)
    assert replaced(values, after) == ("iop_weeks",)


@pytest.mark.parametrize(
    ("payer", "paid_usd"), [("first_payer_silver", 0), ("second_payer", 400), ("no_payer", 400)]
)
def test_what_was_paid_is_paid_to_no_other_payers_plan(payer, paid_usd):
    """The first payer's plan has a deductible of $1,500 for the $1,000; the second states none."""
    own = picked(deductible_usd=1000, deductible_met_usd=400).to_values()
    assert after_change({**own, "payer": payer}, "payer")["deductible_met_usd"] == paid_usd


def test_another_program_leaves_nothing_of_the_one_before():
    scenario = picked(program="day_program")
    assert scenario.week.closed_on_holidays is True
    assert picked(scenario, program="evening_program") == picked(program="evening_program")


def test_nothing_picked_is_as_it_was_before():
    scenario = picked(program="day_program", payer="second_payer")
    back = picked(scenario, program="no_program", payer="no_payer")
    start = Scenario.default(TODAY)
    assert {**back.to_values(), "said": ()} == {**start.to_values(), "said": ()}


def test_no_insurance_has_no_payer_to_ask():
    scenario = picked(payer="first_payer_silver", plan="none")
    assert scenario.plan.network == "self_pay"
    assert scenario.therapy.price_usd == 180


def test_another_plan_to_compare_with_has_no_rate_of_this_payer():
    alone = picked(payer="first_payer_silver")
    compared = picked(alone, other_plan="high_deductible")
    assert compared.other_plan.deductible_usd == 1750
    assert compared.therapy.price_usd == alone.therapy.price_usd


@pytest.mark.parametrize("form", ["address", "link", "short", "file"])
def test_what_was_picked_and_typed_comes_back_with_where_it_comes_from(form):
    scenario = picked(program="day_program", payer="second_payer", iop_weeks=4)
    frozen = freeze(scenario, TODAY)
    opened = {
        "address": lambda: (
            Scenario.from_query(scenario.to_short_query(read_on=TODAY), today=TODAY).scenario
        ),
        "link": lambda: open_link(frozen.to_query().items(), today=TODAY).scenario,
        "short": lambda: open_link(shortened(frozen.to_query()).items(), today=TODAY).scenario,
        "file": lambda: open_file(frozen.to_json().encode(), today=TODAY).scenario,
    }[form]()
    assert opened == scenario


def test_a_program_that_is_gone_is_named():
    query = {"program": "night_program", "start_date": "2026-11-30"}
    opened = opened_address(query.items(), today=TODAY)
    assert opened.scenario.centre.program == "no_program"
    assert opened.notes == (
        "Some values could not be used: Program (that choice is not in its list now).",
    )


def test_numbers_of_a_program_that_has_changed_since_are_those_of_the_link(tmp_path):
    link = freeze(picked(program="day_program"), TODAY).to_query()
    with using(loaded(tmp_path / "later", programs=PROGRAMS.replace(",4,6,", ",4,5,"))):
        scenario = open_link(link.items(), today=TODAY).scenario
        assert (scenario.iop.weeks, standing("iop_weeks", scenario)) == (6, "yours")


def test_without_a_centre_there_is_nothing_to_pick():
    assert has_input("program", Scenario.default(TODAY))
    with using(shipped()):
        start = Scenario.default(TODAY)
        assert not has_input("program", start)
        assert not has_input("payer", start)
        assert catalog().options("payer") == ("no_payer",)
