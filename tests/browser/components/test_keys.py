"""The keys of a presentation: to other screens, to kept scenarios, and out."""

from dataclasses import asdict

import pytest

from carechoice.ui.component import STATUS
from carechoice.ui.components.keys import Reach

BESIDE = '<button>Next</button><input id="text"><input id="range" type="range">'
SECOND_OF_EIGHT = Reach(screen=1, last=7, place="2 of 8: The answer", kept=3)


@pytest.fixture
def page(at_desk):
    return at_desk.open_part("keys", STATUS, asdict(SECOND_OF_EIGHT), BESIDE).page


def sent(page):
    return page.evaluate("sent.splice(0)")


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("ArrowRight", ["screen", 2]),
        ("ArrowLeft", ["screen", 0]),
        ("Home", ["screen", 0]),
        ("End", ["screen", 7]),
        ("Escape", ["leave", True]),
        ("1", ["kept", 0]),
        ("3", ["kept", 2]),
    ],
)
def test_each_key_asks_for_what_it_leads_to(page, key, asked):
    page.locator("button").press(key)
    assert sent(page) == [asked]


@pytest.mark.parametrize("key", ["4", "9", "0", "Control+1", "Alt+2"])
def test_a_digit_without_a_scenario_and_a_key_of_the_browser_ask_for_nothing(page, key):
    page.locator("button").press(key)
    assert sent(page) == []


@pytest.mark.parametrize("place", ["button", "#text", "#range"])
def test_what_a_remote_sends_turns_the_screen_whatever_has_the_focus(page, place):
    page.locator("#range").evaluate("(range) => { range.value = 50; }")
    page.locator(place).press("PageDown")
    assert sent(page) == [["screen", 2]]
    # Where two come before the server has answered, the second counts from the first.
    page.locator(place).press("PageUp")
    assert sent(page) == [["screen", 1]]
    assert page.locator("#range").input_value() == "50"


@pytest.mark.parametrize("place", ["#text", "#range"])
@pytest.mark.parametrize("key", ["1", "ArrowRight"])
def test_what_is_typed_or_moved_has_its_keys_for_itself(page, place, key):
    page.locator(place).press(key)
    assert sent(page) == []
