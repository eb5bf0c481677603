"""What a person reads before the live page is there, and where it never comes."""

import io
from urllib.parse import urlencode

import pytest
from in_page import SCROLLED_TO
from PIL import Image, ImageChops
from playwright.sync_api import expect
from test_drawn_ahead import ON_WHOLE_PIXELS
from violations import found
from visitor import BOTH_SIZES, DESK, PHONE, START, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.language.sentences import say
from carechoice.ui import pages
from carechoice.ui.assets import PLOTLY, address, script
from carechoice.web.page_charts import first_charts

SCRIPTS = "**/static/js/**"
FONTS = "**/*.woff2"
LINE = "**/_stcore/stream"
LATE_MS = 8000
# Of 255: the edges of lines get another shade in a part of the page that scrolls by itself.
MOST_SHADES = 8
# Where each sentence of the answer and each link to a page stands.
PLACES = """
(selector) => Array.from(document.querySelectorAll(selector), (part) => {
  const text = document.createRange();
  text.selectNodeContents(part);
  const { left, top } = text.getBoundingClientRect();
  return [part.textContent, left, top];
})
"""
EARLY = "#early nav a, #early h1, #early .crisis, #early .answer p"
LIVE = ".st-key-pages a p, h1, .st-key-head p:has([href='tel:988']), .st-key-answer .sentences p"
# A presentation has its own; its answer is two sentences, and what they rest on follows.
SCREEN = (
    "#early :is(h1, .crisis, .st-key-presentation h2, .st-key-words_answer p:nth-of-type(-n + 2))"
)
LIVE_SCREEN = ".st-key-presentation :is(h1, h2, p:has([href='tel:988']), .sentences p)"
SHOWN_BELOW = """
() => Array.from(document.querySelectorAll("#root *"))
  .filter((part) => part.checkVisibility({ visibilityProperty: true })).length
"""
# Marks what is drawn before the page is live, and says how much that is.
MARKED = """
() => {
  const drawn = document.querySelectorAll("#early .js-plotly-plot");
  for (const each of drawn) each.dataset.first = "";
  return drawn.length;
}
"""
FETCHED = """
async (address) => {
  const answer = await fetch(address);
  return [answer.headers.get("content-encoding"), await answer.text()];
}
"""
NOTES_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true });
"""


def sentences(**values):
    answer = words.answer(compare(scenario_of(START | values)))
    return [sentence.replace("**", "") for sentence in answer.values()]


def early_of(page):
    return page.locator("#early")


def sees(page, **values):
    for sentence in sentences(**values):
        expect(early_of(page).get_by_text(sentence)).to_be_visible()


def typed(page, field):
    return early_of(page).get_by_label(catalog().parameters[field].label, exact=True)


def fill_in(page, field, value):
    typed(page, field).fill(str(value))
    early_of(page).get_by_role("button", name=say("early.send")).click()


def taken(picture):
    picture.evaluate(SCROLLED_TO)
    picture.evaluate(ON_WHOLE_PIXELS)
    return Image.open(io.BytesIO(picture.screenshot())).convert("RGB")


class Held:
    """A page whose framework is held back until it is let go."""

    def __init__(self, visitor, path, **more):
        self.page, self.waiting, self.is_free = visitor.page, [], False
        self.page.route(SCRIPTS, self._hold)
        # Where the font is late, the early page does without.
        self.page.route(FONTS, lambda route: route.abort())
        self.page.add_init_script(NOTES_SHIFTS)
        query = urlencode(START | more)
        self.page.goto(f"{visitor.address}{path}?{query}", wait_until="commit")
        expect(early_of(self.page).locator(".late")).to_be_attached()

    def _hold(self, route):
        route.continue_() if self.is_free else self.waiting.append(route)

    def let_go(self):
        self.is_free = True
        for route in self.waiting:
            route.continue_()

    def goes_live(self):
        self.let_go()
        expect(early_of(self.page)).to_have_count(0)


def test_without_scripts_the_page_reads_as_a_page_and_a_form_works_it_out(browser, server):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{server}/bill?start_date={START['start_date']}")
    sees(page)
    expect(page.get_by_role("link", name="988")).to_be_visible()
    expect(page.get_by_role("table", name=say("figures.title"))).to_be_visible()
    fill_in(page, "therapy_sessions", 30)
    sees(page, therapy_sessions=30)
    expect(page.get_by_role("heading", name=say("page.bill"), level=1)).to_be_visible()
    page.get_by_label(catalog().parameters["plan"].label).select_option("medicare")
    page.get_by_role("button", name=say("early.send")).click()
    sees(page, therapy_sessions=30, plan="medicare")
    page.close()


@pytest.mark.parametrize("size", BOTH_SIZES)
def test_where_no_live_line_is_let_through_a_sentence_says_so_and_the_form_serves(tab, size):
    visitor = tab(size=size)
    page = visitor.page
    page.clock.install()
    page.route_web_socket(LINE, lambda socket: socket.close())
    page.goto(f"{visitor.address}/?start_date={START['start_date']}")
    early = early_of(page)
    expect(early).to_have_attribute("aria-busy", "true")
    expect(early.get_by_text(say("early.waits"))).to_be_attached()
    expect(early.get_by_role("status")).not_to_be_visible()
    page.clock.run_for(LATE_MS)
    expect(early.get_by_role("status")).to_be_in_viewport(ratio=1)
    expect(early).not_to_have_attribute("aria-busy", "true")
    early.get_by_role("status").get_by_role("link").press("Enter")
    expect(page.get_by_role("heading", name=say("early.form"))).to_be_in_viewport()
    fill_in(page, "iop_weeks", 6)
    sees(page, iop_weeks=6)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_where_the_frameworks_files_fail_the_page_is_whole_for_everyone(tab, scheme):
    visitor = tab(size=PHONE, scheme=scheme)
    page = visitor.page
    page.clock.install()
    page.route(SCRIPTS, lambda route: route.abort())
    page.goto(f"{visitor.address}/bill?plan=medicare")
    page.clock.run_for(LATE_MS)
    expect(early_of(page).get_by_role("status")).to_be_visible()
    assert found(page) == []


# The third is the framework's own, which draws all parts of ours.
@pytest.mark.parametrize(
    ("part", "without_charts"),
    [("assets/*", True), ("assets/slider-*", False), ("static/js/BidiComponent.*", True)],
)
def test_where_parts_of_ours_fail_the_frameworks_own_stand_in(tab, part, without_charts):
    visitor = tab()
    page = visitor.page
    fails = []
    page.route(f"**/{part}", lambda route: (fails.append(route.request.url), route.abort()))
    page.goto(f"{visitor.address}/?start_date={START['start_date']}")
    expect(early_of(page)).to_have_count(0)
    weeks = page.get_by_role("slider", name=catalog().parameters["iop_weeks"].label)
    weeks.press("ArrowLeft")
    for sentence in sentences(iop_weeks=7):
        expect(page.locator(".st-key-answer").get_by_text(sentence)).to_be_visible()
    told = visitor.main.get_by_text(say("chart.instead")).filter(visible=True)
    expect(told).to_have_count(3 if without_charts else 0)
    expect(visitor.main.get_by_text("TypeError").filter(visible=True)).to_have_count(0)
    assert fails
    expect(page.locator("[class*=st-key-chart_] .main-svg").first).to_be_attached(
        attached=not without_charts
    )


def test_where_plotlys_script_fails_each_chart_says_so_above_its_table(tab):
    visitor = tab()
    page = visitor.page
    page.route("**/assets/plotly-*", lambda route: route.abort())
    page.goto(f"{visitor.address}/?start_date={START['start_date']}")
    expect(early_of(page)).to_have_count(0)
    expect(page.get_by_text(say("chart.instead"))).to_have_count(3)
    visitor.type_value("iop_weeks", 7)
    visitor.sees_answer(scenario_of(START | {"iop_weeks": 7}))


KEPT = "() => Object.keys(localStorage)"


def pictures_of(page):
    charts = early_of(page).locator(".chart")
    return [taken(chart) for chart in charts.all()]


def test_who_comes_back_sees_the_charts_of_the_start_as_they_were_drawn_before(browser, server):
    context = browser.new_context(reduced_motion="reduce")
    first = context.new_page()
    first.route(SCRIPTS, lambda route: route.abort())
    first.goto(f"{server}/")
    expect(early_of(first).locator(".chart[aria-busy=false]")).to_have_count(3)
    first.wait_for_load_state("networkidle")
    assert first.evaluate(KEPT) == ["first-charts/"]
    second = context.new_page()
    second.route(SCRIPTS, lambda route: route.abort())
    held = []
    second.route("**/assets/first-*", lambda route: held.append(route))  # noqa: PLW0108
    second.goto(f"{server}/", wait_until="commit")
    expect(early_of(second).locator(".chart .main-svg").first).to_be_visible()
    kept = pictures_of(second)
    for route in held:
        route.continue_()
    expect(early_of(second).locator(".chart[aria-busy=false]")).to_have_count(3)
    for before, now in zip(kept, pictures_of(second), strict=True):
        assert ImageChops.difference(before, now).getbbox() is None
    context.close()


def test_charts_of_what_somebody_entered_are_neither_kept_nor_shown_from_before(browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.route(SCRIPTS, lambda route: route.abort())
    page.goto(f"{server}/?therapy_sessions=30")
    expect(early_of(page).locator(".chart[aria-busy=false]")).to_have_count(3)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(KEPT) == []
    page.goto(f"{server}/")
    expect(early_of(page).locator(".chart[aria-busy=false]")).to_have_count(3)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(KEPT) == ["first-charts/"]
    page.route("**/assets/first-*", lambda route: None)
    page.goto(f"{server}/?therapy_sessions=30", wait_until="commit")
    expect(early_of(page).locator(".late")).to_be_attached()
    expect(early_of(page).locator(".chart .main-svg")).to_have_count(0)
    context.close()


def test_plotlys_script_is_the_same_in_the_form_that_browsers_get(tab):
    visitor = tab()
    visitor.page.goto(f"{visitor.address}/_stcore/health")
    got = visitor.page.evaluate(FETCHED, f"{visitor.address}/{address(PLOTLY)}")
    assert got == ["br", script(PLOTLY).decode()]


@pytest.mark.parametrize("size", BOTH_SIZES)
@pytest.mark.parametrize("path", ["/", "/bill"])
def test_the_live_page_takes_its_place_without_a_jump(tab, size, path):
    held = Held(tab(size=size), path)
    sees(held.page)
    before = held.page.evaluate(PLACES, EARLY)
    held.goes_live()
    after = held.page.evaluate(PLACES, LIVE)
    assert sorted(after) == [
        [text, pytest.approx(left, abs=4), pytest.approx(top, abs=4)]
        for text, left, top in sorted(before)
    ]
    assert sum(held.page.evaluate("shifts")) <= 0.1


@pytest.mark.parametrize(
    ("path", "size", "scheme"), [("/", DESK, "dark"), ("/bill", PHONE, "light")]
)
def test_the_first_charts_are_those_of_the_live_page_pixel_for_pixel(tab, path, size, scheme):
    visitor = tab(size=size, scheme=scheme)
    held = Held(visitor, path)
    places = early_of(held.page).locator(".chart")
    charts = first_charts(path.strip("/") or pages.FIRST, compare(scenario_of(START)))
    assert len(charts) == 3
    for place, chart in zip(places.all(), charts, strict=True):
        expect(place).to_have_attribute("aria-busy", "false")
        expect(place).to_have_attribute("aria-label", chart.alt)
    before = [taken(place) for place in places.all()]
    roots = held.page.evaluate(MARKED)
    held.goes_live()
    visitor.still()
    live = [visitor.picture(chart.key) for chart in charts]
    for picture, first in zip(live, before, strict=True):
        after = taken(picture)
        assert after.size == first.size
        shades = ImageChops.difference(after, first).getextrema()
        assert max(most for _, most in shades) <= MOST_SHADES
    # None was drawn a second time.
    assert [picture.locator("[data-first]").count() for picture in live] == [1] * roots


def test_a_chart_answers_the_pointer_before_the_page_is_live(tab):
    held = Held(tab(), "/")
    cost = early_of(held.page).locator(".chart").nth(1)
    expect(cost).to_have_attribute("aria-busy", "false")
    cost.locator(".barlayer path").last.hover(force=True)
    expect(cost.locator(".hovertext")).to_be_attached()


def holds_plotly(visitor):
    """Keeps Plotly's script back; gives the addresses that are asked for, and what lets it go."""
    asked, waiting = [], []

    def hold(route):
        waiting.append(route)

    def let_go():
        for route in waiting:
            route.continue_()

    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.page.route("**/assets/plotly-*", hold)
    visitor.page.goto(f"{visitor.address}/?start_date={START['start_date']}", wait_until="commit")
    return asked, let_go


def test_the_frameworks_scripts_come_after_what_draws_the_charts(tab):
    visitor = tab()
    page = visitor.page
    asked, let_go = holds_plotly(visitor)
    expect(early_of(page).locator(".chart").first).to_have_text(say("early.chart"))
    # The early page has begun to wait for it.
    expect(page.locator("head link[href*=plotly]")).to_be_attached()
    assert not [url for url in asked if "/static/js/" in url]
    let_go()
    expect(early_of(page)).to_have_count(0)
    assert [url for url in asked if "/static/js/" in url]


def test_a_browser_that_cannot_tell_when_a_script_is_there_waits_for_none(tab):
    visitor = tab()
    visitor.page.add_init_script("DOMTokenList.prototype.supports = () => false")
    with visitor.page.expect_request("**/static/js/index*"):
        holds_plotly(visitor)


@pytest.mark.parametrize("size", [*BOTH_SIZES, (820, 1180)])
def test_a_screen_of_a_presentation_is_itself_before_it_is_live(tab, size):
    held = Held(tab(size=size), "/", mode="present", screen=2)
    page = held.page
    expect(early_of(page).get_by_role("heading", level=2)).to_have_text(say("present.answer.title"))
    expect(early_of(page).get_by_role("navigation")).not_to_be_visible()
    before = page.evaluate(PLACES, SCREEN)
    held.goes_live()
    after = page.evaluate(PLACES, LIVE_SCREEN)
    assert sorted(after) == [
        [text, pytest.approx(left, abs=4), pytest.approx(top, abs=4)]
        for text, left, top in sorted(before)
    ]
    assert sum(page.evaluate("shifts")) <= 0.1


def test_nothing_of_the_live_page_shows_before_all_of_it_does(tab):
    visitor = tab()
    page = visitor.page
    page.add_init_script(
        f"""document.addEventListener("scenario-shown",
          () => {{ window.shownBelow = ({SHOWN_BELOW.strip()})(); }}, {{ once: true }});"""
    )
    visitor.open("/", START)
    assert page.evaluate("shownBelow") == 0
    expect(early_of(page)).to_have_count(0)


def test_who_stands_on_a_link_stands_on_it_still_once_the_page_is_live(tab):
    held = Held(tab(), "/")
    link = held.page.get_by_role("link", name=say("page.week"))
    link.focus()
    held.goes_live()
    expect(
        held.page.locator(".st-key-pages").get_by_role("link", name=say("page.week"))
    ).to_be_focused()


def test_what_is_being_filled_in_is_not_taken_away(tab):
    visitor = tab()
    page = visitor.page
    page.clock.install()
    held = Held(visitor, "/")
    page.clock.run_for(LATE_MS)
    field = typed(page, "iop_weeks")
    field.fill("6")
    held.let_go()
    expect(page.locator("#root .st-key-answer p").first).to_be_attached()
    expect(field).to_have_value("6")
    fill_in(page, "iop_weeks", 6)
    visitor.settled().sees_answer(scenario_of(START | {"iop_weeks": 6}))
