"""A page before it is live becomes the live page without a jump, and takes nothing away."""

import pytest
from before_live import LATE_MS, MARKED, STYLES, Held, early_of, fill_in, sees, typed
from by_night import mostly_by_night
from in_page import PAINTED
from playwright.sync_api import expect
from visitor import BOTH_SIZES, PHONE, START, scenario_of

from carechoice.language.sentences import say

# Where each sentence of the answer and each link to a page stands.
PLACES = """
(selector) => Array.from(document.querySelectorAll(selector), (part) => {
  const text = document.createRange();
  text.selectNodeContents(part);
  const { left, top } = text.getBoundingClientRect();
  return [part.textContent, left, top];
})
"""
EARLY = "#early nav a, #early h1, #early .crisis, #early .answer p"
LIVE = ".st-key-pages a p, h1, .st-key-head p:has([href='tel:988']), .st-key-answer .sentences p"
# A presentation has its own; its answer is two sentences, and what they rest on follows.
SCREEN = (
    "#early :is(h1, .crisis, .st-key-presentation h2, .st-key-words_answer p:nth-of-type(-n + 2))"
)
LIVE_SCREEN = ".st-key-presentation :is(h1, h2, p:has([href='tel:988']), .sentences p)"
SHOWN_BELOW = """
() => Array.from(document.querySelectorAll("#root *"))
  .filter((part) => part.checkVisibility({ visibilityProperty: true })).length
"""


@pytest.mark.parametrize("size", mostly_by_night(BOTH_SIZES, by_day=[PHONE]))
@pytest.mark.parametrize("path", mostly_by_night(["/", "/bill"], by_day=["/"]))
def test_the_live_page_takes_its_place_without_a_jump(tab, size, path):
    held = Held(tab(size=size), path)
    sees(held.page)
    before = held.page.evaluate(PLACES, EARLY)
    held.goes_live()
    after = held.page.evaluate(PLACES, LIVE)
    assert sorted(after) == [
        [text, pytest.approx(left, abs=4), pytest.approx(top, abs=4)]
        for text, left, top in sorted(before)
    ]
    assert sum(held.page.evaluate("shifts")) <= 0.1


@pytest.mark.parametrize("size", mostly_by_night([*BOTH_SIZES, (820, 1180)], by_day=[PHONE]))
def test_a_screen_of_a_presentation_is_itself_before_it_is_live(tab, size):
    held = Held(tab(size=size), "/", mode="present", screen=2)
    page = held.page
    expect(early_of(page).get_by_role("heading", level=2)).to_have_text(say("present.answer.title"))
    expect(early_of(page).get_by_role("navigation")).not_to_be_visible()
    before = page.evaluate(PLACES, SCREEN)
    held.goes_live()
    after = page.evaluate(PLACES, LIVE_SCREEN)
    assert sorted(after) == [
        [text, pytest.approx(left, abs=4), pytest.approx(top, abs=4)]
        for text, left, top in sorted(before)
    ]
    assert sum(page.evaluate("shifts")) <= 0.1


def test_nothing_of_the_live_page_shows_before_all_of_it_does(tab):
    visitor = tab()
    page = visitor.page
    page.add_init_script(
        f"""document.addEventListener("scenario-shown",
          () => {{ window.shownBelow = ({SHOWN_BELOW.strip()})(); }}, {{ once: true }});"""
    )
    visitor.open("/", START)
    assert page.evaluate("shownBelow") == 0
    expect(early_of(page)).to_have_count(0)


@pytest.mark.by_night
def test_the_live_page_takes_its_place_only_in_its_own_look(tab):
    # Until then its cards stand beside each other on a phone.
    held = Held(tab(size=PHONE), "/bill")
    page, looks = held.page, []
    expect(early_of(page).locator(".chart[aria-busy=false]")).to_have_count(3)
    page.evaluate(MARKED)
    page.route(STYLES, lambda route: looks.append(route))  # noqa: PLW0108
    held.let_go()
    page.wait_for_function("() => 'handsOn' in window")
    page.evaluate(PAINTED)
    expect(early_of(page)).to_have_count(1)
    expect(page.locator("#root .main-svg")).to_have_count(0)
    for route in looks:
        route.continue_()
    expect(early_of(page)).to_have_count(0)
    assert page.locator("#root [data-first]").count() == 3


def test_who_stands_on_a_link_stands_on_it_still_once_the_page_is_live(tab):
    held = Held(tab(), "/")
    link = held.page.get_by_role("link", name=say("page.week"))
    link.focus()
    held.goes_live()
    expect(
        held.page.locator(".st-key-pages").get_by_role("link", name=say("page.week"))
    ).to_be_focused()


def test_what_is_being_filled_in_is_not_taken_away(tab):
    visitor = tab()
    page = visitor.page
    page.clock.install()
    held = Held(visitor, "/")
    page.clock.run_for(LATE_MS)
    field = typed(page, "iop_weeks")
    field.fill("6")
    held.let_go()
    expect(page.locator("#root .st-key-answer p").first).to_be_attached()
    expect(field).to_have_value("6")
    fill_in(page, "iop_weeks", 6)
    visitor.settled().sees_answer(scenario_of(START | {"iop_weeks": 6}))
