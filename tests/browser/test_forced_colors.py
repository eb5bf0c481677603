"""With colours that a person's system forces, each control still shows its state."""

import pytest
from playwright.sync_api import expect
from visitor import START

from carechoice.language.sentences import say

SWITCH = "label:has(input) > span + div"
KNOB = f"{SWITCH} > div"


@pytest.fixture(scope="module", params=["light", "dark"])
def forced(request, lasting_tab):
    visitor = lasting_tab(scheme=request.param)
    visitor.page.emulate_media(forced_colors="active")
    return visitor


def system_color(visitor, name):
    """What the browser makes of a system colour, as it is computed."""
    return visitor.page.evaluate(
        """(name) => {
          const part = document.body.appendChild(document.createElement("i"));
          part.style.color = name;
          const { color } = getComputedStyle(part);
          part.remove();
          return color;
        }""",
        name,
    )


def is_filled(part, color):
    """Waited for, since a part that changes its state glides from one colour to the other."""
    expect(part).to_have_css("background-color", color)


def test_switches_sliders_and_the_words_of_a_chart_are_drawn_in_the_forced_colours(forced):
    forced.open("/", START)
    forced.unfold(forced.fold(say("controls.more.plan")))
    on, off = "oop_max_applies", "therapy_deductible_applies"
    track = {name: forced.page.locator(f".st-key-{name} {SWITCH}") for name in (on, off)}
    knob = {name: forced.page.locator(f".st-key-{name} {KNOB}") for name in (on, off)}
    assert forced.page.locator(f".st-key-{on} input").is_checked()
    assert not forced.page.locator(f".st-key-{off} input").is_checked()
    is_filled(track[on], system_color(forced, "Highlight"))
    is_filled(knob[on], system_color(forced, "HighlightText"))
    is_filled(track[off], system_color(forced, "ButtonFace"))
    expect(track[off]).to_have_css("outline-color", system_color(forced, "ButtonText"))
    is_filled(knob[off], system_color(forced, "ButtonText"))

    ink = system_color(forced, "ButtonText")
    accent = forced.slider("iop_weeks").evaluate(
        """(range) => {
          const part = range.parentElement.appendChild(document.createElement("i"));
          part.style.color = getComputedStyle(range).getPropertyValue("--accent");
          const { color } = getComputedStyle(part);
          part.remove();
          return color;
        }"""
    )
    assert accent == ink
    label = forced.picture("time").locator(".main-svg text").first
    expect(label).to_have_css("fill", system_color(forced, "CanvasText"))


def test_chosen_answers_topics_and_days_look_unlike_the_others(forced):
    forced.open("/decide", START | {"topics": "time"})
    answers = forced.page.locator(".st-key-sure_sure, [class*=st-key-sure_]").first
    answers.get_by_text(say("yes"), exact=True).click()
    chosen = answers.locator("[data-testid=stRadioOption]:has(:checked) > div > div:first-child")
    other = answers.locator(
        "[data-testid=stRadioOption]:not(:has(:checked)) > div > div:first-child"
    )
    expect(chosen).to_have_count(1)
    filled, empty = system_color(forced, "Highlight"), system_color(forced, "ButtonFace")
    is_filled(chosen, filled)
    is_filled(other, empty)
    picked = forced.page.locator(f".st-key-topic_time {SWITCH}")
    unpicked = forced.page.locator(f".st-key-topic_money {SWITCH}")
    is_filled(picked, filled)
    is_filled(unpicked, empty)

    forced.open("/week", START)
    forced.unfold(forced.fold(say("week.edit")))
    days = forced.page.locator(".st-key-week_days button")
    days.nth(1).click()
    expect(days.nth(1)).to_have_attribute("aria-pressed", "true")
    is_filled(days.nth(1), filled)
    is_filled(days.nth(2), empty)
