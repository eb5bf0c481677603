"""A chart answers the pointer, on a page and in a presentation that grows with its screen."""

import pytest
from playwright.sync_api import expect
from test_modes_journeys import SCREEN_SIZES, presented, sees_screen, show_numbers
from visitor import START

from carechoice import words
from carechoice.presentation import SCREENS

__all__ = ["presented"]
# The chart's rows are counted from below.
BARS = [
    f"{words.option_name(path)}{words.say(f'cost.column.{part}')}"
    for path in ("iop", "therapy")
    for part in ("you", "plan")
]
POINTED_AT = ".barlayer .point path"


def tells_what_is_pointed_at(visitor):
    """Each bar of the cost chart tells what it is, beside the pointer."""
    picture = visitor.picture("cost")
    labels = picture.locator(".hoverlayer .hovertext")
    for bar, told in zip(picture.locator(POINTED_AT).all(), BARS, strict=True):
        visitor.page.mouse.move(0, 0)
        expect(labels).to_have_count(0)
        # Not what takes the pointer: a layer above all bars does.
        bar.hover(force=True)
        expect(labels).to_have_count(1)
        expect(labels).to_contain_text(told)
        at, room = labels.bounding_box(), picture.bounding_box()
        assert room["x"] <= at["x"] <= room["x"] + room["width"]
        assert room["y"] - at["height"] <= at["y"] <= room["y"] + room["height"]


@pytest.mark.parametrize("size", [*SCREEN_SIZES, (390, 844)])
def test_a_bar_of_a_page_tells_what_it_is(tab, size):
    visitor = tab(size=size).open("/", START)
    tells_what_is_pointed_at(visitor)


@pytest.mark.parametrize("size", SCREEN_SIZES)
def test_a_bar_of_a_presentation_tells_what_it_is_with_the_sliders_and_without(presented, size):
    visitor = presented(size=size)
    number = SCREENS.index("cost")
    for _ in range(number):
        visitor.page.keyboard.press("ArrowRight")
    sees_screen(visitor, number)
    tells_what_is_pointed_at(visitor)
    show_numbers(visitor)
    sees_screen(visitor, number)
    tells_what_is_pointed_at(visitor)
