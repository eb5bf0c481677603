"""A person puts both options on their own week: by keyboard only, and takes the dates along."""

import re
from datetime import datetime
from itertools import chain
from pathlib import Path

import pytest
from centre_folder import ROUND_WORDS, own_folder, with_a_way
from icalendar import Calendar
from in_page import SCROLLED_TO
from playwright.sync_api import expect
from visitor import BOTH_SIZES, PHONE, START, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.comparison.weeks import fit
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.language.sentences import say
from carechoice.topics.care import words as care_words
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.included import included_chart
from carechoice.topics.week import words as week_words
from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.week_chart import week_charts

CHARTS = ("week_therapy", "week_iop", "course")
# More stops than a page has; a person would have given up long before.
LONGEST_LIST = 24
CALENDARS = "[class*=st-key-chart_week_]"


def charts_of(scenario):
    result = compare(scenario)
    calendars = chain(*week_charts(planned_weeks(result)).values())
    return {chart.key: chart for chart in (*calendars, course_chart(result))}


def sees_week(visitor, scenario):
    for key, chart in charts_of(scenario).items():
        expect(visitor.picture(key)).to_have_attribute("aria-label", chart.alt)
        # The phases of a third way may have the same week as an option.
        expect(visitor.text(chart.caption).first).to_be_visible()


def choose(visitor, field, label):
    """Choose from a list by keyboard alone."""
    visitor.tab_to(visitor.choice(field))
    option = visitor.page.get_by_role("option", name=label, exact=True)
    # An answer to what was done before would close the list.
    visitor.settled()
    # So would the scrolling that brings what has the focus into view.
    visitor.choice(field).evaluate(SCROLLED_TO)
    expect(visitor.choice(field)).to_be_focused()
    visitor.page.keyboard.press("ArrowDown")
    expect(visitor.page.get_by_role("listbox")).to_be_visible()
    # Down to the end of the list and up again: it may open at what is chosen now.
    for key in ["ArrowDown"] * LONGEST_LIST + ["ArrowUp"] * LONGEST_LIST:
        focused = visitor.choice(field).get_attribute("aria-activedescendant")
        if focused and option.count() and option.first.get_attribute("id") == focused:
            break
        visitor.press_and_see(key)
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("listbox")).to_have_count(0)
    visitor.settled()


def press_button(visitor, name):
    button = visitor.main.get_by_role("button", name=name, exact=True)
    expect(button).to_be_enabled()
    visitor.tab_to(button)
    visitor.page.keyboard.press("Enter")


def download(visitor, pathway):
    button = visitor.main.get_by_role("button", name=say(f"ics.download.{pathway}"))
    found = visitor.download(button)
    return found.suggested_filename, Calendar.from_ical(Path(found.path()).read_bytes())


def test_on_a_phone_whether_it_fits_beside_nine_to_five_is_two_taps_from_the_first_page(tab):
    visitor = tab(size=PHONE).open("/", START)
    visitor.choice("week_preset").tap()
    visitor.page.get_by_role("option", name=catalog().weeks["nine_to_five"].label).tap()
    told = fit.fit_sentence(compare(scenario_of({**START, "fixed_hours": "mon-fri:09-17"})))
    expect(visitor.text(told)).to_be_in_viewport()
    expect(visitor.status).to_have_text(told)


@pytest.mark.by_night
def test_a_week_is_set_up_by_keyboard_alone(tab):
    visitor = tab(size=PHONE).open("/week", START)
    choose(visitor, "week_preset", catalog().weeks["nine_to_five"].label)
    at_work = {**START, "fixed_hours": "mon-fri:09-17"}
    sees_week(visitor, scenario_of(at_work))
    expect(visitor.main.get_by_text("A clash of 9 hours a week").first).to_be_visible()
    choose(visitor, "iop_time_of_day", say("iop_time_of_day.evening"))
    evening = {**at_work, "iop_time_of_day": "evening"}
    sees_week(visitor, scenario_of(evening))

    visitor.tab_to(visitor.page.locator(".st-key-fold_week summary"))
    visitor.page.keyboard.press("Enter")
    saturday = visitor.page.locator(".st-key-week_days button").nth(5)
    expect(saturday).to_be_visible()
    tab_to_pill(visitor, saturday)
    visitor.page.keyboard.press("Enter")
    choose(visitor, "week_from", "10 am")
    choose(visitor, "week_to", "noon")
    press_button(visitor, say("week.edit.mark"))
    marked = {**evening, "fixed_hours": "mon-fri:09-17|sat:10-12"}
    sees_week(visitor, scenario_of(marked))
    expect(visitor.main.get_by_text("Saturday, 10 am to noon").first).to_be_visible()
    visitor.address_hands_on(scenario_of(marked))
    visitor.reload()
    sees_week(visitor, scenario_of(marked))


def tab_to_pill(visitor, pill):
    """To a group of buttons by Tab, inside it by Tab or arrow, whichever the group takes."""
    first = visitor.page.locator(".st-key-week_days button").first
    visitor.tab_to(first)
    for _ in range(7):
        if pill.evaluate("(part) => part === document.activeElement"):
            return
        visitor.page.keyboard.press("ArrowRight")
        if first.evaluate("(part) => part === document.activeElement"):
            visitor.page.keyboard.press("Tab")
    raise AssertionError("the day cannot be reached by keyboard")


def test_the_dates_are_downloaded_and_read_back_and_follow_what_was_chosen_last(tab):
    link = {**START, "therapy_time_of_day": "evening"}
    visitor = tab().open("/week", link)
    before = visitor.page.url
    names = {
        "therapy": "18-appointments-until-2027-05-03.ics",
        "iop": "24-appointments-until-2027-02-25.ics",
    }
    for pathway, visits, hour in (("therapy", 18, "17:30"), ("iop", 24, "09:00")):
        name, calendar = download(visitor, pathway)
        assert name == names[pathway]
        assert len(calendar.events) == visits
        assert calendar.events[0].start == datetime.fromisoformat(f"2027-01-04 {hour}")
        expect(visitor.page).to_have_url(before)

    choose(visitor, "time_zone", say("time_zone.America/Denver"))
    expect(visitor.main.get_by_text("Times are in Mountain time.")).to_be_visible()
    _, calendar = download(visitor, "iop")
    assert [zone.tz_name for zone in calendar.timezones] == ["America/Denver"]
    visitor.address_hands_on(scenario_of({**link, "time_zone": "America/Denver"}))


def test_a_slider_moves_the_week_and_the_course(tab):
    """12 hours are three days of four, and 13 are four days."""
    visitor = tab().open("/week", {**START, "iop_hours_per_week": 12})
    before = {key: visitor.drawn(key) for key in CHARTS}
    visitor.slider("iop_hours_per_week").press("ArrowRight")
    moved = scenario_of({**START, "iop_hours_per_week": 13})
    sees_week(visitor, moved)
    for key in ("week_iop", "course"):
        visitor.wait_until_drawn_anew(key, before[key])


@pytest.mark.by_night
def test_the_table_of_a_week_has_what_its_calendar_shows_until_another_example_replaces_it(tab):
    link = {**START, "fixed_hours": "mon-fri:09-17", "travel_minutes_per_visit": 60}
    visitor = tab(size=PHONE).open("/week", link)
    fold = visitor.page.locator(".st-key-table_week_iop details")
    visitor.unfold(fold)
    rows = fold.get_by_role("row")
    chart = charts_of(scenario_of(link))["week_iop"]
    expect(rows).to_have_count(len(chart.table.rows) + 1)
    expect(rows.nth(1)).to_have_text(re.compile("Monday.*9 am to 5 pm.*Fixed|Monday.*Travel"))
    choose(visitor, "week_preset", catalog().weeks["free"].label)
    expect(visitor.text(say("clash.none"))).to_be_visible()
    # That nothing is fixed was said, and is no longer only how the page begins.
    visitor.address_hands_on(scenario_of({**link, "fixed_hours": ""}))


@pytest.mark.by_night
def test_a_third_way_has_its_weeks_dates_and_levels(tab):
    with_third = {**START, "fixed_hours": "mon-fri:09-17", "third_path": "step_down"}
    visitor = tab(size=PHONE).open("/week", with_third)
    third = scenario_of(with_third)
    sees_week(visitor, third)
    for week in planned_weeks(compare(third))["step_down"]:
        title = visitor.main.get_by_role("heading", name=week_words.title(week), exact=True)
        # One above its calendar and one above what clashes.
        expect(title).to_have_count(2)
    all_have_the_same_room(visitor, CALENDARS)
    _, calendar = download(visitor, "step_down")
    assert len(calendar.events) == compare(third).options["step_down"].visits

    visitor.main.get_by_role("link", name=say("page.care"), exact=True).press("Enter")
    expect(visitor.heading(say("care.ladder.title"))).to_be_visible()
    visitor.settled()
    rungs = visitor.main.get_by_role("table").first
    for rung in care_words.ladder(compare(third)):
        if "step_down" in rung.marks:
            expect(rungs).to_contain_text(rung.marks["step_down"].replace("**", ""))
    for make in (included_chart, filling_chart):
        chart = make(compare(third))
        expect(visitor.picture(chart.key)).to_have_attribute("aria-label", chart.alt)
    (option,) = compare(third).beside
    expect(visitor.text(care_words.third_like(compare(third), option))).to_be_visible()


@pytest.mark.by_night
@pytest.mark.parametrize("phases", ["iop:4", "therapy:2|iop:4|therapy:3"])
def test_each_part_of_a_centres_own_way_has_the_room_of_an_option(
    tab, fresh_server, tmp_path, phases
):
    paths = {"paths.csv": with_a_way("round", phases)}
    own = own_folder(tmp_path / "own", paths, ROUND_WORDS)
    at = fresh_server(CARECHOICE_DATA=str(own))
    visitor = tab(address=at).open("/week", {**START, "third_path": "round"})
    weeks = 2 + len(phases.split("|"))
    expect(visitor.page.locator(CALENDARS)).to_have_count(weeks)
    all_have_the_same_room(visitor, CALENDARS)
    visitor.open("/bill", {**START, "third_path": "round"})
    expect(visitor.page.locator(".st-key-steps_bill > div")).to_have_count(3)
    all_have_the_same_room(visitor, ".st-key-steps_bill > div")
    # On a desk three bills stand in a row.
    bills = visitor.page.locator(".st-key-steps_bill > div").all()
    assert len({round(bill.bounding_box()["y"]) for bill in bills}) == 1


def all_have_the_same_room(visitor, cards):
    for size in BOTH_SIZES:
        visitor.seen_at(size)
        widths = {round(card.bounding_box()["width"]) for card in visitor.page.locator(cards).all()}
        assert len(widths) == 1, size
