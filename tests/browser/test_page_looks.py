"""Every page at every width, folded and unfolded, light, dark, on paper: one tab a page.

The decision and the crisis line are in reach, all of it can be read, axe finds nothing, and the
browser has nothing to complain about and talks to no one but the server.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from by_night import mostly_by_night
from in_page import CALLED_OTHERWISE
from playwright.sync_api import expect
from violations import found, found_in_other_colors, found_in_other_room
from visitor import PAGES, PHONE, START, Visitor, scenario_of

from carechoice.language.sentences import say

DESKTOP = (1280, 900)
NARROW_PHONE = (320, 800)
# What a window of 1280 x 900 has room for at 200 %.
ZOOMED = (640, 450)
SIZES = (DESKTOP, ZOOMED, NARROW_PHONE, PHONE)
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

# Cells of tables whose text does not begin where the name of their column does.
OUT_OF_COLUMN = """
() => Array.from(document.querySelectorAll("[data-testid=stMain] table"))
  .filter((table) => table.checkVisibility())
  .flatMap((table) => {
    const startOf = (cell) => {
      const { left, width } = cell.getBoundingClientRect();
      return width && left + parseFloat(getComputedStyle(cell).paddingLeft);
    };
    const [names, ...rows] = Array.from(table.rows, (row) => Array.from(row.cells));
    return rows.flatMap((cells) => cells.filter((cell, column) =>
      names[column] && Math.abs(startOf(cell) - startOf(names[column])) > 1));
  })
  .map((cell) => cell.textContent)
"""

# A4 between margins of 15 mm, in CSS pixels: what a chart must not be wider than.
PAPER = (680, 1000)
CUT_CHARTS = """
() => Array.from(document.querySelectorAll("[class*=st-key-chart_]"))
  .filter((chart) => {
    const room = chart.getBoundingClientRect();
    const drawing = chart.querySelector(".main-svg").getBoundingClientRect();
    const avoids = getComputedStyle(chart).breakInside === "avoid";
    return !avoids || drawing.right > innerWidth || drawing.right > room.right + 1;
  })
  .map((chart) => chart.className)
"""
# Text that is not dark: in the light theme's colours all is, the options' names included. The
# calendars of a week have words on blocks in full colour, which are printed with their colour.
PALE_TEXT = """
() => Array.from(document.querySelectorAll("[data-testid=stMain] :is(p, li, td, h1, h2), text"))
  .filter((part) => part.checkVisibility() && part.textContent.trim())
  .filter((part) => !part.closest("[class*=st-key-chart_week_]"))
  .map((part) => getComputedStyle(part)[part.closest("svg") ? "fill" : "color"])
  .filter((color) => color.match(/\\d+/g).slice(0, 3).every((channel) => channel > 140))
"""


class Watch:
    """What the browser reports about a tab: errors, and who it talks to."""

    def __init__(self, visitor: Visitor) -> None:
        self.errors: list[str] = []
        self.requests: list[str] = []
        self._host = urlsplit(visitor.address).netloc
        visitor.page.on("console", self._take_console)
        visitor.page.on("pageerror", lambda error: self.errors.append(str(error)))
        visitor.page.on("request", lambda request: self.requests.append(request.url))
        visitor.page.on("websocket", lambda socket: self.requests.append(socket.url))

    def _take_console(self, message) -> None:
        if message.type == "error":
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
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en-US")
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


def columns_begin_where_their_names_do(visitor):
    assert visitor.page.evaluate(OUT_OF_COLUMN) == []


def axe_finds_nothing(visitor):
    assert found(visitor.page) == []


def each_control_is_called_what_is_read_on_it(visitor):
    assert visitor.page.evaluate(CALLED_OTHERWISE) == []


def axe_finds_nothing_in_other_room(visitor):
    assert found_in_other_room(visitor.page) == []


def axe_finds_nothing_in_the_other_colors(visitor, scheme):
    assert found_in_other_colors(visitor.prefers(scheme).page) == []


def loads_all_there_is_to_load(visitor, path):
    """What shows on charts, a change, the next page."""
    for picture in visitor.page.locator("[class*=st-key-chart_] [role=img]").all():
        picture.hover()
    visitor.sees_value("plan_pays_percent", float(LINK["plan_pays_percent"]))
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of({**LINK, "iop_weeks": 9}))
    visitor.go_to(OTHER_PAGE[path])


def the_name_comes_first(visitor):
    name, decision = visitor.page.locator("h1"), visitor.text(say("title"))
    return name.bounding_box()["y"] < decision.bounding_box()["y"]


def is_light_and_has_its_content_alone_on_paper(visitor):
    page = visitor.page
    for_staff = page.get_by_text(say("together.title"), exact=True)
    expect(for_staff).to_be_visible()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
    expect(visitor.slider("iop_weeks")).to_be_hidden()
    expect(for_staff).to_be_hidden()
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(visitor.main.get_by_role("button")).to_have_count(0)
    expect(page.locator(".st-key-keep_now")).to_be_hidden()
    assert the_name_comes_first(visitor)
    the_answer_can_be_read(visitor)
    visitor.settled().still()
    assert page.evaluate(CUT_CHARTS) == []
    assert page.evaluate(PALE_TEXT) == []
    page.emulate_media(media="screen")
    visitor.seen_at(DESKTOP)
    expect(visitor.slider("iop_weeks")).to_be_visible()


LOOKS = (
    the_crisis_line_is_seen_without_scrolling,
    names_the_decision_and_spells_iop_out,
    the_answer_can_be_read,
    nothing_has_to_be_scrolled_sideways,
    columns_begin_where_their_names_do,
)


def was_quiet(watch):
    assert watch.errors == []
    assert list(watch.strangers) == []
    assert watch.requests


@pytest.mark.parametrize("path", mostly_by_night(PAGES, by_day=["/care"]))
def test_the_page_names_the_decision_and_all_of_it_is_in_reach_quiet_and_light_on_paper(tab, path):
    visitor = tab(size=DESKTOP)
    watch = Watch(visitor)
    visitor.open(path, {**QUERY, "mode": "together"})
    expect(visitor.heading(say("together.title"))).to_be_visible()
    expect(visitor.unused_note()).to_be_visible()
    visitor.address_hands_on(scenario_of({**LINK, "mode": "together"}))
    for size in SIZES:
        visitor.seen_at(size)
        for look in LOOKS:
            look(visitor)
    # All that stands on the folded page stands on the unfolded one as well.
    visitor.unfold_all()
    each_control_is_called_what_is_read_on_it(visitor)
    axe_finds_nothing_in_other_room(visitor)
    for size in reversed(SIZES):
        nothing_has_to_be_scrolled_sideways(visitor.seen_at(size))
    axe_finds_nothing(visitor.unfold_all())
    axe_finds_nothing_in_the_other_colors(visitor, "dark")
    is_light_and_has_its_content_alone_on_paper(visitor)
    loads_all_there_is_to_load(visitor, path)
    was_quiet(watch)


def test_axe_finds_nothing_in_what_stands_on_a_phone_alone_which_is_the_same_on_every_page(tab):
    visitor = tab(size=PHONE).open("/", QUERY).unfold_all()
    axe_finds_nothing(visitor)
    axe_finds_nothing_in_the_other_colors(visitor, "dark")


@pytest.mark.by_night
@pytest.mark.parametrize(
    ("path", "scheme", "size"), [("/", "light", PHONE), ("/week", "dark", DESKTOP)]
)
def test_axe_finds_nothing_with_a_third_way_and_its_inputs_open(tab, path, scheme, size):
    visitor = tab(size=size, scheme=scheme).open(path, {**START, "third_path": "step_down"})
    visitor.unfold_all()
    expect(visitor.slider("step_down_sessions")).to_be_visible()
    axe_finds_nothing(visitor)


def test_the_content_policy_stands_in_the_browser(tab):
    page = tab().open("/sources").page
    with page.expect_console_message(lambda said: "Content Security Policy" in said.text):
        fetched = page.evaluate("fetch('https://example.org').then(() => 1, () => 0)")
    assert fetched == 0
