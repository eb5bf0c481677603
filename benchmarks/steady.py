"""What moves by itself on each of our pages, and how soon each shows what was pressed."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks import browser
from benchmarks.report import Row, judged
from benchmarks.servers import Server
from benchmarks.sites import OURS
from carechoice.ui.pages import FIRST, PAGES

SIZES = {"desk": browser.DESK, "phone": browser.PHONE}
VISITS = ("first", "second")
SHIFT_BAR = 0.1
SLOWER = 4
INTERACTION_BAR_MS = 200
KEYS = ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowRight", "ArrowLeft")
PAUSE_MS = 600


def rows(chromium: Browser, server: Server) -> Iterator[Row]:
    """The worst layout shift of all pages, sizes and visits, and the slowest interaction."""
    shifts = {
        f"{page}, {size}, {visit} visit": shift
        for page in PAGES
        for size in SIZES
        for visit, shift in zip(VISITS, _shifts(chromium, server, page, size), strict=True)
    }
    where = max(shifts, key=lambda each: shifts[each])
    what = f"Layout shift, worst of {len(shifts)} visits ({where})"
    yield judged(what, shifts[where], SHIFT_BAR, "", 2)
    slowest = {page: _slowest_interaction(chromium, server, page) for page in PAGES}
    where = max(slowest, key=lambda each: slowest[each])
    what = f"Interaction to next paint, worst page ({where}), CPU/{SLOWER}"
    yield judged(what, slowest[where], INTERACTION_BAR_MS, " ms")


def _shifts(chromium: Browser, server: Server, page: str, size: str) -> Iterator[float]:
    """The sum of all layout shifts of someone's visits to a page, one after the other."""
    context = browser.new_context(chromium, SIZES[size])
    for _ in VISITS:
        tab = _open(context, server, page)
        tab.wait_for_load_state("networkidle")
        yield float(tab.evaluate("bench.shift()"))
        tab.close()
    context.close()


def _slowest_interaction(chromium: Browser, server: Server, page: str) -> float:
    """Milliseconds, where a slider is moved by keys and a fold is opened."""
    context = browser.new_context(chromium, browser.DESK)
    tab = _open(context, server, page)
    browser.slowed(tab, by=SLOWER)
    slider = tab.locator(OURS.slider)
    for key in KEYS:
        slider.press(key)
        tab.wait_for_timeout(PAUSE_MS)
    tab.locator("summary:visible").first.click()
    tab.wait_for_timeout(PAUSE_MS)
    slowest = float(tab.evaluate("bench.slowestInteraction()"))
    context.close()
    return slowest


def _open(context: BrowserContext, server: Server, page: str) -> Page:
    tab = context.new_page()
    path = "" if page == FIRST else page
    tab.goto(server.address.replace("/?", f"/{path}?"))
    tab.evaluate("bench.liveAt")
    return tab
