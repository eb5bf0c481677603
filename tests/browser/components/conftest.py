"""A page with components alone, at a desk and on a phone."""

import pytest
from static_page import StaticPage
from visitor import PHONE

DESK = (1280, 900)


def _page(browser, size):
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        has_touch=size == PHONE,
        reduced_motion="reduce",
    )
    yield StaticPage(context.new_page())
    context.close()


@pytest.fixture
def at_desk(browser):
    yield from _page(browser, DESK)


@pytest.fixture
def on_phone(browser):
    yield from _page(browser, PHONE)
