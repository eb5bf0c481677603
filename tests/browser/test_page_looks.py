"""Every page at every width, folded and unfolded, light and dark: one tab a page and a device.

The decision and the crisis line are in reach, all of it can be read, axe finds nothing, and the
browser has nothing to complain about and talks to no one but the server.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from violations import found, found_in_other_colors
from visitor import PAGES, PHONE, START, Visitor, scenario_of

from carechoice.language.sentences import say

DESKTOP = (1280, 900)
NARROW_PHONE = (320, 800)
# What a window of 1280 x 900 has room for at 200 %.
ZOOMED = (640, 450)
# A value out of place brings the note about links and a warning onto the page too.
LINK = {**START, "plan_pays_percent": "5"}
QUERY = {**LINK, "unknown": "1"}
OTHER_PAGE = {
    "/": "page.bill",
    "/bill": "page.week",
    "/week": "page.care",
    "/care": "page.decide",
    "/decide": "page.share",
    "/share": "page.sources",
    "/sources": "page.compare",
}
# On a link to an inner page the framework looks for its server below that page first.
PROBES = tuple(f"{page}/_stcore/{name}" for page in PAGES[1:] for name in ("health", "host-config"))

SCROLLERS = """
() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
  .map((part) => [part.scrollWidth, part.clientWidth])
"""
# Text outside the window. A wide table may scroll by itself; labels of charts have a test of their
# own.
OUTSIDE_WINDOW = """
() => Array.from(document.querySelectorAll("[data-testid=stApp] *"))
  .filter((part) => !part.closest("table, .main-svg"))
  .filter((part) => Array.from(part.childNodes).some((node) =>
    node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
  .filter((part) => {
    const box = part.getBoundingClientRect();
    return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
  })
  .map((part) => part.textContent.trim())
"""


class Watch:
    """What the browser reports about a tab: errors, and who it talks to."""

    def __init__(self, visitor: Visitor) -> None:
        self.errors: list[str] = []
        self.requests: list[str] = []
        self._probes = [f"{visitor.address}{probe}" for probe in PROBES]
        self._host = urlsplit(visitor.address).netloc
        visitor.page.on("console", self._take_console)
        visitor.page.on("pageerror", lambda error: self.errors.append(str(error)))
        visitor.page.on("request", lambda request: self.requests.append(request.url))
        visitor.page.on("websocket", lambda socket: self.requests.append(socket.url))

    def _take_console(self, message) -> None:
        is_probe = "404" in message.text and message.location.get("url") in self._probes
        if message.type == "error" and not is_probe:
            self.errors.append(f"{message.text} ({message.location.get('url')})")

    @property
    def strangers(self) -> Iterator[str]:
        """Requests to anyone else. Data and blobs never leave the browser."""
        for url in self.requests:
            parts = urlsplit(url)
            if parts.scheme not in ("data", "blob") and parts.netloc != self._host:
                yield url


def the_crisis_line_is_seen_without_scrolling(visitor):
    for number in ("988", "911"):
        link = visitor.main.get_by_role("link", name=number, exact=True).first
        expect(link).to_be_in_viewport(ratio=1)
        expect(link).to_have_attribute("href", f"tel:{number}")


def names_the_decision_and_spells_iop_out(visitor):
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    expect(visitor.page).to_have_title(re.compile(say("app.name")))
    decision = visitor.text(say("title"))
    expect(decision).to_be_in_viewport(ratio=1)
    expect(decision).to_contain_text("therapy", ignore_case=True)
    expect(decision).to_contain_text("intensive outpatient program (IOP)", ignore_case=True)


def the_answer_can_be_read(visitor):
    visitor.sees_answer(scenario_of(LINK))


def nothing_has_to_be_scrolled_sideways(visitor):
    for width, room in visitor.page.evaluate(SCROLLERS):
        assert width <= room
    assert visitor.page.evaluate(OUTSIDE_WINDOW) == []


def axe_finds_nothing(visitor):
    assert found(visitor.page) == []


def loads_all_there_is_to_load(visitor, path):
    """What shows on charts, a change, the next page."""
    for picture in visitor.page.locator("[class*=st-key-chart_] [role=img]").all():
        picture.hover()
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of({**LINK, "iop_weeks": 9}))
    visitor.go_to(OTHER_PAGE[path])


LOOKS = (
    the_crisis_line_is_seen_without_scrolling,
    names_the_decision_and_spells_iop_out,
    the_answer_can_be_read,
    nothing_has_to_be_scrolled_sideways,
)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("size", "smaller"), [(DESKTOP, ZOOMED), (PHONE, NARROW_PHONE)], ids=["desk", "phone"]
)
def test_the_page_names_the_decision_and_all_of_it_is_in_reach_and_quiet(tab, path, size, smaller):
    visitor = tab(size=size)
    watch = Watch(visitor)
    visitor.open(path, QUERY)
    expect(visitor.unused_note()).to_be_visible()
    axe_finds_nothing(visitor)
    for width in (smaller, size):
        visitor.seen_at(width)
        for look in LOOKS:
            look(visitor)
    visitor.unfold_all()
    axe_finds_nothing(visitor)
    nothing_has_to_be_scrolled_sideways(visitor)
    nothing_has_to_be_scrolled_sideways(visitor.seen_at(smaller))
    visitor.seen_at(size).prefers("dark")
    assert found_in_other_colors(visitor.page) == []
    loads_all_there_is_to_load(visitor, path)
    assert watch.errors == []
    assert list(watch.strangers) == []
    assert watch.requests


@pytest.mark.parametrize(
    ("path", "scheme", "size"), [("/", "light", PHONE), ("/week", "dark", DESKTOP)]
)
def test_axe_finds_nothing_with_a_third_way_and_its_inputs_open(tab, path, scheme, size):
    visitor = tab(size=size, scheme=scheme).open(path, {**START, "third_path": "step_down"})
    axe_finds_nothing(visitor)
    visitor.unfold_all()
    expect(visitor.slider("step_down_sessions")).to_be_visible()
    axe_finds_nothing(visitor)


def test_the_content_policy_stands_in_the_browser(tab):
    visitor = tab().open("/sources")
    watch = Watch(visitor)
    fetched = visitor.page.evaluate("fetch('https://example.org').then(() => 1, () => 0)")
    assert fetched == 0
    assert any("Content Security Policy" in error for error in watch.errors)
