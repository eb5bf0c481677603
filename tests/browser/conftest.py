"""A real server and a real browser: `tab()` opens a tab, `fresh_server()` starts a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from install_browser import NO_BROWSER, chromium_path
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from running_server import running_server
from visitor import Visitor

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = (1280, 900)
WIDEST_PHONE = 480

# How long a machine under load may take to draw; nothing waits longer than it has to.
expect.set_options(timeout=30_000)

OpenContext = Callable[[tuple[int, int], str], BrowserContext]
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
def fresh_server() -> Iterator[Callable[[], str]]:
    with ExitStack() as servers:
        yield lambda: servers.enter_context(running_server())


@pytest.fixture(scope="session")
def context(browser: Browser) -> OpenContext:
    """The browser of one person. Tests share it for its cache; what they enter is in no cookie."""
    contexts: dict[tuple[tuple[int, int], str], BrowserContext] = {}

    def open_context(size: tuple[int, int], scheme: str) -> BrowserContext:
        if (size, scheme) not in contexts:
            contexts[size, scheme] = browser.new_context(
                viewport={"width": size[0], "height": size[1]},
                color_scheme=scheme,
                reduced_motion="reduce",
                has_touch=size[0] <= WIDEST_PHONE,
            )
        return contexts[size, scheme]

    return open_context


def _tabs(request: pytest.FixtureRequest) -> Iterator[OpenTab]:
    """Open a tab, by default on the shared server, in a desktop's size and light colours."""
    tabs: list[Visitor] = []

    def open_tab(
        *, size: tuple[int, int] = DESKTOP, scheme: str = "light", address: str | None = None
    ) -> Visitor:
        # Asked for here and not as arguments, so that a test without a browser fails, by the
        # one sentence that says why, instead of ending as an error of its preparation.
        context = request.getfixturevalue("context")(size, scheme)
        page = context.new_page()
        tabs.append(Visitor(page, address or request.getfixturevalue("server")))
        return tabs[-1]

    yield open_tab
    for visitor in tabs:
        visitor.page.close()


tab = pytest.fixture(_tabs, name="tab")
# For tests that only look: they share a tab that stays open until the last of them.
lasting_tab = pytest.fixture(_tabs, scope="module", name="lasting_tab")
