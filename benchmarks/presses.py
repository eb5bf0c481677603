"""From a key press on a slider to three charts painted, on all pages in turns.

What counts is the ratio of two pages in the same turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.browser import Tab
from benchmarks.report import Row, judged, p95
from benchmarks.sites import BARE, DASH, OURS

KEYS = ("ArrowRight", "ArrowLeft")
SETTLE_MS = 300
# NiceGUI's slider takes keys by a part inside.
FOCUS = "(slider) => (slider.querySelector('[tabindex]') ?? slider).focus()"
WARM_UP = 2
# Our page over another one.
BARS = {BARE: 0.5, DASH: 1.0}
# Over another build of ours; up to 5% is what one build differs from itself.
BUILD_BAR = 1.05


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


class Keyboard:
    """The arrow keys on the slider of a tab."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._texts = {key: self._learn(key) for key in KEYS}

    def press(self, key: str) -> float:
        """Milliseconds from pressing the key to all charts showing the new value."""
        return self._press(key, "expect", self._texts[key])

    def _learn(self, key: str) -> list[str]:
        """What the page shows after the key: every chart must change."""
        self._press(key, "expectOther", self._tab.shown())
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
