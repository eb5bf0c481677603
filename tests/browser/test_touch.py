"""A finger that scrolls changes nothing; one that taps or goes sideways moves a slider."""

from math import radians, tan

import pytest
from fingers import Finger, place_on
from in_page import PAINTED
from playwright.sync_api import expect
from visitor import PHONE, START, main_sliders, scenario_of

from carechoice.comparison.compare import compare
from carechoice.comparison.plan_year import first_day
from carechoice.language.sentences import say

NO_SCROLLING = "[data-testid=stMain] { overflow: hidden !important; }"
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
SCROLLED_FROM = f"(place) => ({SCROLLED})() !== place"
# How far up or down, how slanted, in how many steps, how far sideways at the end.
SWIPES = {
    "straight up": (-160, 0, 8, 0),
    "straight down": (160, 0, 8, 0),
    "slanted to the right": (-160, 25, 8, 0),
    "slanted to the left": (140, -30, 8, 0),
    "slow": (-90, 10, 24, 0),
    "flung": (-200, 15, 2, 0),
    "up and then sideways": (-120, 0, 6, 150),
}


def swipe(finger, x, y, kind):
    along, degrees, steps, sideways = SWIPES[kind]
    finger.touch(x, y)
    finger.go(along * tan(radians(degrees)), along, steps)
    if sideways:
        finger.go(sideways if x < PHONE[0] / 2 else -sideways, 0)
    finger.lift()


def test_a_finger_that_scrolls_over_sliders_changes_nothing(tab):
    visitor = tab(size=PHONE).open("/", START)
    finger, before = Finger(visitor), visitor.inputs()
    for number, kind in enumerate(SWIPES):
        for share, field in ((0.1, main_sliders()[number % 5]), (0.8, main_sliders()[number % 3])):
            x, y = place_on(visitor.bring(field), share)
            swipe(finger, x, y, kind)
            visitor.page.evaluate(PAINTED)
            assert visitor.inputs() == before, (kind, field)
    # Those beside the page, where it scrolls.
    visitor.unfold_inputs()
    visitor.unfold(visitor.fold(say("controls.more.care")))
    price = visitor.settled().slider("therapy_price_usd")
    shown = price.input_value()
    for kind in SWIPES:
        x, y = place_on(price, 0.4)
        scrolled = visitor.page.evaluate(SCROLLED)
        swipe(finger, x, y, kind)
        visitor.page.wait_for_function(SCROLLED_FROM, arg=scrolled)
        assert price.input_value() == shown, kind
    # The same where there is nothing left to scroll.
    x, y = place_on(visitor.bring("iop_weeks"), 0.6)
    visitor.page.add_style_tag(content=NO_SCROLLING)
    for kind in SWIPES:
        swipe(finger, x, y, kind)
        assert visitor.slider("iop_weeks").input_value() == "8", kind
    expect(visitor.page.locator(".slider[data-moves]")).to_have_count(0)
    visitor.address_hands_on(scenario_of(START))


def sees_weeks(visitor, weeks):
    scenario = scenario_of({**START, "iop_weeks": weeks})
    visitor.sees_answer(scenario)
    visitor.sees_charts(scenario)
    return scenario


# Each number to call, as wide and as high as what a finger finds.
NUMBERS = """
() => [...document.querySelectorAll("a[href^='tel:']")].map((link) => {
  const { width, height, x, y } = link.getBoundingClientRect();
  const isFound = document.elementFromPoint(x + width / 2, y + height - 1) === link;
  return { width, height, isFound, isInHead: link.closest(".st-key-head") !== null };
})
"""


def test_a_finger_finds_the_numbers_to_call_in_a_crisis(tab):
    """44 CSS pixels high at the head of a page, and 24 at least wherever else one stands."""
    visitor = tab(size=PHONE).open("/care", START)
    numbers = visitor.page.evaluate(NUMBERS)
    at_head = [each for each in numbers if each["isInHead"]]
    assert len(at_head) == 2 < len(numbers)
    assert all(each["height"] >= 44 and each["isFound"] for each in at_head)
    assert all(min(each["width"], each["height"]) >= 24 for each in numbers)


def test_a_finger_that_goes_sideways_takes_slider_and_charts_with_it_before_it_is_lifted(tab):
    visitor = tab(size=PHONE).open("/", START)
    finger = Finger(visitor)
    for share, way, slant in ((0.3, 100, 0), (0.8, -80, 25), (0.4, 60, -25)):
        finger.touch(*place_on(visitor.bring("iop_weeks"), share))
        was = int(visitor.slider("iop_weeks").input_value())
        finger.go(way, way * tan(radians(slant)))
        visitor.page.evaluate(PAINTED)
        weeks = int(visitor.slider("iop_weeks").input_value())
        assert weeks != was
        sees_weeks(visitor, weeks)
        finger.lift()
        scenario = sees_weeks(visitor, weeks)
        visitor.sees_value("iop_weeks", weeks)
        visitor.address_hands_on(scenario)


@pytest.mark.by_night
def test_where_there_are_fingers_a_field_stands_in_an_ordinary_sliders_place(tab):
    visitor = tab(size=PHONE).open("/", START)
    visitor.unfold_settings()
    visitor.main.get_by_text(say("controls.plain_sliders"), exact=True).click()
    field = visitor.page.locator(".st-key-therapy_hours_per_week_typed").get_by_role("textbox")
    expect(field).to_have_value("1 h")
    expect(visitor.page.get_by_test_id("stSlider").filter(visible=True)).to_have_count(0)
    swipe(Finger(visitor), *place_on(field, 0.5), "straight up")
    field.fill("1,5")
    field.press("Enter")
    visitor.sees_answer(scenario_of({**START, "therapy_hours_per_week": 1.5}))


# Where what is looked at while a slider is moved begins, on a page that is not scrolled.
PLACES = """
() => ["h1", ".st-key-answer", "[class*=st-key-inputs_fold_] summary", ".st-key-chart_time",
  ".st-key-chart_cost", ".st-key-chart_level", ".st-key-dock"]
  .map((part) => [part, document.querySelector(part).getBoundingClientRect().top])
"""


@pytest.mark.by_night
def test_a_sentence_that_comes_with_a_moved_slider_moves_nothing_that_is_looked_at(tab):
    """An IOP of three weeks ends in December, and one of eight runs into the next plan year."""
    short = {"start_date": "2026-11-30", "therapy_sessions": 4, "iop_weeks": 3}
    told = first_day.sentence(compare(scenario_of({**short, "iop_weeks": 8})))
    beginning, _, _ = told.partition(",")
    visitor = tab(size=PHONE).open("/", short)
    slider = visitor.bring("iop_weeks")
    at = place_on(slider, 0.15)
    sentence = visitor.main.get_by_text(beginning)
    expect(sentence).to_have_count(0)
    before = visitor.settled().page.evaluate(PLACES)
    finger = Finger(visitor)
    finger.touch(*at)
    finger.go(120, 0)
    finger.lift()
    expect(sentence).to_have_count(1)
    assert visitor.settled().page.evaluate(PLACES) == before
