"""What the last person left on a shared screen goes for the next one; one step takes that back."""

from functools import cache

import pytest
from page_reader import (
    PAGES,
    again,
    last_step,
    opened,
    press,
    read,
    session,
    told,
    unfolded,
    widget,
    with_file,
)

from carechoice.catalog.in_use import catalog
from carechoice.documents.call_record import HEAD
from carechoice.inputs import clock
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.language.sentences import say
from carechoice.ui import paper_intake, state
from carechoice.ui.inputs.more_inputs import FOLDS

# What one person may leave, in inputs, answers, typed text, kept scenarios and open folds.
LINK = {
    "start_date": "2027-01-04",
    "plan": "medicare",
    "therapy_sessions": "9",
    "iop_weeks": "6",
    "topics": "money|time",
    "fixed_hours": "mon-fri:09-17",
    "time_zone": "America/Denver",
    "confirmed": "deductible_usd:2026-11-20",
    "unknown": "1",
}
MODES = ["explore", "together"]


def of_a_person(app):
    """The same without what every page draws for itself or belongs to the browser."""
    drawn_only = (
        "_slider",
        "chart_",
        "csv_",
        "address",
        "spoken_answer",
        "answer_sentences",
        "bring_plan",
        "card_open",
        "undo_told",
    )
    return {
        key: value
        for key, value in session(app).items()
        if key not in (*state.STAYS, state.UNDO, state.NOTED, "mode")
        and not any(part in key for part in drawn_only)
        and (key in FIELDS or value)
    }


def new_client(app):
    return press(app, say(f"fresh.new.{app.session_state['mode']}"))


def reset(app):
    return press(app, say("controls.reset"))


def undo(app):
    return press(app, say("undo"))


def can_undo(app):
    return say("undo") in [button.label for button in app.button]


def choose(app, key, answer):
    next(radio for radio in app.radio if radio.key == key).set_value(answer).run()


def type_in(app, key, text):
    next(field for field in app.text_input if field.key == key).set_value(text).run()


def go(app, page):
    app.switch_page(page).run()
    assert not app.exception
    return app


def visited(mode, page="share.py"):
    """At a page, after a visit in which a person has left something wherever they can."""
    return go(again(left_behind(mode)), page)


@cache
def left_behind(mode):
    app = unfolded("bill.py", **LINK, mode=mode)
    for fold in ("fold_papers", "fold_answers", "fold_glossary"):
        app.session_state[fold] = True
    app.run()
    app.text_area(key=paper_intake.PASTED).set_value("Therapy: $35 copay/visit")
    press(app, say("papers.read"))
    app.checkbox(key="tick_therapy_copay_usd").check().run()
    next(each for each in app.text_input if each.key.startswith("answer_")).set_value("60").run()
    go(app, "week.py")
    go(app, "decide.py")
    choose(app, "assess_safe", "worried")
    for key in ("sure_options", "sure_feeling"):
        choose(app, key, "no")
    go(app, "share.py")
    app.text_input(key="pin_name").input("Maria")
    press(app, say("pins.keep"))
    assert [each.name for each in app.session_state[state.KEPT]] == ["Maria"]
    if mode == "together":
        app.session_state["fold_call"] = True
        app.run()
        for name in HEAD:
            app.text_input(key=state.call_key(name)).set_value(f"of Maria: {name}").run()
    return app


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("page", PAGES)
def test_for_a_new_client_the_session_holds_what_a_fresh_one_holds(mode, page):
    app = new_client(visited(mode, page))
    fresh = read(mode=mode)
    assert of_a_person(app) == of_a_person(fresh)
    assert app.session_state["mode"] == mode
    assert [header.value for header in app.header] == [header.value for header in fresh.header]


def test_every_key_of_the_session_is_known_to_go_or_to_stay():
    """A new key stands in ``state.py``: of a person, or of those that stay for the next one."""
    known = {*FIELDS, *state.STAYS, *state.LASTING, state.NOTED, state.UNDO}
    app = visited("together")
    for page in PAGES:
        go(app, page)
    lasting = {key for key in session(app) if not key.startswith(state.FOLDS)}
    of_components = {key for key in lasting if key.endswith(("_slider", state.FIELD))} | {
        "address",
        "arrival",
        "spoken_answer",
        "answer_sentences",
        "bring_plan",
        "card_open",
        "card_open_in_fold",
        "dock_choices",
        "handed_over",
        "connection",
        "undo_told",
    }
    # These follow the inputs that they stand for.
    of_days = set(map(state.days_key, catalog().inputs.by_care("weekdays").values()))
    assert lasting <= known | of_components | of_days


def test_the_next_person_finds_no_answer_no_text_and_no_name():
    app = new_client(visited("together"))
    decide = go(app, "decide.py")
    assert [radio.value for radio in decide.radio] == [None] * len(decide.radio)
    assert not decide.error
    bill = go(app, "bill.py")
    bill.session_state["fold_papers"] = True
    assert not bill.run().text_area(key=paper_intake.PASTED).value
    assert state.PAPER not in session(bill)
    share = go(app, "share.py")
    assert "Maria" not in "\n".join(told(share)[0])
    assert share.text_input(key="pin_name").value == ""


def test_what_was_typed_into_a_field_and_could_not_be_used_goes_too():
    app = opened("compare.py", mode="together")
    type_in(app, "therapy_sessions_typed", "ask Maria")
    assert new_client(app).session_state["therapy_sessions_typed"] != "ask Maria"


def test_calendar_files_of_the_next_person_have_other_identifiers():
    app = visited("together")
    key = session(app)[state.CALENDAR_KEY]
    new_client(app)
    go(app, "week.py")
    assert session(app)[state.CALENDAR_KEY] != key


@pytest.mark.parametrize("mode", MODES)
def test_a_reset_takes_inputs_and_answers_about_oneself_and_leaves_the_rest(mode):
    app = reset(visited(mode, "decide.py"))
    expected = {**Scenario.default(clock.today()).to_values(), "mode": mode}
    assert {field: app.session_state[field] for field in FIELDS} == expected
    assert [radio.value for radio in app.radio] == [None] * len(app.radio)
    assert not app.error
    assert not app.info
    assert [each.name for each in app.session_state[state.KEPT]] == ["Maria"]


@pytest.mark.parametrize("act", [reset, new_client])
@pytest.mark.parametrize("page", ["compare.py", "decide.py", "share.py"])
def test_one_step_brings_everything_back(act, page):
    app = visited("together", page)
    before = of_a_person(app)
    act(app)
    undo(app)
    after = of_a_person(go(app, page))
    lasting = {key for key in before if key in FIELDS or key in state.LASTING}
    lasting |= {key for key in before if key.startswith(state.FOLDS)}
    assert {key: after.get(key) for key in lasting} == {key: before[key] for key in lasting}
    assert not can_undo(app)
    if page == "decide.py":
        assert next(r for r in app.radio if r.key == "assess_safe").value == "worried"


def a_number(app):
    widget(app, "iop_weeks").set_value(7).run()


def another_page(app):
    go(app, "care.py")


def an_open_fold(app):
    app.session_state["fold_glossary"] = True
    app.run()


def another_mode(app):
    widget(app, "mode").set_value("explore").run()


@pytest.mark.parametrize("change", [a_number, another_page, an_open_fold, another_mode])
def test_the_way_back_is_gone_with_the_first_thing_the_next_person_does(change):
    app = new_client(visited("together", "compare.py"))
    assert can_undo(app)
    app.run()
    assert can_undo(app)
    change(app)
    assert not can_undo(app)
    assert state.UNDO not in session(app)
    go(app, "compare.py")
    assert not can_undo(app)


def test_an_answer_about_oneself_that_is_given_after_a_reset_stays_when_that_is_undone():
    app = visited("explore", "decide.py")
    before = {field: app.session_state[field] for field in FIELDS}
    choose(reset(app), "sure_options", "yes")
    undo(app)
    answers = {radio.key: radio.value for radio in app.radio}
    assert (answers["sure_options"], answers["sure_feeling"]) == ("yes", "no")
    assert {field: app.session_state[field] for field in FIELDS} == before


def test_the_folds_of_the_inputs_are_closed_for_the_next_person():
    app = new_client(visited("together"))
    assert not any(session(app)[f"more_{fold}"] for fold in FOLDS)
    assert not session(app)["fold_glossary"]


def test_a_presentation_offers_neither():
    app = opened(start_date="2027-01-04", mode="present")
    labels = {button.label for button in app.button}
    assert not labels & {say("controls.reset"), say("fresh.new.together")}


# What is said of a link or a file goes with the first change.


def noted(app):
    return [block.value for block in (*app.info, *app.success, *app.error)]


def half_a_file(**query):
    scenario = Scenario.from_query({"start_date": "2027-01-04", **query}, today=clock.today())
    text = freeze(scenario.scenario, clock.today()).to_json()
    return text[: len(text) // 2].encode()


@pytest.mark.parametrize("page", ["compare.py", "week.py", "sources.py"])
@pytest.mark.parametrize(
    "link", [{"unknown": "1"}, {"iop_weeks": "99"}, {"data": "2020.01", "start_date": "2027-01-04"}]
)
def test_a_note_about_the_link_goes_with_the_first_change_and_not_before(link, page):
    app = opened(**link)
    note = noted(app)
    assert note
    assert noted(go(app, page))[: len(note)] == note
    widget(app, "therapy_sessions").set_value(10).run()
    assert not noted(app)
    widget(app, "therapy_sessions").set_value(18).run()
    assert not noted(app)


def test_showing_the_page_in_another_way_is_no_change():
    app = opened(unknown="1")
    note = noted(app)
    widget(app, "mode").set_value("together").run()
    assert noted(app) == note


@pytest.mark.parametrize("content", [half_a_file(therapy_sessions="10"), b'{"diagnosis": 1}'])
def test_what_is_said_of_a_file_goes_with_the_first_change(content):
    app = with_file(opened("share.py", start_date="2027-01-04"), content)
    assert noted(app)
    app.run()
    assert noted(app)
    widget(app, "iop_weeks").set_value(7).run()
    assert not noted(app)


def test_a_second_file_has_notes_of_its_own():
    app = with_file(opened("share.py", start_date="2027-01-04"), half_a_file(therapy_sessions="9"))
    widget(app, "iop_weeks").set_value(7).run()
    with_file(app, half_a_file(therapy_sessions="11"))
    assert last_step(app) == say("undo.file")
    assert app.session_state["therapy_sessions"] == 11


def test_a_file_takes_what_was_said_of_the_link_along():
    app = with_file(opened("share.py", unknown="1"), half_a_file(therapy_sessions="9"))
    assert not any("unknown" in note for note in noted(app))
