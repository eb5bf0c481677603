"""A finger that scrolls changes nothing; one that taps or goes sideways moves a slider."""

from math import radians, tan

from playwright.sync_api import expect
from visitor import MAIN_SLIDERS, PAINTED, PHONE, SCROLLED_TO, START, charts_of, scenario_of

from carechoice.language.sentences import say

NO_SCROLLING = "[data-testid=stMain] { overflow: hidden !important; }"
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
# A finger has set the page rolling: to and fro by a pixel, and it never comes to rest.
ROLLING = """
() => {
  const page = document.querySelector("[data-testid=stMain]");
  let by = 1;
  const roll = () => {
    page.scrollBy(0, (by = -by));
    requestAnimationFrame(roll);
  };
  addEventListener("scrollend", (event) => event.stopImmediatePropagation(), true);
  page.dispatchEvent(new PointerEvent("pointercancel", { pointerType: "touch", bubbles: true }));
  roll();
  return new Promise((begun) => page.addEventListener("scroll", begun, { once: true }));
}
"""
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


class Finger:
    """A finger on a tab's screen."""

    def __init__(self, visitor):
        self._screen = visitor.page.context.new_cdp_session(visitor.page)
        self.at = (0, 0)

    def _send(self, kind, *points):
        points = [{"x": x, "y": y} for x, y in points]
        self._screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def touch(self, x, y):
        self.at = (x, y)
        self._send("touchStart", self.at)

    def go(self, by_x, by_y, steps=8):
        from_x, from_y = self.at
        for step in range(1, steps + 1):
            self.at = (from_x + by_x * step / steps, from_y + by_y * step / steps)
            self._send("touchMove", self.at)

    def lift(self):
        self._send("touchEnd")

    def lose(self):
        """The browser takes the touch for itself."""
        self._send("touchCancel")


def swipe(finger, x, y, kind):
    along, degrees, steps, sideways = SWIPES[kind]
    finger.touch(x, y)
    finger.go(along * tan(radians(degrees)), along, steps)
    if sideways:
        finger.go(sideways if x < PHONE[0] / 2 else -sideways, 0)
    finger.lift()


def place_on(part, share):
    part.evaluate(SCROLLED_TO)
    box = part.bounding_box()
    return box["x"] + box["width"] * share, box["y"] + box["height"] / 2


def test_a_finger_that_scrolls_over_sliders_changes_nothing(tab):
    visitor = tab(size=PHONE).open("/", START)
    finger, before = Finger(visitor), visitor.inputs()
    for number, kind in enumerate(SWIPES):
        for share, field in ((0.1, MAIN_SLIDERS[number % 5]), (0.8, MAIN_SLIDERS[number % 3])):
            x, y = place_on(visitor.slider(field), share)
            scrolled = visitor.page.evaluate(SCROLLED)
            swipe(finger, x, y, kind)
            visitor.page.evaluate(PAINTED)
            assert visitor.inputs() == before, (kind, field)
            assert visitor.page.evaluate(SCROLLED) != scrolled, kind
    # The same where there is nothing left to scroll.
    x, y = place_on(visitor.slider("iop_weeks"), 0.6)
    visitor.page.add_style_tag(content=NO_SCROLLING)
    for kind in SWIPES:
        swipe(finger, x, y, kind)
        assert visitor.inputs() == before, kind
    expect(visitor.page.locator(".slider[data-moves]")).to_have_count(0)
    visitor.address_hands_on(scenario_of(START))


def sees_weeks(visitor, weeks):
    scenario = scenario_of({**START, "iop_weeks": weeks})
    visitor.sees_answer(scenario)
    visitor.sees_charts(scenario)
    visitor.sees_value("iop_weeks", weeks)
    visitor.address_hands_on(scenario)


def test_a_finger_that_goes_sideways_takes_the_slider_with_it(tab):
    visitor = tab(size=PHONE).open("/", START)
    finger = Finger(visitor)
    for share, way, slant in ((0.3, 100, 0), (0.8, -80, 25), (0.4, 60, -25)):
        finger.touch(*place_on(visitor.slider("iop_weeks"), share))
        was = int(visitor.slider("iop_weeks").input_value())
        finger.go(way, way * tan(radians(slant)))
        visitor.page.evaluate(PAINTED)
        weeks = int(visitor.slider("iop_weeks").input_value())
        assert weeks != was
        alt = charts_of(scenario_of({**START, "iop_weeks": weeks}))["time"].alt
        expect(visitor.picture("time")).to_have_attribute("aria-label", alt)
        finger.lift()
        sees_weeks(visitor, weeks)


def test_a_slider_goes_back_when_the_browser_takes_the_finger_for_itself(tab):
    """Once before the page has heard of the move, and once after it has."""
    visitor = tab(size=PHONE).open("/", START)
    finger = Finger(visitor)
    finger.touch(*place_on(visitor.slider("iop_weeks"), 0.3))
    finger.go(60, 0)
    finger.lose()
    sees_weeks(visitor, 8)
    finger.touch(*place_on(visitor.slider("iop_weeks"), 0.3))
    finger.go(60, 0)
    visitor.page.evaluate(PAINTED)
    weeks = int(visitor.slider("iop_weeks").input_value())
    sees_weeks(visitor, weeks)
    finger.lose()
    sees_weeks(visitor, 8)


def test_a_tap_moves_the_slider_to_its_place(tab):
    visitor = tab(size=PHONE).open("/", START)
    for share, weeks in ((0.02, 1), (0.5, 14), (0.98, 26)):
        visitor.page.touchscreen.tap(*place_on(visitor.slider("iop_weeks"), share))
        sees_weeks(visitor, weeks)


def test_a_finger_that_only_stops_the_rolling_page_changes_nothing(tab):
    visitor = tab(size=PHONE).open("/", START)
    place = place_on(visitor.slider("iop_weeks"), 0.7)
    visitor.page.evaluate(ROLLING)
    visitor.page.touchscreen.tap(*place)
    visitor.page.evaluate(PAINTED)
    visitor.sees_value("iop_weeks", 8)
    visitor.address_hands_on(scenario_of(START))


def test_where_there_are_fingers_a_field_stands_in_an_ordinary_sliders_place(tab):
    visitor = tab(size=PHONE).open("/", START)
    visitor.main.get_by_text(say("controls.plain_sliders"), exact=True).click()
    field = visitor.page.locator(".st-key-therapy_hours_per_week_typed").get_by_role("textbox")
    expect(field).to_have_value("1 h")
    expect(visitor.page.get_by_test_id("stSlider").filter(visible=True)).to_have_count(0)
    swipe(Finger(visitor), *place_on(field, 0.5), "straight up")
    field.fill("1,5")
    field.press("Enter")
    visitor.sees_answer(scenario_of({**START, "therapy_hours_per_week": 1.5}))


def test_the_wheel_over_a_field_scrolls_and_changes_no_number(tab):
    visitor = tab().open("/", START)
    field = visitor.typed("therapy_sessions")
    field.click()
    for by in (120, -120, 240):
        visitor.page.mouse.wheel(0, by)
        visitor.page.evaluate(PAINTED)
    expect(field).to_have_value("18")
    visitor.slider("therapy_sessions").hover()
    visitor.page.mouse.wheel(0, 120)
    visitor.page.evaluate(PAINTED)
    visitor.sees_value("therapy_sessions", 18)
    visitor.address_hands_on(scenario_of(START))
