"""The charts that a page begins with are drawn before it is live, and stay as they are."""

import pytest
from before_live import MARKED, SCRIPTS, Held, early_of, taken
from by_night import by_night
from PIL import ImageChops
from playwright.sync_api import expect
from visitor import DESK, PHONE, START, scenario_of

from carechoice.comparison.compare import compare
from carechoice.language.sentences import say
from carechoice.ui import pages
from carechoice.ui.assets import PLOTLY, address, script
from carechoice.web.page_charts import first_charts

# Of 255: the edges of lines get another shade in a part of the page that scrolls by itself.
MOST_SHADES = 8
# Those of a slanted mark by more, in a few pixels; a bar one pixel off does along a whole edge.
MOST_PIXELS_PAST_IT = 16
FETCHED = """
async (address) => {
  const answer = await fetch(address);
  return [answer.headers.get("content-encoding"), await answer.text()];
}
"""
KEPT = "() => Object.keys(localStorage)"


def pictures_of(page):
    charts = early_of(page).locator(".chart")
    return [taken(chart) for chart in charts.all()]


def pixels_apart(one, other):
    """How many pixels differ by more shades than an edge may."""
    red, green, blue = ImageChops.difference(one, other).split()
    shades = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return sum(shades[MOST_SHADES + 1 :])


@pytest.mark.by_night
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


@pytest.mark.parametrize(
    ("path", "size", "scheme"),
    [by_night("/", DESK, "dark"), ("/bill", PHONE, "light")],
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
        assert pixels_apart(after, first) <= MOST_PIXELS_PAST_IT
    # None was drawn a second time.
    assert [picture.locator("[data-first]").count() for picture in live] == [1] * roots


def test_a_chart_answers_the_pointer_before_the_page_is_live(tab):
    held = Held(tab(), "/")
    cost = early_of(held.page).locator(".chart").nth(1)
    expect(cost).to_have_attribute("aria-busy", "false")
    cost.locator(".barlayer path").first.hover(force=True)
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


@pytest.mark.by_night
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
