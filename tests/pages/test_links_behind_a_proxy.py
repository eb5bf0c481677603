"""Wherever the browser has the pages, a link to hand on begins there."""

import re
from types import SimpleNamespace

import pytest
from page_reader import again, read

from carechoice.ui import page_address

# Where the first page is. Names of our pages are no rare ends of paths and hosts.
ROOTS = [
    "http://localhost:8501/",
    "https://clinic.example/care/",
    "https://clinic.example/homecare/",
    "https://clinic.example/tools/bill/",
    "https://clinic.example/week/share/",
    "https://our.care/",
    "http://intranet-share/",
    "https://clinic.example/choice/",
]


def link_on_the_share_page(browser_at):
    """The link that is shown while the browser's address is this."""
    app = again(read())
    app.context["url"] = browser_at
    app.switch_page("share.py").run()
    assert not app.exception
    return next(block.value for block in app.text if "therapy_sessions" in block.value)


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("page", ["", "bill", "care", "share"])
def test_a_link_begins_where_the_browser_has_the_pages_whichever_page_it_came_from(root, page):
    """The framework tells the address of the page that the person leaves, or of this one."""
    link = link_on_the_share_page(f"{root}{page}")
    assert re.match(r"[^?]*", link)[0] == root


@pytest.mark.parametrize("told", ["http://[", "javascript:0", "", "clinic.example"])
def test_what_a_browser_says_that_is_no_address_begins_no_link(monkeypatch, told):
    """Such a one ended the run of its page with an error."""
    run = SimpleNamespace(context_info=SimpleNamespace(url=told))
    monkeypatch.setattr(page_address, "get_script_run_ctx", lambda: run)
    assert page_address.page_address() == page_address.NOWHERE
