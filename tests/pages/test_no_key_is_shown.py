"""A page shows sentences, and never the key of one."""

import pytest
from page_reader import PAGES, unfolded

from carechoice.catalog.in_use import catalog

LINK = {"topics": "money|time", "start_date": "2027-01-04", "unknown": "1"}
LABELLED = ("button", "download_button", "expander", "selectbox", "toggle", "radio", "text_input")
TEXTS = ("title", "header", "markdown", "info", "warning")


def shown(app):
    """What is written on links, buttons, folds and inputs, and the texts of the page."""
    links = [link.proto.label for link in app.get("page_link")]
    labels = [part.label for kind in LABELLED for part in app.get(kind)]
    return {*links, *labels, *(block.value for kind in TEXTS for block in app.get(kind))}


@pytest.mark.parametrize("page", PAGES)
def test_no_page_shows_the_key_of_a_sentence(page):
    told = shown(unfolded(page, mode="together", **LINK))
    assert told
    assert not told & set(catalog().words)


def test_no_presentation_shows_the_key_of_a_sentence():
    assert not shown(unfolded(mode="present", **LINK)) & set(catalog().words)
