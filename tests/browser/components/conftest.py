"""A page with components alone, at a desk and on a phone."""

import pytest
from static_page import StaticPage
from visitor import PHONE


def _pages(context, size):
    page = context(size, "light").new_page()
    yield StaticPage(page)
    page.close()


@pytest.fixture
def at_desk(context):
    yield from _pages(context, (1280, 900))


@pytest.fixture
def on_phone(context):
    yield from _pages(context, PHONE)
