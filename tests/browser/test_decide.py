"""A person says what matters to them, by keyboard alone, and sees it first."""

import pytest
from playwright.sync_api import expect
from violations import found, found_in_other_colors
from visitor import PHONE, START, cells, scenario_in, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.comparison.side_by_side import picked_topics as topic_words
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.language.sentences import say
from carechoice.topics.decide import words as decision_words

PICKED = {**START, "topics": "money|time"}


def topic_box(visitor, key):
    return visitor.main.get_by_role("checkbox", name=catalog().topics[key].label, exact=True)


def answers(visitor, question):
    return visitor.main.get_by_role("radiogroup", name=question)


def sure_question(name):
    return decision_words.sure_questions()[name]


def sees_topics_first(visitor, values):
    result = compare(scenario_of(values))
    expect(visitor.heading(say("topics.title"))).to_be_visible()
    matters, figures = (visitor.main.get_by_role("table").nth(place) for place in (0, 1))
    expected = [[cell.replace("**", "") for cell in row] for row in topic_words.rows(result)]
    assert cells(matters)[1:] == expected
    assert cells(figures)[1:] == [list(row) for row in key_figures(result)]


def test_topics_are_picked_by_keyboard_alone_and_come_first(tab):
    visitor = tab(size=PHONE).open("/decide", START)
    for key, link in (("money", "money"), ("leave", "money|leave")):
        box = topic_box(visitor, key)
        visitor.tab_to(box)
        # The box itself is hidden by the framework, which draws another in its place.
        expect(visitor.page.locator(f".st-key-topic_{key}")).to_be_in_viewport(ratio=0.5)
        visitor.page.keyboard.press("Space")
        expect(box).to_be_checked()
        expect(
            visitor.text(topic_words.picks(compare(scenario_of({"topics": link}))))
        ).to_be_visible()
        expect(box).to_be_focused()
    picked = {**START, "topics": "money|leave"}
    visitor.address_hands_on(scenario_of(picked))
    visitor.tab_to(visitor.main.get_by_role("link", name=say("topics.see"), exact=True))
    visitor.page.keyboard.press("Enter")
    expect(visitor.heading(say("figures.title"))).to_be_visible()
    sees_topics_first(visitor.settled(), picked)
    assert scenario_in(visitor.page.url).view.topics == ("money", "leave")


def test_the_topics_follow_the_sliders_with_the_persons_own_numbers(tab):
    visitor = tab().open("/", PICKED)
    visitor.slider("iop_weeks").press("ArrowRight")
    moved = {**PICKED, "iop_weeks": 9}
    visitor.sees_answer(scenario_of(moved))
    sees_topics_first(visitor.settled(), moved)


def answer_all(visitor):
    """No to each question on how sure, and worried about safety; by keyboard."""
    for name in decision_words.SURE:
        no = answers(visitor, sure_question(name)).get_by_role("radio", name=say("no"))
        no.press("Space")
        expect(visitor.main.get_by_text(decision_words.after_no(name))).to_be_visible()
    asked = answers(visitor, say("assess.safe_now"))
    asked.get_by_role("radio", name=say("assess.answer.worried")).press("Space")
    expect(visitor.main.get_by_text(say("assess.worried"))).to_be_visible()


# The edge of what is not chosen, which is all there is of it, and the colour of the text.
EDGES = """
() => {
  const style = (part) => getComputedStyle(document.querySelector(part));
  return [
    style("[data-testid=stApp]").color,
    style("label:has([type=checkbox]:not([role])) > span + div").borderTopColor,
    style("[data-testid=stRadioOption] > div > div:first-child").borderTopColor,
    style("label:has([role=switch]) > span + div").outlineColor,
  ];
}
"""


def test_boxes_rings_and_switches_stand_out_as_text_does_in_both_themes(tab):
    visitor = tab().open("/decide", {**START, "mode": "together"})
    for scheme in ("light", "dark"):
        visitor.prefers(scheme).settled()
        assert len(set(visitor.page.evaluate(EDGES))) == 1, scheme


def test_on_paper_nothing_can_be_ticked_and_what_was_chosen_is_said(tab):
    visitor = tab().open("/decide", PICKED)
    asked = answers(visitor, sure_question(decision_words.SURE[0]))
    asked.get_by_role("radio", name=say("no")).press("Space")
    visitor.settled().page.emulate_media(media="print")
    expect(visitor.main.get_by_role("radio")).to_have_count(1)
    expect(asked.get_by_text(say("no"), exact=True)).to_be_visible()
    expect(visitor.page.locator("label:has([type=checkbox]) > span + div:visible")).to_have_count(0)


def test_answers_on_how_sure_and_how_safe_are_in_no_address(tab):
    visitor = tab().open("/decide", PICKED)
    visitor.address_hands_on(scenario_of(PICKED))
    before = visitor.page.url
    seen = []
    visitor.page.on("framenavigated", lambda frame: seen.append(frame.url))
    answer_all(visitor)
    visitor.settled()
    assert visitor.page.url == before
    assert not [url for url in seen if "sure" in url or "safe" in url or "worried" in url]
    visitor.go_to("page.compare")
    visitor.go_to("page.decide")
    expect(visitor.main.get_by_text(say("assess.worried"))).to_be_visible()
    visitor.reload()
    expect(visitor.main.get_by_role("radio", checked=True)).to_have_count(0)


@pytest.mark.by_night
def test_once_all_is_answered_the_numbers_to_call_are_right_there_and_axe_finds_nothing(tab):
    visitor = tab(size=PHONE).open("/decide", PICKED)
    answer_all(visitor)
    box = visitor.main.get_by_role("alert").filter(has_text=say("assess.worried"))
    for line in catalog().crisis.values():
        link = box.get_by_role("link", name=line.phone, exact=True)
        expect(link).to_have_attribute("href", f"tel:{line.phone}")
    assert found(visitor.settled().page) == []
    assert found_in_other_colors(visitor.prefers("dark").page) == []
    visitor.open("/", PICKED)
    assert found_in_other_colors(visitor.page) == []
    assert found(visitor.prefers("light").page) == []
