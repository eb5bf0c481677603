"""The page "What matters", and what it changes elsewhere (without a browser)."""

import pytest
from page_reader import drawn, opened, rows, told
from scenarios import TODAY

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.comparison.side_by_side import picked_topics as topic_words
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.decide import words as decision_words
from carechoice.ui.text import plain

START = {"start_date": "2027-01-04"}


def topic_box(app, key):
    return app.checkbox(key=f"topic_{key}")


def pick(app, *keys):
    for key in keys:
        topic_box(app, key).check().run()
        assert not app.exception
    return app


def text_of(app):
    return "\n".join(told(app)[0])


def tables(app):
    return [rows(table) for table in app.table]


def test_the_page_says_what_the_choice_is_about():
    app = opened("decide.py")
    assert plain(say("topics.lead")) in told(app)[0]
    for part in ("mental health", "alcohol or drugs", "two kinds of care"):
        assert part in say("topics.lead")


def test_every_topic_has_a_card_and_none_is_picked_at_the_start():
    app = opened("decide.py")
    assert [box.label for box in app.checkbox] == [
        topic.label for topic in catalog().topics.values()
    ]
    assert not any(box.value for box in app.checkbox)
    for topic in catalog().topics.values():
        assert topic.question in text_of(app)


def test_picked_topics_come_first_on_the_compare_page():
    app = pick(opened("decide.py", **START), "money", "time")
    assert app.session_state["topics"] == ("money", "time")
    app.switch_page("compare.py").run()
    asked = Scenario.from_query({"topics": "money|time", **START}, today=TODAY).scenario
    result = compare(asked)
    matters, figures = tables(app)
    assert matters == [[plain(cell) for cell in row] for row in topic_words.rows(result)]
    assert matters[0][0] == "**Money**"
    assert figures[0][0] == say("figures.patient")
    assert drawn(app)[0]["alt"].startswith("Bar chart of who pays")


def test_where_nothing_is_picked_the_compare_page_says_nothing_of_it():
    app = opened(**START)
    assert say("topics.title") not in [header.value for header in app.header]
    assert len(app.table) == 1


def test_a_topic_can_be_taken_away_again():
    app = pick(opened("decide.py"), "money")
    topic_box(app, "money").uncheck().run()
    assert app.session_state["topics"] == ()
    assert say("topics.none", most=3) in told(app)[0]


def test_with_three_picked_the_others_wait_until_one_is_taken_away():
    app = pick(opened("decide.py"), "money", "time", "leave")
    open_boxes = {box.key for box in app.checkbox if not box.disabled}
    assert open_boxes == {"topic_money", "topic_time", "topic_leave"}
    assert say("topics.full") in text_of(app)
    topic_box(app, "time").uncheck().run()
    assert not any(box.disabled for box in app.checkbox)


def test_a_link_restores_the_topics():
    app = opened("decide.py", topics="group|travel")
    assert {box.key for box in app.checkbox if box.value} == {"topic_group", "topic_travel"}
    assert "You picked: Group or one-to-one, Getting there." in text_of(app)


def test_topics_stay_when_the_page_changes_and_go_with_a_reset():
    app = pick(opened("decide.py"), "privacy")
    app.switch_page("sources.py").run()
    app.switch_page("decide.py").run()
    assert topic_box(app, "privacy").value
    reset = next(each for each in app.button if each.label == say("controls.reset"))
    reset.click().run()
    assert not topic_box(app, "privacy").value


def test_too_many_topics_in_a_link_are_named_and_not_used():
    app = opened("decide.py", topics="time|money|group|leave")
    assert "What matters to me (" in app.info[0].value
    assert not any(box.value for box in app.checkbox)


@pytest.mark.parametrize("name", decision_words.SURE)
def test_a_no_brings_its_next_step_and_a_yes_brings_nothing(name):
    app = opened("decide.py")
    answer = app.radio(key=f"sure_{name}")
    assert answer.value is None
    assert not app.info
    answer.set_value("no").run()
    assert [box.value for box in app.info] == [plain(decision_words.after_no(name))]
    app.radio(key=f"sure_{name}").set_value("yes").run()
    assert not app.info


def test_answers_stay_in_the_session_and_out_of_the_address():
    app = opened("decide.py", **START)
    before = app.session_state["comparison"].scenario
    app.radio(key="sure_support").set_value("no").run()
    app.radio(key="assess_safe").set_value("worried").run()
    app.switch_page("compare.py").run()
    assert app.session_state["comparison"].scenario == before
    app.switch_page("decide.py").run()
    assert app.radio(key="sure_support").value == "no"


def test_who_is_worried_about_safety_finds_the_crisis_lines_there():
    app = opened("decide.py")
    assert not app.error
    app.radio(key="assess_safe").set_value("worried").run()
    (box,) = [each.value for each in app.error]
    for line in catalog().crisis.values():
        assert line.phone in box
    app.radio(key="assess_safe").set_value("safe").run()
    assert not app.error


def test_the_page_leads_from_what_matters_to_the_next_steps():
    app = opened("decide.py", **START)
    asked = compare(Scenario.from_query(START, today=TODAY).scenario)
    assert [header.value for header in app.header] == [
        say(f"{part}.title") for part in ("topics", "sure", "assess", "next")
    ]
    for text in (*decision_words.assessment(asked).values(), *decision_words.next_steps(asked)):
        assert plain(text) in text_of(app)


def test_the_audit_stands_on_the_sources_page_in_a_fold_that_is_drawn_when_it_is_open():
    app = opened("sources.py")
    assert "self-assessed, not certified" in text_of(app)
    assert "Gives the sources" not in text_of(app)
    app.session_state["fold_audit"] = True
    app.run()
    for row in catalog().audit.values():
        assert f"**{row.key}. {row.item}.**" in text_of(app)
