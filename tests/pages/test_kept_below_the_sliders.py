"""Scenarios kept on the page where the sliders are (without a browser)."""

from urllib.parse import urlencode

from page_reader import asked, last_step, opened, press, told, widget
from scenarios import TODAY

from carechoice.files.kept import side_by_side
from carechoice.files.kept import words as kept_words
from carechoice.inputs.handed_on.kept import MOST_KEPT, KeptScenario
from carechoice.inputs.handed_on.kept_as_text import write_scenarios
from carechoice.inputs.handed_on.link import freeze
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.text import plain

START = {"start_date": "2027-01-04"}


def keep_button(app):
    return next(button for button in app.button if button.key == "keep_now")


def keep(app, **values):
    for field, value in values.items():
        widget(app, field).set_value(value).run()
    keep_button(app).click().run()
    assert not app.exception
    return app


def names(app):
    return [each.name for each in app.session_state[state.KEPT]]


def held(app):
    return app.session_state._state.filtered_state


def first_table(app):
    table = app.table[0].value.reset_index()
    return [list(table.columns), *table.values.tolist()]


def test_nothing_stands_there_before_one_is_kept():
    assert say("pins.title") not in [header.value for header in opened(**START).header]


def test_one_press_keeps_a_scenario_under_a_name_made_of_what_differs():
    app = keep(keep(opened(**START)), therapy_sessions=10)
    assert names(app) == ["Scenario 1", "10 sessions"]


def test_kept_scenarios_and_what_is_shown_now_stand_in_one_table():
    app = keep(keep(opened(**START)), therapy_sessions=10)
    widget(app, "iop_weeks").set_value(6).run()
    columns = side_by_side.beside_now(
        kept_words.compared(app.session_state[state.KEPT]), app.session_state[state.COMPARISON]
    )
    expected = [side_by_side.header(columns), *side_by_side.rows(columns)]
    assert first_table(app) == [[plain(cell) for cell in row] for row in expected]
    assert expected[0][-1] == say("pins.now")


def test_the_button_says_when_these_numbers_are_kept_and_when_there_is_no_place():
    app = opened(**START)
    assert keep_button(app).label == say("pins.keep")
    for sessions in range(10, 10 + MOST_KEPT):
        keep(app, therapy_sessions=sessions)
        assert keep_button(app).label == say("pins.is_kept")
    widget(app, "therapy_sessions").set_value(20).run()
    assert keep_button(app).label == say("pins.no_place")
    assert keep_button(app).disabled
    widget(app, "therapy_sessions").set_value(10).run()
    assert keep_button(app).label == say("pins.is_kept")


def test_a_kept_scenario_gets_a_name_of_ones_own():
    app = keep(opened(**START))
    app.text_input(key="pin_rename_Scenario 1").set_value("Before work").run()
    assert names(app) == ["Before work"]
    assert "Before work" in first_table(app)[0]
    assert [field.value for field in app.text_input if "rename" in field.key] == ["Before work"]


def test_a_name_that_another_one_has_is_not_taken_and_the_field_says_the_old_one():
    app = keep(keep(opened(**START)), therapy_sessions=10)
    app.text_input(key="pin_rename_10 sessions").set_value("Scenario 1").run()
    assert names(app) == ["Scenario 1", "10 sessions"]
    assert app.text_input(key="pin_rename_10 sessions").value == "10 sessions"


def test_a_kept_scenario_is_loaded_taken_back_and_removed():
    app = keep(opened(**START))
    widget(app, "therapy_sessions").set_value(10).run()
    press(app, say("pins.load", name="Scenario 1"))
    assert widget(app, "therapy_sessions").value == 18
    assert last_step(app) == say("undo.kept")
    press(app, say("undo"))
    assert widget(app, "therapy_sessions").value == 10
    press(app, say("pins.remove", name="Scenario 1"))
    assert not names(app)
    assert say("pins.title") not in [header.value for header in app.header]


def test_of_a_client_who_has_left_no_name_stays():
    app = keep(opened(mode="together", **START))
    app.text_input(key="pin_rename_Scenario 1").set_value("Maria").run()
    press(app, say("fresh.new.together"))
    assert "Maria" not in "\n".join(told(app)[0])
    assert "Maria" not in "".join(map(str, held(app)))


def about_the_link(app):
    labels = [fold.label for fold in app.expander]
    return next((label for label in labels if label.endswith(say("share.opened.differs"))), "")


def test_a_link_that_was_handed_on_says_when_it_was_made_and_in_what_it_differs():
    frozen = freeze(asked(**START, iop_weeks="6"), TODAY)
    app = opened(**frozen.to_query())
    assert about_the_link(app).startswith(say("share.opened.made", day="November 23, 2026"))
    assert "- How many weeks: 6 weeks" in app.expander[0].markdown[0].value
    widget(app, "therapy_sessions").set_value(10).run()
    assert not about_the_link(app)


def test_a_link_brings_kept_scenarios_along_and_says_so_until_an_input_is_changed():
    kept = (
        KeptScenario("Before work", asked(**START)),
        KeptScenario("Later", asked(**START, iop_weeks="6")),
    )
    app = opened(**START, kept=urlencode(write_scenarios(kept)))
    assert app.session_state[state.KEPT] == kept
    assert about_the_link(app).startswith("It holds 2 scenarios to compare.")
    widget(app, "iop_weeks").set_value(7).run()
    assert names(app) == ["Before work", "Later"]
    assert not about_the_link(app)


def test_other_pages_have_no_such_button():
    assert not [button for button in opened("bill.py", **START).button if button.key == "keep_now"]
