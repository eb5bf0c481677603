"""Phones, and a desktop at 200 % zoom: nothing to scroll sideways, everything in reach."""

import pytest
from playwright.sync_api import expect
from visitor import MAIN_SLIDERS, PAGES, START, scenario_of

from carechoice.catalog import catalog

PHONE = (390, 844)
NARROW_PHONE = (320, 800)
# What a window of 1280 x 900 has room for at 200 %.
ZOOMED = (640, 450)
SIZES = (PHONE, NARROW_PHONE, ZOOMED)

SCROLLERS = """
() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
  .map((part) => [part.scrollWidth, part.clientWidth])
"""
# Text that ends outside the window, where no part of the page can be scrolled to it.
CUT_OFF = """
() => Array.from(document.querySelectorAll("[data-testid=stApp] *"))
  .filter((part) => Array.from(part.childNodes).some((node) =>
    node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
  .filter((part) => {
    const box = part.getBoundingClientRect();
    return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
  })
  .filter((part) => {
    const inner = part.closest("[data-testid=stTable] *");
    return !(inner && part.closest("table"));
  })
  .map((part) => part.textContent.trim())
"""
TABS = 80


def _fits(visitor):
    for width, room in visitor.page.evaluate(SCROLLERS):
        assert width <= room
    assert visitor.page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_has_to_be_scrolled_sideways(tab, path, size):
    visitor = tab(size=size).open(path, START)
    _fits(visitor)
    _fits(visitor.unfold_all())


def _tab_to(visitor, field):
    name = catalog().parameters[field].label
    for _ in range(TABS):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("document.activeElement.ariaLabel") == name:
            return
    pytest.fail(f"{TABS} times the tab key did not lead to {name}.")


@pytest.mark.parametrize("size", SIZES)
def test_all_main_sliders_can_be_reached_and_moved_with_the_keyboard_alone(tab, size):
    visitor = tab(size=size).open("/", START)
    values = dict(START)
    for field in MAIN_SLIDERS:
        _tab_to(visitor, field)
        slider = visitor.slider(field)
        expect(slider).to_be_focused()
        expect(slider).to_be_in_viewport()
        visitor.page.keyboard.press("ArrowRight")
        row = catalog().parameters[field]
        values[field] = f"{float(row.default) + row.step:g}"
        visitor.sees_answer(scenario_of(values))
        expect(slider).to_be_focused()
