"""A finger on a slider: a tap and a way sideways move it, and what the browser takes goes back."""

from math import radians, tan

from fingers import Finger, place_on
from in_page import PAINTED
from playwright.sync_api import expect

# A finger has set the page rolling, and it scrolls at the moment when the next one touches it.
ROLLING = """
() => {
  const page = document.querySelector("[data-testid=stMain]");
  page.dispatchEvent(new PointerEvent("pointercancel", { pointerType: "touch", bubbles: true }));
  addEventListener("pointerdown", () => page.dispatchEvent(new Event("scroll")), true);
}
"""


def test_a_tap_moves_the_slider_to_its_place(on_phone):
    page = on_phone.open("iop_weeks")
    for share, weeks in ((0.02, 1), (0.5, 14), (0.98, 26)):
        page.page.touchscreen.tap(*place_on(page.slider("iop_weeks"), share))
        page.rests_at("iop_weeks", weeks)
    assert page.sent == [["iop_weeks", weeks] for weeks in (1, 14, 26)]


def test_a_finger_that_goes_sideways_takes_the_slider_with_it_before_it_is_lifted(on_phone):
    page = on_phone.open("iop_weeks")
    finger = Finger(page)
    for share, way, slant in ((0.3, 100, 0), (0.8, -80, 25), (0.4, 60, -25)):
        finger.touch(*place_on(page.slider("iop_weeks"), share))
        was = int(page.slider("iop_weeks").input_value())
        finger.go(way, way * tan(radians(slant)))
        page.page.evaluate(PAINTED)
        weeks = int(page.slider("iop_weeks").input_value())
        assert weeks != was
        assert page.sent[-1] == ["iop_weeks", weeks]
        finger.lift()
        page.rests_at("iop_weeks", weeks)


def test_a_slider_goes_back_when_the_browser_takes_the_finger_for_itself(on_phone):
    """Once before the page has answered the move, and once after it has."""
    page = on_phone.open("iop_weeks")
    finger = Finger(page)
    for is_answered in (False, True):
        page.holds_answers()
        finger.touch(*place_on(page.slider("iop_weeks"), 0.3))
        finger.go(60, 0)
        page.page.evaluate(PAINTED)
        assert int(page.slider("iop_weeks").input_value()) > 8
        if is_answered:
            page.answers_all("iop_weeks")
            assert page.sent[-1][1] > 8
        finger.lose()
        page.page.evaluate(PAINTED)
        expect(page.slider("iop_weeks")).to_have_value("8")
        page.answers_all("iop_weeks")
        page.rests_at("iop_weeks", 8)
        assert page.sent[-1] == ["iop_weeks", 8]


def test_a_finger_that_only_stops_the_rolling_page_changes_nothing(on_phone):
    page = on_phone.open("iop_weeks")
    place = place_on(page.slider("iop_weeks"), 0.7)
    page.page.evaluate(ROLLING)
    page.page.touchscreen.tap(*place)
    page.page.evaluate(PAINTED)
    page.rests_at("iop_weeks", 8)
    assert page.sent == []


def test_the_wheel_over_a_field_scrolls_and_changes_no_number(at_desk):
    page = at_desk.open("therapy_sessions")
    field = page.typed("therapy_sessions")
    field.click()
    for by in (120, -120, 240):
        page.page.mouse.wheel(0, by)
        page.page.evaluate(PAINTED)
    expect(field).to_have_value("18")
    page.slider("therapy_sessions").hover()
    page.page.mouse.wheel(0, 120)
    page.page.evaluate(PAINTED)
    page.rests_at("therapy_sessions", 18)
    assert page.sent == []
