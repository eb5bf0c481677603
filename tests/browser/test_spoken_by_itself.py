"""What a screen reader speaks by itself on the pages: what changed of the answer, and no more."""

import pytest
from playwright.sync_api import expect
from visitor import START, scenario_of

from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.language.sentences import say


def answer(**values):
    sentences = words.answer(compare(scenario_of(START | values)))
    return {pathway: sentence.replace("*", "") for pathway, sentence in sentences.items()}


@pytest.mark.by_night
def test_a_sliders_option_is_spoken_alone_and_a_plan_and_its_undo_speak_both(tab):
    visitor = tab().open("/", START)
    expect(visitor.status).to_have_text("")
    visitor.type_value("iop_weeks", 9)
    expect(visitor.status).to_have_text(answer(iop_weeks=9)["iop"])
    visitor.slider("therapy_sessions").press("ArrowRight")
    expect(visitor.status).to_have_text(answer(iop_weeks=9, therapy_sessions=19)["therapy"])
    # The first that is said of the plan narrows both.
    visitor.type_value("plan_pays_percent", 70)
    own = {"iop_weeks": 9, "therapy_sessions": 19, "plan_pays_percent": 70}
    expect(visitor.status).to_have_text(" ".join(answer(**own).values()))
    visitor.settled().choose_plan("medicare")
    medicare = {"iop_weeks": 9, "therapy_sessions": 19, "plan": "medicare"}
    expect(visitor.status).to_have_text(" ".join(answer(**medicare).values()))
    visitor.settled().main.get_by_role("button", name=say("undo")).press("Enter")
    expect(visitor.status).to_have_text(" ".join(answer(**own).values()))


def test_another_page_is_spoken_by_its_heading_and_the_answer_is_not_said_again(tab):
    visitor = tab().open("/", START).go_to("page.week")
    expect(visitor.heading(say("page.week"))).to_be_focused()
    visitor.slider("therapy_sessions").press("ArrowRight")
    expect(visitor.status).to_have_text(answer(therapy_sessions=19)["therapy"])
