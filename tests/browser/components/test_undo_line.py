"""The line that says what was done last: spoken once, and undone by a key outside of fields."""

from unittest.mock import patch

import pytest
from playwright.sync_api import expect

from carechoice.language.sentences import say
from carechoice.ui.component import STATUS
from carechoice.ui.components import undo_line as undo_line_of_pages

TOLD = say("undo.file")
# The button that the key presses, and what may have the focus meanwhile.
BESIDE = """
<div class="st-key-undo_step"><button onclick="this.textContent += '!'">Undo</button></div>
<input id="text"><textarea id="note"></textarea><input id="range" type="range">
<input id="closed" role="combobox" aria-expanded="false">
<input id="open" role="combobox" aria-expanded="true">
"""
COUNTS_WHAT_IS_SPOKEN = """
() => {
  window.spoken = [];
  const [root] = [...document.querySelectorAll("main > div")].map((each) => each.shadowRoot)
    .filter(Boolean);
  const status = root.querySelector("[role=status]");
  new MutationObserver(() => spoken.push(status.innerText.trim()))
    .observe(status, { childList: true, characterData: true, subtree: true });
}
"""


def told(sentence, *, has_way_back=True):
    """What a page tells the line."""
    with patch.object(undo_line_of_pages, "_undo_line") as mounted:
        undo_line_of_pages.undo_line(sentence, has_way_back=has_way_back)
    return mounted.call_args.kwargs["data"]


@pytest.fixture
def page(at_desk):
    return at_desk.open_part("undo_line", STATUS, told(TOLD), BESIDE).page


def draw(page, sentence, **beside):
    page.evaluate("(data) => draw(data)", told(sentence, **beside))


def presses(page):
    return page.get_by_role("button").inner_text().count("!")


def test_the_line_says_what_was_done_and_the_key(page):
    expect(page.get_by_role("status")).to_have_text(f"{TOLD} {say('undo.key.other')}")


def test_it_is_spoken_once_however_often_the_page_is_drawn_anew(page):
    page.evaluate(COUNTS_WHAT_IS_SPOKEN)
    for sentence in (TOLD, say("undo.reset"), say("undo.reset"), say("undo.reset")):
        draw(page, sentence)
    page.wait_for_function("spoken.length > 0")
    assert page.evaluate("spoken") == [f"{say('undo.reset')} {say('undo.key.other')}"]


@pytest.mark.parametrize("place", ["body", "#range", "#closed", "button"])
def test_the_key_presses_the_button_where_nothing_is_typed(page, place):
    page.locator(place).press("Control+z")
    assert presses(page) == 1


@pytest.mark.parametrize("place", ["#text", "#note", "#open"])
def test_in_a_field_the_key_takes_back_what_is_typed_and_nothing_else(page, place):
    page.locator(place).press_sequentially("12")
    page.locator(place).press("Control+z")
    assert presses(page) == 0
    expect(page.locator(place)).to_have_value("")


@pytest.mark.parametrize("key", ["z", "Control+Shift+z", "Control+Alt+z", "Control+y", "Meta+z"])
def test_other_keys_undo_nothing(page, key):
    page.locator("body").press(key)
    assert presses(page) == 0


def test_without_a_way_back_the_key_does_nothing_and_is_not_named(page):
    draw(page, say("undo.done"), has_way_back=False)
    expect(page.get_by_role("status")).to_have_text(say("undo.done"))
    page.locator("body").press("Control+z")
    assert presses(page) == 0


def test_on_a_phone_no_key_is_named(on_phone):
    page = on_phone.open_part("undo_line", STATUS, told(TOLD), BESIDE).page
    expect(page.get_by_text(TOLD)).to_be_visible()
    expect(page.get_by_text(say("undo.key.other"))).to_be_hidden()
