"""Charts are live: they glide, keep their place, and end at the last value."""

import pytest
from in_page import PAINTED
from playwright.sync_api import expect
from visitor import START, scenario_of

from carechoice.language.sentences import say

# Every message between browser and server comes late, as on a phone far away.
SLOW_LINE = """
(() => {
  const Fast = WebSocket;
  const lag = 150;
  window.WebSocket = class extends Fast {
    send(data) { setTimeout(() => super.send(data), lag); }
    set onmessage(take) { super.onmessage = (event) => setTimeout(() => take(event), lag); }
    addEventListener(type, take, options) {
      const late = (event) => setTimeout(() => take(event), lag);
      super.addEventListener(type, type === "message" ? late : take, options);
    }
  };
})()
"""
SLOW_REQUESTS = {
    "offline": False,
    "latency": 300,
    "downloadThroughput": -1,
    "uploadThroughput": -1,
}
# For the page, all a person does comes in quick succession.
SLOW_CLOCK = """
(() => {
  const now = performance.now.bind(performance);
  performance.now = () => now() / 100;
})()
"""
# What of the charts glides from now on.
WATCH_GLIDING = """
() => {
  window.gliding = [];
  const animate = Element.prototype.animate;
  Element.prototype.animate = function ([from], timing) {
    if (this.closest("[class*=st-key-chart_] .main-svg")) window.gliding.push(...Object.keys(from));
    return animate.call(this, [from, {}], timing);
  };
}
"""
PICTURES = ("time", "cost", "level")


def sees_change(visitor, field, value):
    scenario = scenario_of({**START, field: value})
    visitor.sees_answer(scenario)
    visitor.sees_charts(scenario)
    visitor.sees_value(field, value)
    visitor.address_hands_on(scenario)


def glide_by(visitor, key, hours):
    """The properties that glide when this key takes the IOP hours to their new value."""
    visitor.page.evaluate(WATCH_GLIDING)
    visitor.slider("iop_hours_per_week").press(key)
    sees_change(visitor, "iop_hours_per_week", hours)
    # What begins to glide is told with the next picture of the page.
    visitor.page.evaluate(PAINTED)
    return set(visitor.page.evaluate("window.gliding"))


def test_on_a_slow_line_every_arrow_key_counts_and_the_last_value_wins(tab):
    visitor = tab()
    visitor.page.add_init_script(SLOW_LINE)
    visitor.open("/", START)
    network = visitor.page.context.new_cdp_session(visitor.page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW_REQUESTS)
    slider = visitor.slider("therapy_sessions")
    for _ in range(8):
        slider.press("ArrowRight", delay=60)
    sees_change(visitor, "therapy_sessions", 26)


@pytest.mark.by_night
@pytest.mark.parametrize(("motion", "glides"), [("no-preference", True), ("reduce", False)])
def test_what_moves_in_a_chart_glides_unless_a_person_asks_for_less_motion(tab, motion, glides):
    visitor = tab()
    visitor.page.emulate_media(reduced_motion=motion)
    visitor.open("/", START)
    assert glide_by(visitor, "ArrowRight", 10) == ({"d", "transform"} if glides else set())


@pytest.mark.by_night
def test_the_first_change_glides_at_once_and_what_follows_it_quickly_jumps(tab):
    visitor = tab()
    visitor.page.emulate_media(reduced_motion="no-preference")
    visitor.page.add_init_script(SLOW_CLOCK)
    visitor.open("/", START)
    assert glide_by(visitor, "ArrowRight", 10) == {"d", "transform"}
    assert glide_by(visitor, "ArrowRight", 11) == set()


@pytest.mark.by_night
def test_a_chart_takes_the_theme_that_a_page_opens_in_and_the_one_that_the_system_changes_to(tab):
    visitor = tab(scheme="dark").open("/", START)
    pictures = [visitor.picture(key).element_handle() for key in PICTURES]
    label = visitor.picture("time").locator(".legendtext").first
    heading = visitor.heading(say("time.title"))
    dark = heading.evaluate("part => getComputedStyle(part).color")
    expect(label).to_have_css("fill", dark)
    visitor.prefers("light")
    expect(heading).not_to_have_css("color", dark)
    light = heading.evaluate("part => getComputedStyle(part).color")
    expect(label).to_have_css("fill", light)
    assert all(picture.evaluate("picture => picture.isConnected") for picture in pictures)
