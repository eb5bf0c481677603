"""A call to the plan in the strip for staff: what was typed is marked as said, and taken back."""

from datetime import date

import pytest
from page_reader import PAGES, opened, sliders, told
from scenarios import TODAY

from carechoice.files.content import rests_on
from carechoice.inputs.handed_on.link import freeze
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.call_fields import MARKED
from carechoice.ui.text import plain

TYPED = {"start_date": "2027-01-04", "deductible_usd": "1500", "deductible_met_usd": "200"}


def in_the_strip(page="compare.py", **query):
    app = opened(page, **{**TYPED, **query}, mode="together")
    app.session_state["fold_call"] = True
    return app.run()


def marks(app):
    return next(each for each in app.button_group if each.key == MARKED)


def mark(app, *fields):
    marks(app).set_value(list(fields)).run()
    assert not app.exception
    return app


def note_head(app, **typed):
    for name, text in typed.items():
        app.text_input(key=state.call_key(name)).set_value(text).run()


@pytest.mark.parametrize("page", PAGES)
def test_each_page_has_a_button_for_each_typed_number_of_the_plan_and_for_no_other(page):
    app = in_the_strip(page)
    labels = [each.content for each in marks(app).proto.options]
    assert labels == [plain("Deductible: $1,500"), plain("Deductible already paid: $200")]
    assert marks(app).value == []


def test_what_the_plan_wrote_down_is_given_a_press_away_from_the_call():
    fold = next(each for each in in_the_strip().expander if each.label == say("together.call"))
    assert [each.proto.label for each in fold.get("page_link")] == [say("papers.title")]


def test_a_pressed_number_is_the_plans_on_this_day_and_says_so_with_the_number_of_the_call():
    app = in_the_strip()
    note_head(app, reference="R-4711")
    mark(app, "deductible_usd")
    assert app.session_state["confirmed"] == (("deductible_usd", TODAY),)
    texts = "\n".join(told(app)[0])
    assert plain("Deductible: $1,500 (plan confirmed, November 23, 2026)") in texts
    assert f"Number of this call: {for_markdown('R-4711')}" in texts


def test_the_day_of_the_call_is_the_day_that_is_noted_where_it_has_been():
    app = in_the_strip()
    note_head(app, date="11/20/2026")
    mark(app, "deductible_usd")
    note_head(app, date="11/30/2026")
    mark(app, "deductible_met_usd")
    days = {"deductible_usd": date(2026, 11, 20), "deductible_met_usd": TODAY}
    assert dict(app.session_state["confirmed"]) == days


def test_pressed_again_the_number_is_as_it_was_typed():
    app = mark(mark(in_the_strip(), "deductible_usd", "deductible_met_usd"), "deductible_met_usd")
    assert app.session_state["confirmed"] == (("deductible_met_usd", TODAY),)
    assert app.session_state["deductible_usd"] == 1500
    assert "deductible_usd" in app.session_state["said"]


def test_a_marked_number_that_is_moved_is_marked_no_longer():
    app = mark(in_the_strip(), "deductible_met_usd", "deductible_usd")
    app.session_state["more_plan"] = True
    app.run()
    app.slider(key="deductible_met_usd").set_value(300.0).run()
    assert marks(app).value == ["deductible_usd"]


def test_the_mark_stands_at_the_input_and_where_the_handout_names_origins():
    app = opened(**TYPED, mode="together", plain_sliders=False, are_inputs_unfolded=True)
    app.session_state["fold_call"] = True
    mark(app.run(), "deductible_usd")
    assert sliders(app)["deductible_usd"]["badge"] == say("badge.confirmed")
    rows = rests_on(app.session_state[state.COMPARISON].scenario)
    assert ["Deductible", "$1,500", "plan confirmed, November 23, 2026"] in [*map(list, rows)]


@pytest.mark.parametrize(
    ("earlier", "words_key"),
    [
        (":lines:line 3", "read in lines of text, line 3, November 20, 2026"),
        ("", "plan confirmed, November 20, 2026"),
    ],
)
def test_a_number_of_a_paper_or_of_an_earlier_call_is_said_again_and_that_is_taken_back(
    earlier, words_key
):
    """$500 already paid by a verification of last week: pressed, it is what the plan said today."""
    app = in_the_strip(
        deductible_met_usd="500", confirmed=f"deductible_met_usd:2026-11-20{earlier}"
    )

    def says(when):
        line = plain(f"Deductible already paid: $500 ({when})")
        return line in "\n".join(told(app)[0]) and app.session_state["deductible_met_usd"] == 500

    assert marks(app).value == []
    assert says(words_key)
    assert says("plan confirmed, November 23, 2026") is False
    mark(app, "deductible_met_usd")
    assert marks(app).value == ["deductible_met_usd"]
    assert says("plan confirmed, November 23, 2026")
    mark(app)
    assert says(words_key)


def test_where_nothing_was_typed_the_strip_says_where_to_type_it():
    app = in_the_strip(deductible_usd="", deductible_met_usd="")
    assert say("together.call.none") in told(app)[0]


def test_the_note_has_what_was_typed_of_the_call_on_another_page():
    app = in_the_strip("bill.py")
    note_head(app, person="Ms. Lee", reference="R-4711")
    mark(app, "deductible_usd")
    app.switch_page("share.py").run()
    note = "\n".join(each.proto.json for each in app.get("bidi_component"))
    assert "Ms. Lee" in note
    assert "R-4711" in note
    assert "Deductible: $1,500 (November 23, 2026)" in note


def test_nothing_of_the_call_but_the_day_is_in_a_link():
    app = in_the_strip()
    note_head(app, person="Ms. Lee", reference="R-4711")
    mark(app, "deductible_usd")
    held = app.session_state[state.COMPARISON].scenario
    link = freeze(held, TODAY).to_link("http://care.example.org/")
    assert "deductible_usd:2026-11-23" in link
    assert "Lee" not in link
    assert "4711" not in link
