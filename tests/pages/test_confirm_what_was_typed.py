"""Every number of the plan that a bill is made from can be marked as confirmed, typed or asked."""

import pytest
from page_reader import unfolded, widget

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.files.numbers import record_note
from carechoice.inputs import clock
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import confirmable, used

START = {"start_date": "2027-01-04"}
# A verification of benefits as staff type it in: nine numbers.
VERIFIED = {
    "therapy_price_usd": "142",
    "iop_price_per_day_usd": "410",
    "plan_pays_percent": "70",
    "deductible_usd": "1500",
    "deductible_met_usd": "200",
    "oop_max_usd": "6000",
    "oop_met_usd": "350",
    "therapy_copay_usd": "40",
    "iop_copay_per_day_usd": "75",
}


def bill_page(**query):
    app = unfolded("bill.py", **{**START, **query})
    app.session_state["fold_answers"] = True
    return app.run()


def scenario_held(app):
    held = {field: app.session_state[field] for field in catalog().parameters}
    return Scenario.from_values(held, today=clock.today())


def to_mark(app):
    return {button.key.removeprefix("mark_") for button in app.button if is_mark(button)}


def is_mark(button):
    return (button.key or "").startswith("mark_")


def blanks(app):
    drawn = [*app.text_input, *app.selectbox]
    keys = [each.key for each in drawn if each.key.startswith("answer_")]
    return {key.removeprefix("answer_") for key in keys}


def press(app, key):
    next(button for button in app.button if button.key == key).click().run()
    assert not app.exception
    return app


def test_each_of_nine_typed_numbers_can_be_marked_and_the_note_says_so():
    app = bill_page(**VERIFIED)
    before = scenario_held(app)
    for field in VERIFIED:
        press(app, f"mark_{field}")
    assert dict(app.session_state["confirmed"]) == dict.fromkeys(VERIFIED, clock.today())
    now = scenario_held(app)
    assert compare(now).ledger == compare(before).ledger
    text = record_note.note(compare(now), freeze(now, clock.today()))
    (line,) = [each for each in text.splitlines() if each.startswith("Confirmed with the plan")]
    for part in ("Price of one session: $142", "Deductible already paid: $200", "pays: 70%"):
        assert part in line
    assert not to_mark(app) & set(VERIFIED)


@pytest.mark.parametrize("network", ["in", "oon"])
@pytest.mark.parametrize("plan", ["employer", "high_deductible", "medicare", "masshealth", "none"])
def test_every_number_the_bill_uses_is_asked_or_can_be_marked(plan, network):
    app = bill_page(plan=plan, network=network)
    scenario = scenario_held(app)
    assert set(used(scenario)) <= to_mark(app) | blanks(app) <= set(confirmable(scenario))
    assert not to_mark(app) & blanks(app)


def test_without_insurance_there_is_nothing_to_mark():
    assert not to_mark(bill_page(plan="none", deductible_usd="1500"))


def test_a_yes_or_no_that_was_set_can_be_marked():
    app = press(bill_page(therapy_deductible_applies="yes"), "mark_therapy_deductible_applies")
    assert dict(app.session_state["confirmed"]) == {"therapy_deductible_applies": clock.today()}


def test_a_mark_taken_back_leaves_the_number_as_it_was_typed():
    app = press(bill_page(deductible_usd="1500"), "mark_deductible_usd")
    press(app, "undo_deductible_usd")
    assert app.session_state["confirmed"] == ()
    assert app.session_state["deductible_usd"] == 1500


def test_a_mark_that_came_with_a_link_is_taken_back_without_changing_the_number():
    app = bill_page(deductible_usd="1500", confirmed="deductible_usd:2026-11-20")
    press(app, "undo_deductible_usd")
    assert app.session_state["confirmed"] == ()
    assert app.session_state["deductible_usd"] == 1500


def test_a_marked_number_that_is_moved_counts_as_confirmed_no_longer():
    app = press(bill_page(deductible_usd="1500"), "mark_deductible_usd")
    widget(app, "deductible_usd").set_value(1600.0).run()
    assert app.session_state["confirmed"] == ()
    assert "deductible_usd" in to_mark(app)
