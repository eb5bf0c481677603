"""A real server and a real browser: `tab()` opens a tab, `fresh_server()` starts a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from install_browser import NO_BROWSER, chromium_path
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from running_server import running_server
from slowness import slow_down
from visitor import PATIENCE_MS, Visitor

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # All tabs of a person share one process, which keeps the pages' scripts as it has read them:
    # with a process for each tab, a fourth of the work of opening one was to read them again.
    "--process-per-site",
    # Also, what is read beside the download is read again for each tab.
    "--js-flags=--no-script-streaming --no-flush-bytecode",
)
DESKTOP = (1280, 900)
WIDEST_PHONE = 480

expect.set_options(timeout=PATIENCE_MS)

OpenContext = Callable[[bool, str], BrowserContext]
OpenTab = Callable[..., Visitor]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        pytest.fail(NO_BROWSER, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with running_server() as address:
        yield address


@pytest.fixture
def fresh_server() -> Iterator[Callable[..., str]]:
    with ExitStack() as servers:
        yield lambda **environment: servers.enter_context(running_server(**environment))


@pytest.fixture(scope="session")
def context(browser: Browser) -> OpenContext:
    """The browser of one person. Tests share it for its cache; what they enter is in no cookie."""
    contexts: dict[bool, BrowserContext] = {}

    def open_context(has_touch: bool, address: str) -> BrowserContext:
        if has_touch not in contexts:
            contexts[has_touch] = browser.new_context(reduced_motion="reduce", has_touch=has_touch)
            # A tab that stays: with the last tab its process would end, and all that it has read.
            contexts[has_touch].new_page().goto(f"{address}/_stcore/health")
        return contexts[has_touch]

    return open_context


def _tabs(request: pytest.FixtureRequest) -> Iterator[OpenTab]:
    """Open a tab, by default on the shared server, in a desktop's size and light colours."""
    tabs: list[Visitor] = []

    def open_tab(
        *, size: tuple[int, int] = DESKTOP, scheme: str = "light", address: str | None = None
    ) -> Visitor:
        # Asked for here and not as arguments, so that a test without a browser fails, by the
        # one sentence that says why, instead of ending as an error of its preparation.
        open_context = request.getfixturevalue("context")
        address = address or request.getfixturevalue("server")
        page = open_context(size[0] <= WIDEST_PHONE, address).new_page()
        page.set_default_timeout(PATIENCE_MS)
        slow_down(page)
        tabs.append(Visitor(page, address))
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme)
        return tabs[-1]

    yield open_tab
    for visitor in tabs:
        visitor.page.close()


tab = pytest.fixture(_tabs, name="tab")
# For tests that only look: they share a tab that stays open until the last of them.
lasting_tab = pytest.fixture(_tabs, scope="module", name="lasting_tab")
