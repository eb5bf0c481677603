"""From a key press on a slider to three charts painted, in a real browser.

Our page and the bare app take turns in one browser; what counts is their ratio.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from benchmarks.report import Row, judged, p95
from carechoice.catalog import catalog
from tests.install_browser import chromium_path

# From 9 to 10 hours a week a program day is added, so all three charts change.
KEYS = ("ArrowRight", "ArrowLeft")
SLIDER = "iop_hours_per_week"
RATIO_BAR = 1.25
SETTLE_MS = 300
# Tall enough to have all charts of both pages in view.
VIEWPORT = {"width": 1280, "height": 1600}

# In the page: what the charts show as text, and a promise for the time from the last key press to
# the frame that shows what is waited for. A timer set in an animation frame fires once that frame
# is painted.
WATCH = """
() => {
  let pressed = 0;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  const shadows = () => [...document.querySelectorAll("*")].map((each) => each.shadowRoot);
  const charts = () => [document, ...shadows().filter(Boolean)]
    .flatMap((root) => [...root.querySelectorAll(".js-plotly-plot")]);
  const shown = () => charts().map((chart) => chart.textContent);
  const until = (isDone) => new Promise((resolve, reject) => {
    const begin = performance.now();
    const look = () => {
      if (isDone(shown())) setTimeout(() => resolve(performance.now() - pressed));
      else if (performance.now() - begin > 20000) reject(Error("no new charts"));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const all = (texts, fits) => texts.length === 3 && texts.every(fits);
  window.shown = shown;
  window.expectOther = (old) => {
    window.painted = until((texts) => all(texts, (text, chart) => text !== old[chart]));
  };
  window.expect = (wanted) => {
    window.painted = until((texts) => all(texts, (text, chart) => text === wanted[chart]));
  };
}
"""


class Visit:
    """A page open in the browser, its slider in focus."""

    def __init__(self, page: Page, port: int) -> None:
        self._page = page
        page.goto(f"http://localhost:{port}")
        page.locator(".js-plotly-plot").nth(2).wait_for()
        page.locator("[data-test-script-state=notRunning]").wait_for()
        page.evaluate(WATCH)
        page.get_by_role("slider", name=catalog().parameters[SLIDER].label).focus()
        self._texts = self._learn()

    def press(self, key: str) -> float:
        """Milliseconds from pressing the key to all charts showing the new value."""
        return self._press(key, "expect", self._texts[key])

    def _learn(self) -> dict[str, Any]:
        """What the charts show after each key: all three must change."""
        texts = {}
        for key in KEYS:
            self._press(key, "expectOther", self._page.evaluate("shown()"))
            self._page.wait_for_timeout(SETTLE_MS)
            texts[key] = self._page.evaluate("shown()")
        return texts

    def _press(self, key: str, expect: str, texts: Any) -> float:
        self._page.bring_to_front()
        self._page.wait_for_timeout(SETTLE_MS)
        self._page.evaluate(f"(texts) => {expect}(texts)", texts)
        self._page.keyboard.press(key)
        return float(self._page.evaluate("painted"))


def rows(app_port: int, bare_port: int, presses: int) -> Iterator[Row]:
    """Rows for the browser, or one that says why there are none."""
    if not _chromium():
        yield Row("Key press to three charts painted", "not measured: no Chromium (`make browser`)")
        return
    app, bare = _take_turns(app_port, bare_port, presses)
    for name, times in (("our page", app), ("bare Streamlit app", bare)):
        yield Row(
            f"Key press to three charts painted, {name}, p50 / p95",
            f"{median(times):.0f} / {p95(times):.0f} ms",
        )
    ratios = [ours / theirs for ours, theirs in zip(app, bare, strict=True)]
    yield judged("Our page over the bare app, p50 of pairs", median(ratios), RATIO_BAR, " ×", 2)


def _take_turns(app_port: int, bare_port: int, presses: int) -> tuple[list[float], list[float]]:
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        visits = [
            Visit(browser.new_page(viewport=VIEWPORT), port) for port in (app_port, bare_port)
        ]
        pairs = [[visit.press(KEYS[press % 2]) for visit in visits] for press in range(-2, presses)]
        browser.close()
    # The first two presses warm up.
    app, bare = zip(*pairs[2:], strict=True)
    return list(app), list(bare)


def _launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=_chromium())


@cache
def _chromium() -> str | None:
    return chromium_path()


def version_of_chromium() -> str:
    """The browser's name and version."""
    if not _chromium():
        return "no Chromium"
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        found = f"Chromium {browser.version}"
        browser.close()
    return found
