"""Whoever changes the page arrives at its beginning, sees which page it is, and hears it."""

import re
from itertools import pairwise, permutations

import pytest
from by_night import by_night
from in_page import SCROLLED_TO
from playwright.sync_api import expect
from visitor import PHONE, START, scenario_of

from carechoice.language.sentences import say
from carechoice.present import screens as presentation
from carechoice.ui.pages import PAGES

# The strides of the rounds that are gone at each width.
WIDTHS = {PHONE: (1, 2), (768, 1024): (3, 4), (1280, 720): (5, 6)}
# Where the page is scrolled to, what has the focus, and what is above the window's lower edge.
ARRIVED = """
() => {
  const main = document.querySelector("[data-testid=stMain]");
  const box = (part) => part.getBoundingClientRect();
  const isSeen = (part) =>
    box(part).height > 0 && box(part).top >= 0 && box(part).bottom <= innerHeight;
  const own = document.querySelector(".st-key-page :is(h2, p)");
  const answer = document.querySelector(".st-key-answer");
  return {
    scrolled: main.scrollTop,
    focused: document.activeElement.tagName + ": " + document.activeElement.textContent,
    headings: Array.from(document.querySelectorAll("h1"), (part) => part.textContent),
    isNameSeen: isSeen(document.querySelector("h1")),
    isContentSeen: isSeen(own),
    isAnswerSeen: isSeen(answer),
  };
}
"""
SCROLL_DOWN = "document.querySelector('[data-testid=stMain]').scrollTo(0, 2500)"
IN_VIEW = (
    "(part) => part.getBoundingClientRect().top >= 0 && part.getBoundingClientRect().top < 300"
)


def round_by(stride):
    """From the first page over all others back to it.

    The pages are a prime number, so every stride comes to all of them.
    """
    pages = list(PAGES)
    return [pages[step * stride % len(pages)] for step in range(len(pages) + 1)]


WALKS = [(size, round_by(stride)) for size, strides in WIDTHS.items() for stride in strides]


def name(page):
    return say(f"page.{page}")


def arrives_at(visitor, page):
    expect(visitor.page).to_have_title(f"{name(page)} · {say('app.name')}")
    heading = visitor.main.get_by_role("heading", level=1, name=name(page), exact=True)
    expect(heading).to_be_focused()
    visitor.at_rest()
    return visitor.page.evaluate(ARRIVED)


def follows_link(visitor, label):
    visitor.main.get_by_role("link", name=label, exact=True).press("Enter")


def test_the_rounds_take_each_way_once_and_come_to_each_page_at_each_width():
    ways = [way for _, walk in WALKS for way in pairwise(walk)]
    assert sorted(ways) == sorted(permutations(PAGES, 2))
    assert all({size: set(walk)} == {size: set(PAGES)} for size, walk in WALKS)


# Only what is in view depends on the width, and that on the page alone.
@pytest.mark.parametrize(
    ("size", "walk"),
    [WALKS[0], *(by_night(*walk) for walk in WALKS[1:])],
)
def test_from_each_page_to_each_other_a_person_arrives_at_its_beginning(tab, size, walk):
    visitor = tab(size=size).open("/", START)
    expect(visitor.page.locator("body")).to_be_focused()
    for page in walk[1:]:
        visitor.page.evaluate(SCROLL_DOWN)
        link = visitor.page.get_by_role("navigation").get_by_role("link", name=name(page))
        # A press of the key, since the links are out of view on a phone that is scrolled down.
        link.press("Enter")
        seen = arrives_at(visitor, page)
        expect(link).to_have_attribute("aria-current", "page")
        assert seen == {
            "scrolled": 0,
            "focused": f"H1: {name(page)}",
            "headings": [name(page)],
            "isNameSeen": True,
            "isContentSeen": True,
            "isAnswerSeen": True,
        }, page


def test_the_back_button_leads_to_the_beginning_of_the_page_before(tab):
    visitor = tab(size=PHONE).open("/bill", START)
    visitor.go_to("page.care")
    visitor.page.evaluate(SCROLL_DOWN)
    visitor.page.go_back()
    assert arrives_at(visitor, "bill")["scrolled"] == 0
    visitor.page.go_forward()
    assert arrives_at(visitor, "care")["scrolled"] == 0


@pytest.mark.parametrize(
    ("path", "label", "title"),
    [
        ("/decide", "next.phone_list", "ask.title"),
        by_night("/care", "care.like.more", "features.title"),
        by_night("/week", "sources.here", "sources.numbers.title"),
    ],
)
def test_a_link_that_promises_a_part_of_a_page_leads_to_that_part(tab, path, label, title):
    visitor = tab(size=PHONE).open(path, START)
    follows_link(visitor, say(label))
    heading = visitor.main.get_by_role("heading", level=2, name=say(title), exact=True)
    expect(heading).to_be_focused()
    visitor.settled().sees_answer(scenario_of(START))
    assert heading.evaluate(IN_VIEW)
    visitor.address_hands_on(scenario_of(START))


@pytest.mark.by_night
def test_other_links_lead_to_the_page_they_name(tab):
    visitor = tab(size=PHONE).open("/decide", START | {"topics": "time"})
    follows_link(visitor, say("topics.see"))
    assert arrives_at(visitor, "compare")["isAnswerSeen"]
    follows_link(visitor, say("topics.change"))
    assert arrives_at(visitor, "decide")["isContentSeen"]


def test_a_move_on_the_same_page_leaves_focus_and_place_alone(tab):
    visitor = tab(size=PHONE).open("/", START)
    visitor.picture("cost").evaluate(SCROLLED_TO)
    before = visitor.page.evaluate(ARRIVED)["scrolled"]
    visitor.bring("iop_weeks")
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of({**START, "iop_weeks": 9}))
    visitor.settled()
    expect(visitor.slider("iop_weeks")).to_be_focused()
    assert visitor.page.evaluate(ARRIVED)["scrolled"] == before


@pytest.mark.by_night
def test_a_presentation_and_the_way_back_are_arrived_at_as_well(tab):
    visitor = tab().open("/bill", START)
    visitor.unfold_settings()
    visitor.settled().choice("mode").evaluate(SCROLLED_TO)
    visitor.choice("mode").press("ArrowDown")
    visitor.page.get_by_role("option", name=say("mode.present"), exact=True).click()
    title = say("present.page")
    expect(visitor.page).to_have_title(f"{title} · {say('app.name')}")
    expect(visitor.main.get_by_text(presentation.place(0), exact=True)).to_be_visible()
    expect(visitor.main.get_by_role("heading", level=1)).to_be_focused()
    visitor.main.get_by_role("button", name=say("present.leave")).press("Enter")
    expect(visitor.main.get_by_role("heading", level=1, name=name("bill"))).to_be_focused()
    visitor.settled().address_hands_on(scenario_of(START))
    assert arrives_at(visitor, "bill")["scrolled"] == 0


@pytest.mark.by_night
def test_on_a_phone_the_other_inputs_fold_to_one_line_in_the_order_of_the_tab_key(tab):
    visitor = tab(size=PHONE).open("/bill", START)
    fold = visitor.page.locator("details:visible").first
    expect(fold).to_contain_text(re.compile("18 sessions, 8 weeks, .*: change"))
    visitor.tab_to(visitor.docked("iop_weeks"))
    visitor.page.keyboard.press("Enter")
    visitor.tab_to(visitor.slider("iop_weeks"))
    visitor.page.keyboard.press("ArrowRight")
    visitor.sees_answer(scenario_of({**START, "iop_weeks": 9}))
    expect(fold).to_contain_text("18 sessions, 9 weeks")
    expect(visitor.slider("iop_weeks")).to_be_focused()
    visitor.tab_to(fold.locator("summary"))
    visitor.page.keyboard.press("Enter")
    more = visitor.fold(say("controls.more.care"))
    expect(more).to_be_visible()
    # On another page they are folded again, and there on a wide window.
    visitor.go_to("page.care")
    expect(more).to_be_hidden()
    visitor.page.set_viewport_size({"width": 1280, "height": 720})
    expect(more).to_be_visible()
    expect(visitor.slider("iop_weeks")).to_be_visible()
