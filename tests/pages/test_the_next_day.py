"""Staff open a client's link on a later day: what is another now is said with both bills."""

from datetime import date

import pytest
from page_reader import opened, session, told, unfolded, widget, with_file
from scenarios import TEN_SESSIONS_SIX_DAYS, TODAY, scenario

from carechoice.inputs.handed_on.link import freeze
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.text import plain

THE_DAY_BEFORE = date(2026, 11, 22)
# The deductible of $300 comes first for the program and is not met: $300 + 20% of $900 are $480. It
# does not come first for therapy: 20% of $1,000 are $200.
THEN = scenario(**TEN_SESSIONS_SIX_DAYS, deductible_met_usd=0)
# With $100 of it met: $200 + 20% of $1,000 are $400.
SINCE = [
    "Deductible already paid: $0, now $100",
    "Therapy, what the patient pays: about $200, as before",
    "IOP, what the patient pays: about $480, now about $400",
]


def the_next_day(page="compare.py", made=THE_DAY_BEFORE):
    app = unfolded(page, **freeze(THEN, made).to_query())
    widget(app, "mode").set_value("together").run()
    return app


def deductible_paid(app, usd):
    widget(app, "deductible_met_usd").set_value(usd).run()
    assert not app.exception
    return app


def heading():
    return say("together.since", day="November 22, 2026")


def test_what_differs_is_said_with_the_old_and_the_new_bill():
    app = the_next_day()
    assert heading() not in told(app)[0]
    deductible_paid(app, 100.0)
    texts = told(app)[0]
    below = texts[texts.index(heading()) + 1]
    assert below == plain("\n".join(f"- {line}" for line in SINCE))
    deductible_paid(app, 0.0)
    assert heading() not in told(app)[0]


def test_the_note_says_both_days():
    app = deductible_paid(the_next_day("share.py"), 100.0)
    note = "\n".join(each.proto.json for each in app.get("bidi_component"))
    assert f"On November 22, 2026, and now on November 23, 2026: {'; '.join(SINCE)}." in note


def test_a_file_of_the_day_before_is_told_alike_and_undone_with_the_file():
    app = unfolded("share.py", start_date="2027-01-04", mode="together")
    content = freeze(THEN, THE_DAY_BEFORE).to_json().encode()
    with_file(app, content)
    deductible_paid(app, 100.0)
    assert heading() in told(app)[0]
    next(each for each in app.button if each.label == say("undo")).click().run()
    assert heading() not in told(app)[0]


@pytest.mark.parametrize("label", ["controls.reset", "fresh.new.together"])
def test_after_a_fresh_start_nothing_is_compared_with_the_link(label):
    app = deductible_paid(the_next_day(), 100.0)
    next(each for each in app.button if each.label == say(label)).click().run()
    assert not session(app).get(state.EARLIER)
    assert heading() not in told(app)[0]


def test_a_link_of_the_same_day_is_no_earlier_one():
    app = deductible_paid(the_next_day(made=TODAY), 100.0)
    assert not any("Other than in the link" in each for each in told(app)[0])


def test_whoever_looks_around_alone_is_told_nothing_of_it():
    app = opened(**freeze(THEN, THE_DAY_BEFORE).to_query(), are_inputs_unfolded=True)
    deductible_paid(app, 100.0)
    assert heading() not in told(app)[0]
