"""Every page opens, and every input changes what it should (without a browser)."""

import json
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from carechoice import bill_words, captions, care_words, words
from carechoice.catalog import catalog
from carechoice.charts import charts
from carechoice.comparison import compare
from carechoice.scenario import FIELDS, OTHER_TERMS, Scenario
from carechoice.ui import state
from carechoice.ui.controls import FOLDS
from carechoice.ui.frame import plain

MAIN = Path(__file__).parents[2] / "pages" / "main.py"
PAGES = ("compare.py", "bill.py", "week.py", "care.py", "decide.py", "share.py", "sources.py")
# Drawn in the column of inputs, and not on one page only.
DRAWN_FIELDS = tuple(
    field
    for field in FIELDS
    if not catalog().parameters[field].is_on_one_page_only and field != "fixed_hours"
)
# Drawn on the page "Your week" and not in the column of inputs.
WEEK_FIELDS = tuple(r.key for r in catalog().parameters.values() if r.section == "week")
# A second value for each input, which must show on the page.
OTHER = {
    "therapy_hours_per_week": 2.0,
    "therapy_sessions": 10,
    "therapy_session_minutes": 45,
    "therapy_price_usd": 200.0,
    "iop_hours_per_week": 12.0,
    "iop_weeks": 6,
    "iop_hours_per_day": 4.5,
    "iop_price_per_day_usd": 300.0,
    "start_date": date(2027, 3, 1),
    "plan": "medicare",
    "plan_pays_percent": 60.0,
    "deductible_usd": 500.0,
    "deductible_met_usd": 1000.0,
    "oop_max_applies": False,
    "oop_max_usd": 2000.0,
    "oop_met_usd": 3500.0,
    "therapy_copay_usd": 40.0,
    "therapy_deductible_applies": True,
    "iop_copay_per_day_usd": 30.0,
    "iop_deductible_applies": False,
    "network": "self_pay",
    "plan_year_start": "07-01",
    "therapy_charge_usd": 180.0,
    "iop_charge_per_day_usd": 400.0,
    "travel_usd_per_visit": 12.0,
    "travel_minutes_per_visit": 40.0,
    "unpaid_usd_per_hour": 25.0,
    "child_care_usd_per_hour": 15.0,
    "mode": "together",
    "third_path": "step_down",
    "step_down_sessions": 12,
    "step_up_sessions": 3,
    "visits_online": True,
    "therapy_time_of_day": "evening",
    "iop_time_of_day": "afternoon",
    "time_zone": "America/Denver",
    "other_plan": "medicare",
    "other_plan_pays_percent": 60.0,
    "other_deductible_usd": 500.0,
    "other_oop_max_usd": 1000.0,
    "other_therapy_copay_usd": 40.0,
    "other_iop_copay_per_day_usd": 30.0,
}
# What an input moves only together with others: the state it is tried in.
TRIED_WITH = {
    "oop_max_applies": {"oop_max_usd": "2000"},
    "plan_year_start": {"start_date": "2027-06-07"},
    "therapy_charge_usd": {"network": "oon"},
    "iop_charge_per_day_usd": {"network": "oon"},
    "step_down_sessions": {"third_path": "step_down"},
    "step_up_sessions": {"third_path": "step_up"},
    "travel_minutes_per_visit": {"child_care_usd_per_hour": "15"},
    "visits_online": {"travel_minutes_per_visit": "60"},
    **{field: {"other_plan": "employer"} for field in OTHER_TERMS},
}
# What shows on another page than the comparison.
SHOWS_ON = {
    **{field: "bill.py" for field in FIELDS if field.startswith("other_")},
    **dict.fromkeys((*WEEK_FIELDS, "visits_online"), "week.py"),
    "travel_usd_per_visit": "bill.py",
    "travel_minutes_per_visit": "bill.py",
    "unpaid_usd_per_hour": "bill.py",
    "child_care_usd_per_hour": "bill.py",
}


def opened(page="compare.py", *, unfolded=True, plain_sliders=True, **query):
    """The app at a page, by default with the folds of inputs open and with ordinary sliders."""
    app = AppTest.from_file(MAIN, default_timeout=30)
    # Without a browser nothing moves a live slider; what it sends is tested below and in a browser.
    app.session_state[state.PLAIN_SLIDERS] = plain_sliders
    for fold in FOLDS:
        app.session_state[f"more_{fold}"] = unfolded
    for field, value in query.items():
        app.query_params[field] = value
    app.run()
    if page != "compare.py":
        app.switch_page(page).run()
    assert not app.exception
    return app


def components(app, name):
    """What each of our components of this name is told."""
    parts = [each.proto for each in app.get("bidi_component")]
    return [json.loads(part.json) for part in parts if part.component_name == name]


def drawn(app):
    """What each chart of the page draws: its figure and its alternative text."""
    return components(app, "chart")


def sliders(app):
    """What each live slider of the page is told, by field."""
    return {part["field"]: part for part in components(app, "slider")}


def told(app):
    """All text of the page, and what its charts draw."""
    tables = [table.value.to_csv() for table in app.table]
    return [*(block.value for block in app.markdown), *tables], drawn(app)


def widget(app, field):
    return next(
        each
        for kind in ("slider", "selectbox", "toggle", "date_input")
        for each in getattr(app, kind)
        if each.key == field
    )


def shows(app, scenario):
    """Whether the page shows the words and charts of this scenario."""
    result = compare(scenario)
    texts, pictures = told(app)
    expected = {plain(captions.cost_caption(result)), plain(captions.time_caption(result))}
    return expected <= set(texts) and [each["alt"] for each in pictures] == [
        chart.alt for chart in charts(result)
    ]


@pytest.mark.parametrize("page", PAGES)
def test_the_page_opens_with_the_decision_the_answer_and_the_crisis_line(page):
    app = opened(page)
    texts, _ = told(app)
    assert app.title[0].value == words.say("title")
    assert words.crisis_line() in texts
    for sentence in words.answer(compare(Scenario.default(date.today()))).values():
        parts = plain(sentence).split("**")
        assert any(all(part in text for part in parts) for text in texts)


def test_with_live_sliders_the_answer_is_a_component_that_can_go_ahead_of_the_page():
    (answer,) = components(opened(plain_sliders=False), "answer")
    assert answer["sentences"] == words.answer_parts(compare(Scenario.default(date.today())))


def test_the_compare_page_shows_the_default_scenario():
    assert shows(opened(), Scenario.default(date.today()))


def test_there_is_an_input_for_every_field_and_another_value_to_try():
    assert set(DRAWN_FIELDS) == set(OTHER)
    app, week = opened(), opened("week.py")
    for field in DRAWN_FIELDS:
        assert widget(week if field in WEEK_FIELDS else app, field)


@pytest.mark.parametrize("field", DRAWN_FIELDS)
def test_every_input_changes_what_the_page_shows(field):
    app = opened(SHOWS_ON.get(field, "compare.py"), **TRIED_WITH.get(field, {}))
    before = told(app)
    assert widget(app, field).value != OTHER[field]
    widget(app, field).set_value(OTHER[field]).run()
    assert not app.exception
    assert told(app) != before
    held = {name: app.session_state[name] for name in FIELDS}
    assert held[field] == OTHER[field]
    if field not in SHOWS_ON:
        assert shows(app, Scenario.from_values(held, today=date.today()))


@pytest.mark.parametrize("field", [r.key for r in catalog().parameters.values() if r.is_number])
def test_each_number_has_a_live_slider_with_its_words_and_bounds(field):
    row = catalog().parameters[field]
    part = sliders(opened(plain_sliders=False))[field]
    assert part["label"] == row.label
    assert [part["minimum"], part["maximum"]] == list(row.bounds)
    assert part["value"] == Scenario.default(date.today()).to_values()[field]
    told = "".join(run["text"] for paragraph in part["help"] for run in paragraph)
    assert row.help in told
    assert all(say in part["bounds"] for say in (f"{row.bounds[0]:,g}", f"{row.bounds[1]:,g}"))


MOVED = """
from datetime import date

import streamlit as st

from carechoice.scenario import Scenario
from carechoice.ui import controls

for field, value in Scenario.default(date.today()).to_values().items():
    st.session_state.setdefault(field, value)
controls.take_moved(st.session_state["moved"], st.session_state["sent"])
"""


PLAN_CHOICES = [
    row.key
    for row in catalog().parameters.values()
    if row.section == "insurance" and row.key != "plan" and row.kind in ("choice", "yes_no")
]


@pytest.mark.parametrize("field", PLAN_CHOICES)
def test_each_choice_of_the_plan_says_where_its_value_comes_from(field):
    app, row = opened(), catalog().parameters[field]
    assert widget(app, field).label == f"{row.label} (starting value)"
    widget(app, field).set_value(OTHER[field]).run()
    assert widget(app, field).label == f"{row.label} (you said)"
    # Another label is the same input still.
    assert widget(app, field).value == app.session_state[field] == OTHER[field]


def test_a_choice_of_the_plan_may_be_an_examples_or_confirmed():
    app = opened(plan="medicare", confirmed="therapy_deductible_applies:2026-11-25")
    assert widget(app, "oop_max_applies").label.endswith(" (example plan)")
    assert widget(app, "therapy_deductible_applies").label.endswith(" (plan confirmed)")


def test_choices_of_no_plan_have_their_label_alone():
    app = opened()
    for field in ("plan", "third_path", "visits_online", "start_date"):
        assert widget(app, field).label == catalog().parameters[field].label


def held_after(field, sent):
    """What the session holds once the live slider of a field has sent this."""
    app = AppTest.from_string(MOVED)
    app.session_state["moved"], app.session_state["sent"] = field, sent
    app.run()
    assert not app.exception
    return app.session_state[field]


@pytest.mark.parametrize(
    ("field", "sent", "held"),
    [
        ("iop_weeks", 9, 9),
        ("iop_weeks", 9.0, 9),
        ("therapy_price_usd", 130.5, 130.5),
        ("iop_weeks", 9.5, 8),
        ("iop_weeks", 27, 8),
        ("iop_weeks", float("nan"), 8),
        ("iop_weeks", "many", 8),
        ("iop_weeks", [9], 8),
        ("iop_weeks", None, 8),
    ],
)
def test_what_a_live_slider_sends_is_taken_if_it_is_a_value_of_the_input(field, sent, held):
    assert held_after(field, sent) == held


def test_an_example_plan_fills_the_plan_fields():
    app = opened()
    widget(app, "plan").set_value("medicare").run()
    assert widget(app, "deductible_usd").value == 283
    assert widget(app, "oop_max_applies").value is False
    assert shows(app, Scenario.from_query({"plan": "medicare"}, today=date.today()).scenario)


def test_a_changed_term_makes_the_plan_my_own():
    app = opened()
    widget(app, "deductible_usd").set_value(500.0).run()
    assert widget(app, "plan").value == "own"


def test_reset_brings_every_default_back():
    app = opened(plan="medicare", therapy_sessions="3", iop_weeks="99")
    next(
        button for button in app.button if button.label == words.say("controls.reset")
    ).click().run()
    held = {field: app.session_state[field] for field in FIELDS}
    assert held == Scenario.default(date.today()).to_values()
    assert not app.info


def test_plan_terms_are_greyed_out_without_insurance():
    app = opened(plan="none")
    greyed = {each.key for each in (*app.slider, *app.selectbox, *app.toggle) if each.disabled}
    assert {"plan_pays_percent", "deductible_usd", "therapy_copay_usd"} <= greyed
    assert "iop_weeks" not in greyed
    assert "plan" not in greyed


def test_inputs_in_closed_folds_are_not_drawn_and_keep_their_values():
    query = {"therapy_price_usd": "200", "deductible_usd": "500", "start_date": "2027-01-04"}
    app = opened(unfolded=False, **query)
    assert "deductible_usd" not in {slider.key for slider in app.slider}
    widget(app, "iop_weeks").set_value(6).run()
    asked = Scenario.from_query({**query, "iop_weeks": "6"}, today=date.today()).scenario
    assert shows(app, asked)
    app.session_state["more_plan"] = True
    assert widget(app.run(), "deductible_usd").value == 500


def test_a_value_changed_in_a_fold_stays_when_the_fold_is_closed():
    app = opened(start_date="2027-01-04")
    widget(app, "deductible_usd").set_value(500.0).run()
    app.session_state["more_plan"] = False
    app.run()
    app.switch_page("sources.py").run()
    app.switch_page("compare.py").run()
    query = {"deductible_usd": "500", "start_date": "2027-01-04"}
    assert shows(app, Scenario.from_query(query, today=date.today()).scenario)


def test_a_link_restores_its_scenario():
    query = {"plan": "medicare", "therapy_sessions": "10", "start_date": "2027-01-04"}
    assert shows(opened(**query), Scenario.from_query(query, today=date.today()).scenario)


def test_a_link_with_unusable_values_says_which_and_uses_the_rest():
    app = opened(iop_weeks="99", unknown="1", therapy_sessions="10")
    (line,) = [block.value for block in app.info]
    assert "iop_weeks" in line
    assert "unknown" in line
    assert "therapy_sessions" not in line
    assert widget(app, "therapy_sessions").value == 10
    assert widget(app, "iop_weeks").value == 8


def test_a_contradiction_is_said_and_blocks_nothing():
    app = opened(deductible_usd="5000")
    assert "above your out-of-pocket maximum" in app.warning[0].value
    assert len(drawn(app)) == 3


def test_values_stay_when_the_page_changes():
    app = opened()
    widget(app, "therapy_sessions").set_value(7).run()
    app.switch_page("sources.py").run()
    assert widget(app, "therapy_sessions").value == 7
    app.switch_page("compare.py").run()
    assert widget(app, "therapy_sessions").value == 7


def test_the_sources_page_shows_the_sum_with_the_persons_numbers():
    app = opened("sources.py", therapy_sessions="10", start_date="2027-01-04")
    texts, _ = told(app)
    assert any("10 sessions x \\$130.23 = \\$1,302.30" in text for text in texts)


def test_the_sources_page_lists_every_source_and_every_limit():
    texts = "\n".join(told(opened("sources.py"))[0])
    for source in catalog().sources.values():
        assert source.title in texts
    assert texts.count("\n- ") >= len(catalog().sources)
    assert "Holidays" in texts


def test_the_bill_page_tells_both_bills_and_draws_its_four_charts():
    app = opened("bill.py", start_date="2027-01-04")
    texts, pictures = told(app)
    scenario = Scenario.from_query({"start_date": "2027-01-04"}, today=date.today()).scenario
    for pathway in ("therapy", "iop"):
        for line in bill_words.told_steps(compare(scenario), pathway):
            assert any(plain(line) in text for text in texts)
    keys = [part["alt"].split(" ")[0:2] for part in pictures]
    assert keys == [["Line", "chart"], ["Line", "chart"], ["Chart", "of"], ["Bar", "chart"]]


def rungs_told(app):
    """The first column of the ladder of care."""
    return list(app.table[0].value.iloc[:, 0])


@pytest.mark.parametrize(("hours", "rung"), [(8.5, 1), (9.0, 2), (19.5, 2), (20.0, 3)])
def test_a_slider_moves_the_options_along_the_ladder_of_care(hours, rung):
    app = opened("care.py", start_date="2027-01-04")
    widget(app, "iop_hours_per_week").set_value(hours).run()
    assert not app.exception
    marked = [place for place, cell in enumerate(rungs_told(app)) if "**IOP**" in cell]
    assert marked == [rung]
    assert "**Therapy**" in rungs_told(app)[1]


def test_the_care_page_tells_what_its_charts_show_and_what_is_known():
    app = opened("care.py", start_date="2027-01-04")
    texts, pictures = told(app)
    result = compare(Scenario.from_query({"start_date": "2027-01-04"}, today=date.today()).scenario)
    assert plain(care_words.included_caption(result)) in texts
    assert plain(care_words.filling_caption(result)) in texts
    assert [part["alt"] for part in pictures] == [
        care_words.included_alt(result),
        care_words.filling_alt(result),
    ]
    everything = "\n".join(texts)
    for topic in ("options", "stopping", "waiting"):
        for study in care_words.studies(topic):
            assert all(plain(line) in everything for line in study)
    for line in (*care_words.neither(), *words.crisis_entries()):
        assert line in everything


def with_answers(**query):
    app = opened("bill.py", **query)
    app.session_state["fold_answers"] = True
    return app.run()


def question_blank(app, field):
    return next(
        each for each in (*app.number_input, *app.selectbox) if each.key == f"answer_{field}"
    )


def range_told(app):
    return next(text for text in told(app)[0] if text.startswith("We tried"))


def test_an_answer_of_the_plan_narrows_the_range_and_stays_in_the_link():
    app = with_answers(start_date="2027-01-04")
    before = range_told(app)
    assert "Deductible" in before
    question_blank(app, "deductible_usd").set_value(1500.0).run()
    assert not app.exception
    assert app.session_state["deductible_usd"] == 1500
    assert app.session_state["confirmed"] == (("deductible_usd", date.today()),)
    assert "Deductible" not in range_told(app)
    assert range_told(app) != before
    assert any("Your plan said: \\$1,500" in text for text in told(app)[0])
    undo = next(button for button in app.button if button.key == "undo_deductible_usd")
    undo.click().run()
    assert app.session_state["confirmed"] == ()
    assert app.session_state["deductible_usd"] == 1886
    assert question_blank(app, "deductible_usd").value is None
    assert range_told(app) == before


def test_a_yes_or_no_answer_is_taken_too():
    app = with_answers(start_date="2027-01-04")
    question_blank(app, "iop_deductible_applies").set_value(False).run()
    assert app.session_state["iop_deductible_applies"] is False
    assert dict(app.session_state["confirmed"])["iop_deductible_applies"] == date.today()


def test_moving_a_confirmed_input_takes_the_answer_back():
    app = opened("bill.py", start_date="2027-01-04", confirmed="deductible_usd:2026-11-25")
    assert any("Your plan said" in text for text in told(app)[0])
    widget(app, "deductible_usd").set_value(500.0).run()
    assert app.session_state["confirmed"] == ()


def with_lines(app, *, therapy="", iop=""):
    app.session_state["fold_summary"] = True
    app.run()
    for key, line in (("summary_therapy", therapy), ("summary_iop", iop)):
        next(each for each in app.text_input if each.key == key).set_value(line)
    return app.run()


def use_button(app):
    return next(each for each in app.button if each.label == words.say("read.use"))


def test_lines_of_a_plans_summary_are_shown_back_and_then_used():
    app = with_lines(
        opened("bill.py"), therapy="$35 copay/visit", iop="30% coinsurance after deductible"
    )
    assert app.session_state["therapy_copay_usd"] == 27
    assert any("a copayment of \\$35 a visit" in text for text in told(app)[0])
    use_button(app).click().run()
    assert not app.exception
    assert app.session_state["therapy_copay_usd"] == 35
    assert app.session_state["plan_pays_percent"] == 70
    assert widget(app, "plan").value == "own"
    confirmed = dict(app.session_state["confirmed"])
    assert set(confirmed) == {
        "therapy_copay_usd",
        "plan_pays_percent",
        "iop_copay_per_day_usd",
        "iop_deductible_applies",
    }


def test_a_line_that_is_not_understood_is_shown_back_and_cannot_be_used():
    app = with_lines(opened("bill.py"), iop="20% up to the fifth visit")
    assert "up to the fifth visit" in app.warning[0].value
    assert use_button(app).disabled
    assert len(drawn(app)) == 4


def test_pasted_lines_stay_when_the_page_changes():
    app = with_lines(opened("bill.py"), therapy="$35 copay/visit")
    app.switch_page("compare.py").run()
    app.switch_page("bill.py").run()
    app.session_state["fold_summary"] = True
    app.run()
    assert next(e for e in app.text_input if e.key == "summary_therapy").value == "$35 copay/visit"


def test_another_plan_fills_its_numbers_and_is_compared():
    app = opened("bill.py", start_date="2027-01-04")
    widget(app, "other_plan").set_value("medicare").run()
    assert widget(app, "other_deductible_usd").value == 283
    assert any("under the other plan" in text for text in told(app)[0])


def test_the_months_and_the_inputs_stand_in_folds():
    app = opened("bill.py", start_date="2027-01-04")
    assert not any("March 2027" in table.value.to_csv() for table in app.table)
    app.session_state["fold_months"] = True
    app.session_state["fold_inputs"] = True
    app.run()
    tables = "\n".join(table.value.to_csv() for table in app.table)
    assert "March 2027" in tables
    assert "starting value" in tables


@pytest.mark.parametrize("path", ["step_down", "step_up"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_a_third_way_and_says_its_answer(page, path):
    app = opened(page, third_path=path, start_date="2026-11-30", topics="time|travel")
    told_answer = words.answer(compare(asked(third_path=path, start_date="2026-11-30")))[path]
    first_words = plain(told_answer).split("**")[2]
    assert any(first_words in text for text in told(app)[0])


def asked(**query):
    return Scenario.from_query(query, today=date.today()).scenario


@pytest.mark.parametrize("page", PAGES)
def test_the_words_are_explained_beside_the_inputs_on_every_page(page):
    app = opened(page)
    assert not any("**Deductible**" in text for text in told(app)[0])
    app.session_state["fold_glossary"] = True
    told_words = "\n".join(told(app.run())[0])
    for row in catalog().glossary.values():
        assert f"**{row.term}**: {row.meaning}" in told_words
