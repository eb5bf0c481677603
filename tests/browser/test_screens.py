"""Labels of charts at every width and in every font, and the sliders by keyboard alone."""

import re

import pytest
from by_night import by_night
from in_page import OUTSIDE_CHART, PAINTED, TOUCHING
from playwright.sync_api import expect
from visitor import BOTH_SIZES, DESK, PHONE, START, main_sliders, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.ui.assets import PLOTLY, address

NARROW_PHONE = (320, 800)
# The third is what a window of 1280 x 900 has room for at 200 %.
WIDTHS = (DESK, (1280, 900), (640, 450), PHONE, NARROW_PHONE)

FONT = re.compile("SourceSans.*Upright")


@pytest.mark.parametrize(
    ("path", "values"),
    [("/", {"third_path": "step_down"}), by_night("/care", {}), by_night("/bill", {})],
)
def test_no_label_of_a_chart_lies_on_another_or_is_cut_off(tab, path, values):
    """On the pages themselves, in cards as wide as they have them; test_labels has more inputs."""
    visitor = tab(size=PHONE).open(path, START | values)
    for size in WIDTHS:
        visitor.seen_at(size)
        assert visitor.page.evaluate(OUTSIDE_CHART) == [], size
        if size in BOTH_SIZES:
            assert visitor.page.evaluate(TOUCHING) == [], size


@pytest.mark.by_night
def test_labels_are_placed_for_the_font_they_are_shown_in_also_when_it_comes_last(tab):
    visitor = tab(size=DESK)
    held = []

    def hold(route):
        held.append(route)

    visitor.page.route(FONT, hold)
    with visitor.page.expect_request(FONT):
        visitor.page.goto(visitor.address, wait_until="commit")
    expect(visitor.picture("level")).to_have_attribute("aria-label", re.compile("."))
    # Nothing but the font is missing now.
    visitor.page.evaluate("address => import(address)", f"/{address(PLOTLY)}")
    visitor.page.evaluate(PAINTED)
    held.pop().continue_()
    visitor.settled()
    assert held == []
    assert visitor.drawn("level") == tab(size=DESK).open().drawn("level")


@pytest.mark.by_night
def test_without_the_font_charts_are_drawn_in_the_next_best(tab):
    visitor = tab(size=DESK)
    visitor.page.route(FONT, lambda route: route.abort())
    visitor.open()
    visitor.sees_charts(scenario_of({}))
    expect(visitor.picture("level").locator(".main-svg").first).to_be_visible()


@pytest.mark.by_night
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_all_main_sliders_can_be_reached_and_moved_with_the_keyboard_alone(tab, size):
    visitor = tab(size=size).open("/", START)
    values = dict(START)
    for field in main_sliders():
        if size != DESK:
            is_first = field == main_sliders()[0]
            visitor.tab_to(visitor.docked(field), "Tab" if is_first else "Shift+Tab")
            if not is_first:
                visitor.page.keyboard.press("Enter")
        visitor.tab_to(visitor.slider(field))
        expect(visitor.slider(field)).to_be_in_viewport(ratio=1)
        visitor.page.keyboard.press("ArrowRight")
        row = catalog().parameters[field]
        values[field] = f"{float(row.default) + row.step:g}"
        visitor.sees_answer(scenario_of(values))
        visitor.sees_value(field, float(values[field]))
        expect(visitor.slider(field)).to_be_focused()
        expect(visitor.page.locator(".st-key-answer")).to_be_in_viewport(ratio=1)
