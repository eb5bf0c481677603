"""From a key press on a slider to three charts painted, on all pages in turns.

What counts is the ratio of two pages in the same turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from playwright.sync_api import BrowserContext

from benchmarks.browser import Tab
from benchmarks.report import Row, judged, p95
from benchmarks.servers import Server
from benchmarks.sites import BARE, DASH, NICEGUI, OURS

KEYS = ("ArrowRight", "ArrowLeft")
SETTLE_MS = 300
# NiceGUI's slider takes keys by a part inside.
FOCUS = "(slider) => (slider.querySelector('[tabindex]') ?? slider).focus()"
WARM_UP = 2
# Our page over another one.
BARS = {BARE: 0.25, DASH: 1.0, NICEGUI: 0.7}
# Over another build of ours; up to 5% is what one build differs from itself.
BUILD_BAR = 1.05
# Our other pages with charts that a slider moves, over the first one.
WITH_CHARTS = ("bill", "week", "care")
PAGE_BAR = 1.2


def rows(tabs: Sequence[Tab], presses: int) -> Iterator[Row]:
    """Rows for a key press: each page, and ours over the others."""
    keyboards = {tab.server.site: Keyboard(tab) for tab in tabs}
    turns = [
        {site: keyboard.press(KEYS[turn % 2]) for site, keyboard in keyboards.items()}
        for turn in range(presses + WARM_UP)
    ][WARM_UP:]
    for site in keyboards:
        times = [turn[site] for turn in turns]
        yield Row(
            f"Key press to three charts painted, {site.name}, p50 / p95",
            f"{median(times):.0f} / {p95(times):.0f} ms",
        )
    for site in keyboards:
        bar = BUILD_BAR if site.slider == OURS.slider else BARS.get(site)
        if site != OURS and bar:
            ratio = median(turn[OURS] / turn[site] for turn in turns)
            yield judged(f"Our page over {site.name}, p50 of pairs", ratio, bar, " ×", 2)


def page_rows(context: BrowserContext, server: Server, presses: int) -> Iterator[Row]:
    """A row for each of our pages with charts: a key press over one on the first page."""
    keyboards = {page: _keyboard(context, server, page) for page in ("", *WITH_CHARTS)}
    turns = [
        {page: keyboard.press(KEYS[turn % 2]) for page, keyboard in keyboards.items()}
        for turn in range(presses + WARM_UP)
    ][WARM_UP:]
    for page in WITH_CHARTS:
        ratio = median(turn[page] / turn[""] for turn in turns)
        name = f"Key press to its charts painted, /{page} over the first page, p50 of pairs"
        yield judged(name, ratio, PAGE_BAR, " ×", 2)


def _keyboard(context: BrowserContext, server: Server, page: str) -> Keyboard:
    site = replace(server.site, page=server.site.page.replace("/", f"/{page}", 1))
    tab = Tab(context, replace(server, site=site), drawn="bench.liveAt")
    return Keyboard(tab, all_change=False)


class Keyboard:
    """The arrow keys on the slider of a tab. ``all_change``: every chart shows each step."""

    def __init__(self, tab: Tab, *, all_change: bool = True) -> None:
        self._tab = tab
        self._first = "expectOther" if all_change else "expectAnyOther"
        self._texts = {key: self._learn(key) for key in KEYS}

    def press(self, key: str) -> float:
        """Milliseconds from pressing the key to all charts showing the new value."""
        return self._press(key, "expect", self._texts[key])

    def _learn(self, key: str) -> list[str]:
        """What the page shows after the key, once it has changed."""
        self._press(key, self._first, self._tab.shown())
        self._tab.page.wait_for_timeout(SETTLE_MS)
        return self._tab.shown()

    def _press(self, key: str, expect: str, texts: list[str]) -> float:
        page = self._tab.page
        page.bring_to_front()
        self._tab.slider.evaluate(FOCUS)
        page.wait_for_timeout(SETTLE_MS)
        # No value: a promise would be waited for.
        page.evaluate(f"(texts) => {{ bench.{expect}(texts); }}", texts)
        page.keyboard.press(key)
        return float(page.evaluate("painted"))
