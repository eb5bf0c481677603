"""What comes beside a pointer or the focus goes with Escape, and can be pointed at (1.4.13)."""

import pytest
from by_night import mostly_by_night
from in_page import SCROLLED_TO
from playwright.sync_api import expect
from test_modes_journeys import presented, sees_screen
from visitor import START

from carechoice.catalog.in_use import catalog
from carechoice.language.sentences import say
from carechoice.present.screens import SCREENS

__all__ = ["presented"]
# A bar, and the mark of an option. Parts that a bar does not have are paths without any length.
MARKS = {"cost": ".barlayer .point path:visible", "level": ".scatterlayer .point"}
STEPS = 20
WAITS_FOR_THE_NEXT_FRAMES = """
async () => {
  for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
}
"""


@pytest.fixture(scope="module")
def visitor(lasting_tab):
    return lasting_tab().open("/", START)


def middle(box):
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def stays_while_it_is_pointed_at(page, told):
    """From its trigger the pointer comes onto it, and rests there."""
    text, place = told.text_content(), told.bounding_box()
    page.mouse.move(*middle(place), steps=STEPS)
    page.evaluate(WAITS_FOR_THE_NEXT_FRAMES)
    expect(told).to_have_text(text)
    assert told.bounding_box() == place


def goes_once_the_pointer_is_elsewhere(page, told):
    page.mouse.move(0, 0, steps=STEPS)
    expect(told).to_have_count(0)


def goes_with_escape(page, told):
    expect(told).to_have_count(1)
    page.keyboard.press("Escape")
    expect(told).to_have_count(0)


@pytest.mark.parametrize("key", mostly_by_night(MARKS, by_day=["cost"]))
def test_what_a_chart_tells_beside_the_pointer(visitor, key):
    picture = visitor.picture(key)
    picture.evaluate(SCROLLED_TO)
    told = picture.locator(".hoverlayer .hovertext")
    mark = picture.locator(MARKS[key]).last
    mark.hover(force=True)
    expect(told).to_have_count(1)
    stays_while_it_is_pointed_at(visitor.page, told)
    goes_with_escape(visitor.page, told)
    mark.hover(force=True)
    expect(told).to_have_count(1)
    stays_while_it_is_pointed_at(visitor.page, told)
    goes_once_the_pointer_is_elsewhere(visitor.page, told)


def test_the_help_of_a_choice(visitor):
    label = catalog().parameters["plan"].label
    help_button = visitor.page.get_by_role("button", name=f"Help for {label}")
    help_button.evaluate(SCROLLED_TO)
    told = visitor.page.get_by_role("tooltip")
    help_button.hover()
    expect(told).to_have_count(1)
    stays_while_it_is_pointed_at(visitor.page, told)
    goes_with_escape(visitor.page, told)
    goes_once_the_pointer_is_elsewhere(visitor.page, told)
    # The card's button stands before it.
    visitor.main.get_by_role("button", name=say("card.open")).focus()
    visitor.page.keyboard.press("Tab")
    expect(help_button).to_be_focused()
    goes_with_escape(visitor.page, told)
    expect(help_button).to_be_focused()


@pytest.mark.by_night
def test_in_a_presentation_the_key_takes_that_away_first_and_leads_out_the_next_time(presented):
    number = SCREENS.index("cost")
    visitor = presented(query={**START, "screen": str(number + 1)}, first=number)
    picture = visitor.picture("cost")
    picture.locator(MARKS["cost"]).last.hover(force=True)
    goes_with_escape(visitor.page, picture.locator(".hoverlayer .hovertext"))
    visitor.at_rest()
    sees_screen(visitor, number)
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_role("navigation")).to_be_visible()
