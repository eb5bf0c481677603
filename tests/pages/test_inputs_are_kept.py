"""What the inputs hold: after a plan, a fold, a link, a page, a reset (without a browser)."""

import pytest
from page_reader import opened, shows, unfolded, widget
from scenarios import TODAY

from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.language.sentences import say


def test_an_example_plan_fills_the_plan_fields():
    app = unfolded()
    widget(app, "plan").set_value("medicare").run()
    assert widget(app, "deductible_usd").value == 283
    assert app.session_state["oop_max_applies"] is False
    assert shows(app, Scenario.from_query({"plan": "medicare"}, today=TODAY).scenario)


def test_a_changed_term_makes_the_plan_my_own():
    app = unfolded()
    widget(app, "deductible_usd").set_value(500.0).run()
    assert widget(app, "plan").value == "own"


def test_reset_brings_every_default_back():
    app = unfolded(plan="medicare", therapy_sessions="3", iop_weeks="99")
    next(button for button in app.button if button.label == say("controls.reset")).click().run()
    held = {field: app.session_state[field] for field in FIELDS}
    assert held == Scenario.default(TODAY).to_values()
    assert not app.info


def drawn_inputs(app):
    return {each.key for each in (*app.slider, *app.selectbox, *app.toggle)}


TERMS = {
    "plan_pays_percent", "deductible_usd", "deductible_met_usd", "oop_max_applies", "oop_max_usd",
    "oop_met_usd", "therapy_copay_usd", "therapy_deductible_applies", "iop_copay_per_day_usd",
    "iop_deductible_applies", "plan_year_start",
}  # fmt: skip


@pytest.mark.parametrize(
    ("inputs", "terms"),
    [
        ({}, TERMS),
        ({"plan": "none"}, set()),
        ({"network": "self_pay"}, set()),
        # What the law sets has no input but for its amounts, which lead to numbers of one's own.
        ({"plan": "medicare"}, {"plan_pays_percent", "deductible_usd", "deductible_met_usd"}),
        ({"plan": "masshealth"}, {"plan_pays_percent"}),
        ({"oop_max_applies": "false"}, TERMS - {"oop_max_usd", "oop_met_usd"}),
    ],
)
def test_only_terms_the_way_of_paying_has_stand_among_the_inputs(inputs, terms):
    drawn = drawn_inputs(unfolded(**inputs))
    assert drawn & TERMS == terms
    assert {"plan", "network", "iop_weeks"} <= drawn


def test_terms_come_back_with_a_plan_as_they_were():
    app = unfolded(deductible_usd="500", network="self_pay")
    widget(app, "network").set_value("in").run()
    assert widget(app, "deductible_usd").value == 500


def test_inputs_in_closed_folds_are_not_drawn_and_keep_their_values():
    query = {"therapy_price_usd": "200", "deductible_usd": "500", "start_date": "2027-01-04"}
    app = opened(**query)
    assert "deductible_usd" not in {slider.key for slider in app.slider}
    widget(app, "iop_weeks").set_value(6).run()
    asked = Scenario.from_query({**query, "iop_weeks": "6"}, today=TODAY).scenario
    assert shows(app, asked)
    app.session_state["more_plan"] = True
    assert widget(app.run(), "deductible_usd").value == 500


def test_a_value_changed_in_a_fold_stays_when_the_fold_is_closed():
    app = unfolded(start_date="2027-01-04")
    widget(app, "deductible_usd").set_value(500.0).run()
    app.session_state["more_plan"] = False
    app.run()
    app.switch_page("sources.py").run()
    app.switch_page("compare.py").run()
    query = {"deductible_usd": "500", "start_date": "2027-01-04"}
    assert shows(app, Scenario.from_query(query, today=TODAY).scenario)


def test_a_link_restores_its_scenario():
    query = {"plan": "medicare", "therapy_sessions": "10", "start_date": "2027-01-04"}
    assert shows(unfolded(**query), Scenario.from_query(query, today=TODAY).scenario)


def test_a_link_with_unusable_values_says_which_and_uses_the_rest():
    app = unfolded(iop_weeks="99", unknown="1", therapy_sessions="10")
    (line,) = [block.value for block in app.info]
    assert "How many weeks (" in line
    assert "unknown" in line
    assert "How many sessions" not in line
    assert widget(app, "therapy_sessions").value == 10
    assert widget(app, "iop_weeks").value == 8


def test_values_stay_when_the_page_changes():
    app = unfolded()
    widget(app, "therapy_sessions").set_value(7).run()
    app.switch_page("sources.py").run()
    assert widget(app, "therapy_sessions").value == 7
    app.switch_page("compare.py").run()
    assert widget(app, "therapy_sessions").value == 7
