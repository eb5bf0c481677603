"""The compared pages in a real browser: Chromium, a tab, and what the tab shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Page,
    ViewportSize,
    sync_playwright,
)

from benchmarks.servers import Server
from tests.install_browser import chromium_path

WATCH = Path(__file__).with_name("watch.js")
# Tall enough to have the slider and all charts of every page in view.
VIEWPORT: ViewportSize = {"width": 1280, "height": 1600}
DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
NO_BROWSER = "not measured: no Chromium (`make browser`)"


@cache
def is_there() -> bool:
    """Whether there is a Chromium to measure in."""
    return _chromium() is not None


@contextmanager
def opened() -> Iterator[Browser]:
    """A Chromium of its own for one measurement."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium())
        try:
            yield browser
        finally:
            browser.close()


def new_context(browser: Browser, size: ViewportSize = VIEWPORT) -> BrowserContext:
    """A visitor without anything kept from before, whose pages are watched."""
    context = browser.new_context(viewport=size)
    context.add_init_script(path=WATCH)
    return context


class Tab:
    """A page that is open, drawn and still.

    ``drawn`` is what of watch.js tells when it is: with its three charts, or live.
    """

    def __init__(
        self, context: BrowserContext, server: Server, *, drawn: str = "bench.chartsAt"
    ) -> None:
        self.server = server
        self.page: Page = context.new_page()
        self.page.goto(server.address)
        self.page.evaluate(drawn)
        self.page.wait_for_load_state("networkidle")
        self.slider = self.page.locator(server.site.slider)

    def shown(self) -> list[str]:
        """The texts of the three charts, and of the answer where there is one."""
        texts: list[str] = self.page.evaluate("bench.shown()")
        return texts

    def value(self) -> float:
        """What the slider stands at."""
        return float(self.slider.evaluate("(slider) => bench.valueOf(slider)"))

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """What the script gives in the page."""
        return self.page.evaluate(script, argument)


def slowed(page: Page, *, by: int) -> CDPSession:
    """Slow a page's work down to a part of this machine's; the session by which that was asked."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": by})
    return session


def version() -> str:
    """The browser's name and version."""
    if not is_there():
        return "no Chromium"
    with opened() as browser:
        return f"Chromium {browser.version}"


@cache
def _chromium() -> str | None:
    return chromium_path()
