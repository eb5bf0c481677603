"""Where a page does not come alive, or parts of it fail, it can be read and used all the same."""

import pytest
from before_live import LATE_MS, SCRIPTS, early_of, fill_in, sees, sentences
from by_night import by_night, mostly_by_night
from playwright.sync_api import expect
from violations import found
from visitor import BOTH_SIZES, PHONE, START, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.language.sentences import say

LINE = "**/_stcore/stream"


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


@pytest.mark.parametrize("size", mostly_by_night(BOTH_SIZES, by_day=BOTH_SIZES[:1]))
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


@pytest.mark.parametrize("scheme", [by_night("light"), "dark"])
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
    [
        ("assets/*", True),
        by_night("assets/slider-*", False),
        by_night("static/js/BidiComponent.*", True),
    ],
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


@pytest.mark.by_night
def test_where_plotlys_script_fails_each_chart_says_so_above_its_table(tab):
    visitor = tab()
    page = visitor.page
    page.route("**/assets/plotly-*", lambda route: route.abort())
    page.goto(f"{visitor.address}/?start_date={START['start_date']}")
    expect(early_of(page)).to_have_count(0)
    expect(page.get_by_text(say("chart.instead"))).to_have_count(3)
    visitor.type_value("iop_weeks", 7)
    visitor.sees_answer(scenario_of(START | {"iop_weeks": 7}))
