"""Both pages at every width: the decision, the crisis line, all of it readable and in reach."""

import re
from functools import cache

import pytest
from playwright.sync_api import expect
from visitor import (
    BOTH_SIZES,
    DESK,
    MAIN_SLIDERS,
    PAGES,
    PAINTED,
    PHONE,
    SCROLLED_TO,
    START,
    TOUCHING,
    scenario_of,
)

from carechoice.catalog.load import catalog
from carechoice.language.sentences import say
from carechoice.ui.assets import PLOTLY, address

DESKTOP = (1280, 900)
NARROW_PHONE = (320, 800)
# What a window of 1280 x 900 has room for at 200 %.
ZOOMED = (640, 450)

FONT = re.compile("SourceSans.*Upright")

SCROLLERS = """
() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
  .map((part) => [part.scrollWidth, part.clientWidth])
"""
# Text outside the window. A wide table may scroll by itself; labels of charts have a test of their
# own.
OUTSIDE_WINDOW = """
() => Array.from(document.querySelectorAll("[data-testid=stApp] *"))
  .filter((part) => !part.closest("table, .main-svg"))
  .filter((part) => Array.from(part.childNodes).some((node) =>
    node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
  .filter((part) => {
    const box = part.getBoundingClientRect();
    return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
  })
  .map((part) => part.textContent.trim())
"""
# Labels that a chart cuts off at its edge.
OUTSIDE_CHART = """
() => Array.from(document.querySelectorAll(".main-svg text"))
  .filter((label) => {
    const box = label.getBoundingClientRect();
    const chart = label.closest("[role=img]").getBoundingClientRect();
    return box.right > chart.right + 1 || box.left < chart.left - 1;
  })
  .map((label) => label.textContent)
"""


@pytest.fixture(scope="module", params=PAGES)
def path(request):
    return request.param


@pytest.fixture(scope="module", params=[(DESKTOP, ZOOMED), (PHONE, NARROW_PHONE)])
def seen(request, path, lasting_tab):
    """The page at each width of a device, opened by the first of the tests that look at it."""
    opened = cache(lambda: lasting_tab(size=request.param[0]).open(path, START))
    return lambda: map(opened().seen_at, request.param)


def test_the_crisis_line_is_seen_without_scrolling(seen):
    for visitor in seen():
        for number in ("988", "911"):
            link = visitor.main.get_by_role("link", name=number, exact=True).first
            expect(link).to_be_in_viewport(ratio=1)
            expect(link).to_have_attribute("href", f"tel:{number}")


def test_the_page_names_the_decision_and_spells_iop_out(seen):
    for visitor in seen():
        expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
        expect(visitor.page).to_have_title(re.compile(say("app.name")))
        decision = visitor.text(say("title"))
        expect(decision).to_be_in_viewport(ratio=1)
        expect(decision).to_contain_text("therapy", ignore_case=True)
        expect(decision).to_contain_text("intensive outpatient program (IOP)", ignore_case=True)


def test_the_answer_can_be_read(seen):
    for visitor in seen():
        visitor.sees_answer(scenario_of(START))


def test_on_a_phone_the_answer_stays_in_view_while_inputs_are_moved(tab):
    visitor = tab(size=PHONE).open("/", START)
    for field in MAIN_SLIDERS:
        visitor.slider(field).evaluate(SCROLLED_TO)
        row = catalog().parameters[field]
        visitor.slider(field).press("ArrowRight")
        visitor.sees_value(field, float(row.default) + row.step)
        expect(visitor.page.locator(".st-key-answer")).to_be_in_viewport(ratio=1)


def test_no_label_of_a_chart_is_cut_off(seen):
    for visitor in seen():
        assert visitor.page.evaluate(OUTSIDE_CHART) == []


@pytest.mark.parametrize("size", BOTH_SIZES)
@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("/", {"therapy_hours_per_week": 3, "iop_hours_per_week": 6}),
        ("/", {"therapy_hours_per_week": 3, "iop_hours_per_week": 3}),
        ("/", {"therapy_hours_per_week": 5, "iop_hours_per_week": 3}),
        ("/", {"therapy_hours_per_week": 2.5, "iop_hours_per_week": 8, "third_path": "step_up"}),
        ("/", {"iop_hours_per_week": 16}),
        ("/", {"iop_hours_per_week": 20, "third_path": "step_down"}),
        ("/care", {"therapy_hours_per_week": 5, "iop_hours_per_week": 5}),
        ("/care", {"iop_hours_per_week": 20, "third_path": "step_down"}),
        ("/week", {"third_path": "step_down"}),
    ],
)
def test_no_label_of_a_chart_lies_on_another_or_is_cut_off(tab, size, path, values):
    visitor = tab(size=size).open(path, START | values)
    assert visitor.page.evaluate(TOUCHING) == []
    assert visitor.page.evaluate(OUTSIDE_CHART) == []


def test_labels_are_placed_for_the_font_they_are_shown_in_also_when_it_comes_last(tab):
    visitor = tab(size=DESK)
    held = []

    def hold(route):
        held.append(route)

    visitor.page.route(FONT, hold)
    visitor.page.goto(visitor.address, wait_until="commit")
    expect(visitor.picture("level")).to_have_attribute("aria-label", re.compile("."))
    # Nothing but the font is missing now.
    visitor.page.evaluate("address => import(address)", f"/{address(PLOTLY)}")
    visitor.page.evaluate(PAINTED)
    held.pop().continue_()
    visitor.settled()
    assert held == []
    assert visitor.drawn("level") == tab(size=DESK).open().drawn("level")


def test_without_the_font_charts_are_drawn_in_the_next_best(tab):
    visitor = tab(size=DESK)
    visitor.page.route(FONT, lambda route: route.abort())
    visitor.open()
    visitor.sees_charts(scenario_of({}))
    expect(visitor.picture("level").locator(".main-svg").first).to_be_visible()


def _fits(visitor):
    for width, room in visitor.page.evaluate(SCROLLERS):
        assert width <= room
    assert visitor.page.evaluate(OUTSIDE_WINDOW) == []


def test_nothing_has_to_be_scrolled_sideways(seen):
    for visitor in seen():
        _fits(visitor)
    # Last, because the folds stay open.
    visitor.unfold_all()
    for visitor in seen():
        _fits(visitor)


@pytest.mark.parametrize("size", [DESK, PHONE, NARROW_PHONE])
def test_all_main_sliders_can_be_reached_and_moved_with_the_keyboard_alone(tab, size):
    visitor = tab(size=size).open("/", START)
    values = dict(START)
    for field in MAIN_SLIDERS:
        visitor.tab_to(visitor.slider(field))
        expect(visitor.slider(field)).to_be_in_viewport(ratio=1)
        visitor.page.keyboard.press("ArrowRight")
        row = catalog().parameters[field]
        values[field] = f"{float(row.default) + row.step:g}"
        visitor.sees_answer(scenario_of(values))
        expect(visitor.slider(field)).to_be_focused()
