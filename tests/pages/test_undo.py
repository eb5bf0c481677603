"""What takes the place of a person's numbers says so, and one step brings them back."""

import pytest
from page_reader import unfolded, widget

from carechoice.catalog.in_use import catalog
from carechoice.inputs import clock
from carechoice.inputs.link import freeze
from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.language.sentences import say

START = {"start_date": "2027-01-04"}


def held(app):
    return {field: app.session_state[field] for field in FIELDS}


def told(app):
    return [block.value for block in app.success]


def undo(app):
    (button,) = (button for button in app.button if button.label == say("undo"))
    button.click().run()
    assert not app.exception


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
    assert told(app) == [names("iop_price_per_day_usd", "deductible_usd")]
    undo(app)
    assert held(app) == before
    assert (before["plan"], before["said"]) == (
        "own",
        ("iop_price_per_day_usd", "start_date", "plan", "deductible_usd"),
    )
    assert not told(app)


def test_what_the_plan_confirmed_comes_back_with_its_day():
    confirmed = {"confirmed": "deductible_usd:2026-11-20", "deductible_usd": "500"}
    app = unfolded(**START, **confirmed)
    before = held(app)
    pick(app, "high_deductible")
    assert app.session_state["confirmed"] == ()
    assert told(app) == [names("deductible_usd")]
    undo(app)
    assert held(app) == before


@pytest.mark.parametrize("given", [{}, {"plan": "medicare"}, {"iop_weeks": "6"}])
def test_where_no_number_of_ones_own_is_replaced_nothing_is_said(given):
    app = unfolded(**START, **given)
    pick(app, "masshealth")
    assert not told(app)


def test_my_own_numbers_replace_nothing():
    app = unfolded(**START, plan="high_deductible", therapy_copay_usd="30")
    before = held(app)
    pick(app, "own")
    pick(app, "employer")
    assert told(app)
    undo(app)
    assert {**held(app), "filled_by": before["filled_by"], "said": before["said"]} == before
    assert app.session_state["deductible_usd"] == 1700


def test_the_way_back_from_a_plan_is_gone_with_the_next_change():
    app = unfolded(**START, deductible_usd="500")
    pick(app, "medicare")
    app.run()
    assert told(app)
    widget(app, "iop_weeks").set_value(7).run()
    assert not told(app)


def test_a_file_can_be_taken_back():
    app = unfolded("share.py", **START, therapy_sessions="9")
    before = held(app)
    scenario = Scenario.from_query({**START, "iop_weeks": "6"}, today=clock.today()).scenario
    content = freeze(scenario, clock.today()).to_json().encode()
    app.file_uploader[0].set_value(("scenario.json", content, "application/json")).run()
    assert told(app) == [say("undo.file")]
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
    assert told(app) == [say("undo.kept")]
    undo(app)
    assert held(app) == before


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
