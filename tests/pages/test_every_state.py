"""The pages as they are drawn, under plans and ways of paying: every sentence of them is true."""

import pytest
from page_reader import told, unfolded
from scenarios import TODAY
from sentence_reader import why_false
from sentence_rules.plan import OF_A_PLAN
from sentence_rules.rule import EXPLAINED

from carechoice.comparison.compare import compare
from carechoice.inputs.scenario import Scenario

ACROSS = {"start_date": "2026-12-07"}
STATES = {
    "self-pay": {"plan": "none"},
    "nothing owed": {"plan": "masshealth"},
    "medicare": {"plan": "medicare", "iop_hours_per_week": "30"},
    "out of network": {
        "network": "oon", "therapy_charge_usd": "220", "iop_charge_per_day_usd": "600",
    },
    "short": {"therapy_hours_per_week": "5", "therapy_sessions": "1", "iop_hours_per_week": "3"},
}  # fmt: skip
# What stands on the page of sources is about all plans.
PAGES = ("compare.py", "bill.py", "care.py", "decide.py", "share.py")


def lines_of(app):
    """All text of a page and of its tables and charts, line by line, and the inputs' labels."""
    texts, pictures = told(app)
    inputs = (*app.slider, *app.selectbox, *app.toggle)
    boxes = (box.value for box in (*app.warning, *app.info))
    labels = (each.label for each in inputs if not each.disabled)
    alts = (picture["alt"] for picture in pictures)
    told_here = (*texts, *boxes, *labels, *alts)
    return [line for text in told_here for line in text.splitlines()]


def about(inputs):
    given = {**ACROSS, **inputs}
    return compare(Scenario.from_query(given, today=TODAY).scenario)


@pytest.mark.parametrize("inputs", STATES.values(), ids=STATES)
def test_no_line_of_a_page_is_false(inputs):
    result = about(inputs)
    app = unfolded(**ACROSS, **inputs)
    app.session_state["fold_inputs"] = app.session_state["fold_glossary"] = True
    for page in PAGES:
        app.switch_page(page).run()
        assert not app.exception
        lines = lines_of(app)
        assert len(lines) > 20
        assert [(line, why) for line in lines for why in why_false(line, result)] == []


def test_where_nothing_is_owed_no_chart_and_no_step_of_nothing_is_drawn():
    app = unfolded("bill.py", **ACROSS, plan="masshealth")
    texts, pictures = told(app)
    assert pictures == []
    assert not any("Sessions 1 to" in text for text in texts)
    assert sum("pays all of each visit" in text for text in texts) == 1


def test_where_a_bill_is_owed_its_charts_are_drawn():
    _, pictures = told(unfolded("bill.py", **ACROSS))
    assert len(pictures) == 4


def test_without_insurance_no_input_and_no_word_is_of_a_plan():
    app = unfolded(**ACROSS, plan="none")
    app.session_state["fold_glossary"] = True
    app.run()
    words_of_plans = [
        line for line in lines_of(app) if OF_A_PLAN.search(line) and EXPLAINED.match(line)
    ]
    assert words_of_plans == []
