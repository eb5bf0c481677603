"""Fields to type a number into take it as it is meant, or say below them what to type."""

import pytest
from page_reader import told, unfolded, widget

from carechoice.inputs import clock
from carechoice.language.sentences import say

START = {"start_date": "2027-01-04"}
UNCLEAR = say("typed.unclear")


def phone_list():
    app = unfolded("bill.py", **START)
    app.session_state["fold_answers"] = True
    return app.run()


def typed(app, key, text):
    next(each for each in app.text_input if each.key == key).set_value(text).run()
    assert not app.exception
    return app


def said(app, sentence):
    return any(sentence in text for text in told(app)[0])


@pytest.mark.parametrize(
    ("text", "deductible"),
    [("$1,500", 1500), ("1500,50", 1500.5), ("1 500", 1500), ("0,5", 0.5), ("1,000", 1000)],
)
def test_what_the_plan_says_is_taken_however_it_is_written(text, deductible):
    app = typed(phone_list(), "answer_deductible_usd", text)
    assert app.session_state["deductible_usd"] == deductible
    assert app.session_state["confirmed"] == (("deductible_usd", clock.today()),)


@pytest.mark.parametrize("text", ["1.500", "about 1500", "1500 or 2000"])
def test_an_answer_that_could_be_two_numbers_is_asked_and_changes_nothing(text):
    app = typed(phone_list(), "answer_deductible_usd", text)
    assert said(app, UNCLEAR)
    assert app.session_state["deductible_usd"] == 1886
    assert app.session_state["confirmed"] == ()
    typed(app, "answer_deductible_usd", "1500")
    assert not said(app, UNCLEAR)
    assert app.session_state["deductible_usd"] == 1500


def test_an_answer_out_of_bounds_is_told_the_bounds():
    app = typed(phone_list(), "answer_deductible_usd", "$50,000")
    assert said(app, "Type a number from 0 to 20,000.")
    assert app.session_state["confirmed"] == ()


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("therapy_hours_per_week", "1,5", 1.5),
        ("plan_pays_percent", "60%", 60),
        ("therapy_sessions", "30", 30),
        ("deductible_usd", "$1,000", 1000),
    ],
)
def test_the_field_in_an_ordinary_sliders_place_moves_it(field, text, value):
    app = typed(unfolded(**START), f"{field}_typed", text)
    assert widget(app, field).value == value


def test_such_a_field_follows_the_slider_and_keeps_what_it_asks_about():
    app = unfolded(**START)
    widget(app, "therapy_hours_per_week").set_value(2.5).run()
    field = next(each for each in app.text_input if each.key == "therapy_hours_per_week_typed")
    assert field.value == "2.5 h"
    typed(app, "therapy_hours_per_week_typed", "2.500")
    assert said(app, UNCLEAR)
    assert widget(app, "therapy_hours_per_week").value == 2.5
    field = next(each for each in app.text_input if each.key == "therapy_hours_per_week_typed")
    assert field.value == "2.500"


def test_such_a_field_left_empty_has_its_value_again():
    app = typed(unfolded(**START), "therapy_sessions_typed", "")
    field = next(each for each in app.text_input if each.key == "therapy_sessions_typed")
    assert field.value == "18"
