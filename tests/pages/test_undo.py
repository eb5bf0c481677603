"""What takes the place of a person's numbers says so, and one step brings them back."""

import pytest
from page_reader import components, last_step, unfolded, widget, with_file

from carechoice.catalog.in_use import catalog
from carechoice.inputs import clock
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.language.sentences import say
from carechoice.ui import state

START = {"start_date": "2027-01-04"}


def held(app):
    return {field: app.session_state[field] for field in FIELDS}


def press(app, label):
    (button,) = (button for button in app.button if button.label == label)
    button.click().run()
    assert not app.exception


def undo(app):
    press(app, say("undo"))


def pick(app, plan):
    widget(app, "plan").set_value(plan).run()
    assert not app.exception


def names(*fields):
    return say("undo.plan", list="; ".join(catalog().parameters[field].label for field in fields))


def test_a_plan_names_the_numbers_it_takes_the_place_of_and_they_come_back():
    app = unfolded(**START, deductible_usd="500", iop_price_per_day_usd="300")
    before = held(app)
    pick(app, "medicare")
    assert app.session_state["deductible_usd"] == 283
    assert last_step(app) == names("iop_price_per_day_usd", "deductible_usd")
    undo(app)
    assert held(app) == before
    assert (before["plan"], before["said"]) == (
        "own",
        ("iop_price_per_day_usd", "start_date", "plan", "deductible_usd"),
    )
    assert last_step(app) == say("undo.done")


def test_what_the_plan_confirmed_comes_back_with_its_day():
    confirmed = {"confirmed": "deductible_usd:2026-11-20", "deductible_usd": "500"}
    app = unfolded(**START, **confirmed)
    before = held(app)
    pick(app, "high_deductible")
    assert app.session_state["confirmed"] == ()
    assert last_step(app) == names("deductible_usd")
    undo(app)
    assert held(app) == before


def test_a_charge_that_takes_the_place_of_a_typed_price_says_so_and_the_price_comes_back():
    """The plan allows $120 of $200. Without insurance $200 are owed; later $130.23 was counted."""
    app = unfolded(**START, network="oon", therapy_price_usd="120", therapy_charge_usd="200")
    before = held(app)
    widget(app, "network").set_value("self_pay").run()
    assert app.session_state["therapy_price_usd"] == 200
    label = catalog().parameters["therapy_price_usd"].label
    assert last_step(app) == say("undo.charge", list=label)
    undo(app)
    assert held(app) == before


@pytest.mark.parametrize("given", [{}, {"plan": "medicare"}, {"iop_weeks": "6"}])
def test_where_no_number_of_ones_own_is_replaced_nothing_is_said(given):
    app = unfolded(**START, **given)
    pick(app, "masshealth")
    assert not last_step(app)


def test_my_own_numbers_replace_nothing():
    app = unfolded(**START, plan="high_deductible", therapy_copay_usd="30")
    before = held(app)
    pick(app, "own")
    pick(app, "employer")
    assert last_step(app)
    undo(app)
    assert {**held(app), "filled_by": before["filled_by"], "said": before["said"]} == before
    assert app.session_state["deductible_usd"] == 1750


@pytest.fixture
def clock_at(monkeypatch):
    """A clock that stands where a test sets it, in seconds."""
    return lambda seconds: monkeypatch.setattr(clock, "moment", lambda: seconds)


def test_the_line_stays_for_ten_seconds_whatever_else_is_done_and_goes_with_the_next_change(
    clock_at,
):
    clock_at(100)
    app = unfolded(**START, deductible_usd="500")
    pick(app, "medicare")
    for seconds, weeks in ((100, 7), (105, 6), (109.9, 5)):
        clock_at(seconds)
        widget(app, "iop_weeks").set_value(weeks).run()
        assert last_step(app) == names("deductible_usd")
    app.switch_page("care.py").run()
    assert last_step(app) == names("deductible_usd")
    clock_at(110)
    widget(app, "iop_weeks").set_value(8).run()
    assert not last_step(app)


def test_while_nothing_is_changed_the_line_stays_however_long_it_takes(clock_at):
    clock_at(0)
    app = unfolded(**START, deductible_usd="500")
    pick(app, "medicare")
    clock_at(3600)
    app.run()
    assert last_step(app) == names("deductible_usd")
    undo(app)
    assert app.session_state["deductible_usd"] == 500


def test_what_was_changed_since_the_step_stays_when_it_is_undone():
    """Own price and deductible, then Medicare's numbers; then another deductible and length.

    Nobody gave one for the other network, which follows the plan's own.
    """
    app = unfolded(**START, deductible_usd="500", therapy_price_usd="140")
    before = held(app)
    pick(app, "medicare")
    widget(app, "iop_weeks").set_value(6).run()
    widget(app, "deductible_usd").set_value(300.0).run()
    undo(app)
    changed = {"iop_weeks": 6, "deductible_usd": 300, "other_net_deductible_usd": 300}
    after = held(app)
    assert {**after, "said": ()} == {**before, **changed, "said": ()}
    assert set(after["said"]) == {*before["said"], "iop_weeks", "deductible_usd"}


def test_the_line_is_put_away_by_a_button():
    app = unfolded(**START, deductible_usd="500")
    pick(app, "medicare")
    press(app, say("undo.close"))
    assert not last_step(app)
    assert app.session_state["deductible_usd"] == 283


def test_the_line_names_the_key_as_long_as_there_is_a_way_back():
    app = unfolded(**START, deductible_usd="500")
    pick(app, "medicare")
    (line,) = components(app, "undo_line")
    keys = {"mac": say("undo.key.mac"), "other": say("undo.key.other")}
    assert (line["keys"], line["presses"]) == (keys, ".st-key-undo_step button")
    undo(app)
    (line,) = components(app, "undo_line")
    assert (line["told"], line["keys"], line["presses"]) == (say("undo.done"), {}, "")


def test_of_many_numbers_that_a_plan_takes_the_place_of_two_are_named():
    app = unfolded(
        **START, deductible_usd="500", iop_price_per_day_usd="300", therapy_price_usd="140"
    )
    pick(app, "medicare")
    labels = [
        catalog().parameters[field].label
        for field in ("therapy_price_usd", "iop_price_per_day_usd")
    ]
    assert last_step(app) == say("undo.plan.some", list="; ".join(labels), n=1)


def test_a_file_can_be_taken_back():
    app = unfolded("share.py", **START, therapy_sessions="9")
    before = held(app)
    scenario = Scenario.from_query({**START, "iop_weeks": "6"}, today=clock.today()).scenario
    content = freeze(scenario, clock.today()).to_json().encode()
    with_file(app, content)
    assert last_step(app) == say("undo.file")
    assert app.session_state["iop_weeks"] == 6
    undo(app)
    assert held(app) == before


def test_a_kept_scenario_that_was_loaded_can_be_taken_back():
    app = unfolded("share.py", **START, therapy_sessions="9")
    app.text_input(key="pin_name").input("Short")
    next(button for button in app.button if button.label == say("pins.keep")).click().run()
    widget(app, "therapy_sessions").set_value(20).run()
    before = held(app)
    load = say("pins.load", name="Short")
    next(button for button in app.button if button.label == load).click().run()
    assert app.session_state["therapy_sessions"] == 9
    assert last_step(app) == say("undo.kept")
    undo(app)
    assert held(app) == before


def keep(app, name):
    app.text_input(key="pin_name").input(name)
    press(app, say("pins.keep"))


def test_a_kept_scenario_that_was_removed_comes_back_to_its_place_beside_one_kept_since():
    app = unfolded("share.py", **START)
    for sessions, name in ((9, "First"), (10, "Second")):
        widget(app, "therapy_sessions").set_value(sessions).run()
        keep(app, name)
    kept = app.session_state[state.KEPT]
    press(app, say("pins.remove", name="First"))
    assert last_step(app) == say("undo.removed", name="First")
    widget(app, "therapy_sessions").set_value(11).run()
    keep(app, "Third")
    undo(app)
    assert app.session_state[state.KEPT][:2] == kept
    assert [each.name for each in app.session_state[state.KEPT]] == ["First", "Second", "Third"]


def test_one_that_took_the_place_of_another_of_its_name_gives_it_back():
    app = unfolded("share.py", **START, therapy_sessions="9")
    keep(app, "Mine")
    kept = app.session_state[state.KEPT]
    assert not last_step(app)
    widget(app, "therapy_sessions").set_value(10).run()
    keep(app, "Mine")
    assert last_step(app) == say("undo.renewed", name="Mine")
    undo(app)
    assert app.session_state[state.KEPT] == kept
    assert app.session_state["therapy_sessions"] == 10


def test_my_own_numbers_brings_the_last_own_ones_back():
    """A deductible of $500 and a price confirmed by the plan, then Medicare's, then one's own."""
    app = unfolded(
        deductible_usd="500",
        therapy_price_usd="140",
        confirmed="therapy_price_usd:2026-11-20",
        **START,
    )
    before = held(app)
    widget(app, "plan").set_value("medicare").run()
    assert app.session_state["deductible_usd"] == 283
    widget(app, "iop_weeks").set_value(6).run()
    widget(app, "plan").set_value("own").run()
    assert held(app) == {**before, "iop_weeks": 6, "said": app.session_state["said"]}
    assert {"deductible_usd", "iop_weeks", "plan"} <= set(app.session_state["said"])


def with_a_file(app, **query):
    scenario = Scenario.from_query({**START, **query}, today=clock.today()).scenario
    content = freeze(scenario, clock.today()).to_json().encode()
    with_file(app, content)


def reset(app):
    press(app, say("controls.reset"))


@pytest.mark.parametrize("replaced_by", [reset, with_a_file])
def test_my_own_numbers_of_before_all_inputs_were_replaced_do_not_come_back(replaced_by):
    """$500 were typed, then Medicare's $283; then all inputs are those of the start or a file."""
    app = unfolded("share.py", **START, deductible_usd="500")
    pick(app, "medicare")
    replaced_by(app)
    pick(app, "medicare")
    pick(app, "own")
    assert app.session_state["deductible_usd"] == 283


def test_a_step_that_was_undone_keeps_no_own_numbers_of_that_time():
    """Of $500, typed before, and $900, typed after the step was undone, the last comes back."""
    app = unfolded("share.py", **START, deductible_usd="500")
    pick(app, "medicare")
    undo(app)
    assert not app.session_state[state.OWN_NUMBERS]
    widget(app, "deductible_usd").set_value(900.0).run()
    pick(app, "medicare")
    pick(app, "own")
    assert app.session_state["deductible_usd"] == 900


def test_own_numbers_from_before_a_reset_come_back_once_that_is_undone():
    app = unfolded("share.py", **START, deductible_usd="500")
    pick(app, "medicare")
    reset(app)
    undo(app)
    assert app.session_state["plan"] == "medicare"
    pick(app, "own")
    assert app.session_state["deductible_usd"] == 500


def test_an_answer_that_came_with_a_file_is_not_taken_back_to_what_stood_before_the_file():
    """$1,500 were typed and confirmed; then a file brings $700 that the plan has confirmed."""
    app = unfolded("bill.py", **START, deductible_usd="1500")
    app.session_state["fold_answers"] = True
    app.run()
    app.button(key="mark_deductible_usd").click().run()
    app.switch_page("share.py").run()
    with_a_file(app, deductible_usd="700", confirmed="deductible_usd:2026-11-20")
    app.switch_page("bill.py").run()
    app.session_state["fold_answers"] = True
    app.run()
    app.button(key="undo_deductible_usd").click().run()
    assert app.session_state["deductible_usd"] == 700
