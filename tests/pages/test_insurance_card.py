"""What stands in the window of the insurance card (without a browser, and without the window)."""

import pytest
from page_reader import PATIENCE_SECONDS, press
from page_reader import opened as opened_page
from scenarios import TODAY
from streamlit.testing.v1 import AppTest

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.inputs.card import BOXES
from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.language.sentences import say

CARD = """
import streamlit as st

from carechoice.inputs import clock
from carechoice.inputs.scenario import Scenario
from carechoice.ui import session_catalog, state
from carechoice.ui.inputs import insurance_card

session_catalog.use()
for field, value in Scenario.default(clock.today()).to_values().items():
    st.session_state.setdefault(field, value)
st.session_state.setdefault(state.CARD, insurance_card.Window("card_open"))
insurance_card.card()
"""


def opened():
    app = AppTest.from_string(CARD, default_timeout=PATIENCE_SECONDS)
    app.run()
    assert not app.exception
    return app


def used(app, **boxes):
    for field, text in boxes.items():
        next(box for box in app.text_input if box.key == f"card_{field}").set_value(text)
    press(app, say("card.use"))


def held(app):
    return Scenario.from_values({field: app.session_state[field] for field in FIELDS}, today=TODAY)


def told(app):
    return " ".join(block.value for block in app.markdown)


def test_the_boxes_have_the_words_of_a_card_and_the_crisis_line_stands_below():
    app = opened()
    assert [box.label for box in app.text_input] == [say(f"card.box.{field}") for field in BOXES]
    assert [each.label for each in app.radio] == [say("card.whose")]
    assert say("card.lead") in told(app)
    assert "988" in told(app)


def test_a_card_becomes_the_plan():
    """18 visits at $30 are $540; of the coinsurance the patient pays 20, so the plan pays 80."""
    app = opened()
    used(app, therapy_copay_usd="$30", plan_pays_percent="20", oop_max_usd="5000")
    plan = held(app).plan
    assert plan.therapy.copay_usd == 30
    assert (plan.pays_percent, plan.oop_max_usd, plan.key) == (80, 5000, "own")
    assert compare(held(app)).options["therapy"].patient_usd.likely == 540


def test_the_share_may_be_the_plans():
    app = opened()
    app.radio[0].set_value("plans")
    used(app, plan_pays_percent="20")
    assert held(app).plan.pays_percent == 20


@pytest.mark.parametrize("plan", ["medicare", "masshealth", "none"])
def test_a_plan_that_needs_no_card_is_one_tap(plan):
    app = opened()
    press(app, catalog().plans[plan].label)
    assert held(app).plan.key == plan


def test_a_box_that_cannot_be_read_says_why_and_nothing_is_taken():
    app = opened()
    before = held(app)
    used(app, deductible_usd="1.500", oop_max_usd="4001")
    (problem,) = app.error
    assert say("typed.unclear") in problem.value
    assert held(app) == before


def test_a_button_among_the_inputs_opens_the_window():
    app = opened_page()
    press(app, say("card.open"))
    assert windows(app) == [say("card.title")]


def windows(app):
    return [each.proto.dialog.title for each in app.get("dialog")]


def test_the_window_stays_open_while_the_page_changes_below_it():
    app = opened_page()
    press(app, say("card.open"))
    app.run()
    assert windows(app) == [say("card.title")]


def test_it_is_closed_on_another_page_and_stays_so_on_the_way_back():
    app = opened_page()
    press(app, say("card.open"))
    for page in ("bill.py", "compare.py"):
        app.switch_page(page).run()
        assert not windows(app)
