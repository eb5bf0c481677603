"""The level of care follows the sliders, in marks, words and tables, also by keyboard alone."""

from functools import cache

import pytest
from in_page import SCROLLED_TO
from playwright.sync_api import expect
from visitor import BOTH_SIZES, PHONE, START, scenario_of

from carechoice.comparison.compare import compare
from carechoice.language.sentences import say, short_name
from carechoice.topics.care import words as care_words
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.included import included_chart

CHARTS = {"included": included_chart, "filling": filling_chart}


def result_of(**values):
    return compare(scenario_of({**START, **values}))


def sees_care(visitor, **values):
    """Ladder, words and alternative texts are those of these values."""
    result = result_of(**values)
    rungs = visitor.main.get_by_role("table").first.get_by_role("row")
    for row, rung in enumerate(care_words.ladder(result), start=1):
        cell = rungs.nth(row).get_by_role("rowheader")
        expect(cell).to_contain_text(rung.name)
        for pathway in ("therapy", "iop"):
            name = short_name(pathway)
            hours = f"{name}, {rung.marks.get(pathway, '').rpartition(', ')[2]}"
            if pathway in rung.marks:
                expect(cell).to_contain_text(hours)
            else:
                expect(cell).not_to_contain_text(f"{name}, ")
    for key, make in CHARTS.items():
        chart = make(result)
        expect(visitor.picture(key)).to_have_attribute("aria-label", chart.alt)
        for paragraph in chart.caption.split("\n\n"):
            expect(visitor.text(paragraph)).to_be_visible()


@pytest.fixture(scope="module")
def opened(lasting_tab):
    return cache(lambda: lasting_tab().open("/care", START))


def test_the_page_opens_with_both_options_on_the_ladder(opened):
    sees_care(opened())


def test_who_neither_option_is_right_for_stands_beside_where_to_turn(opened):
    for sentence in care_words.neither():
        expect(opened().text(sentence)).to_be_visible()
    for phone in ("988", "911"):
        link = opened().main.get_by_role("link", name=phone, exact=True).last
        expect(link).to_have_attribute("href", f"tel:{phone}")


@pytest.mark.parametrize("key", CHARTS)
def test_the_table_below_a_chart_holds_what_the_chart_shows(opened, key):
    visitor = opened()
    fold = visitor.page.locator(f".st-key-table_{key}").locator("details")
    visitor.unfold(fold)
    table = CHARTS[key](result_of()).table
    expect(fold.get_by_role("row")).to_have_count(1 + len(table.rows))
    for row, cells in enumerate(table.shown(), start=1):
        shown = fold.get_by_role("row").nth(row).locator("th, td")
        assert [cell.strip() for cell in shown.all_inner_texts()] == cells


@pytest.mark.by_night
def test_sliders_across_a_threshold_move_the_marks_and_the_words(tab):
    """Both options on one level below nine hours, and the program on another from nine and 20."""
    visitor = tab().open("/care", {**START, "iop_hours_per_week": 8})
    for threshold in (9, 20):
        below = threshold - 1
        visitor.type_value("iop_hours_per_week", below)
        sees_care(visitor, iop_hours_per_week=below)
        if below == 8:
            expect(visitor.text(say("included.caption.same"))).to_be_visible()
        drawn = {key: visitor.drawn(key) for key in CHARTS}
        visitor.slider("iop_hours_per_week").press("ArrowRight")
        sees_care(visitor, iop_hours_per_week=threshold)
        for key, before in drawn.items():
            visitor.wait_until_drawn_anew(key, before)
        visitor.slider("iop_hours_per_week").press("ArrowLeft")
        sees_care(visitor, iop_hours_per_week=below)


@pytest.mark.by_night
@pytest.mark.parametrize("size", BOTH_SIZES)
def test_everything_works_by_keyboard_alone(tab, size):
    visitor = tab(size=size).open("/care", {**START, "iop_hours_per_week": 8})
    if size == PHONE:
        visitor.tab_to(visitor.docked("iop_hours_per_week"))
        visitor.page.keyboard.press("Enter")
    visitor.tab_to(visitor.slider("iop_hours_per_week"))
    visitor.page.keyboard.press("ArrowRight")
    sees_care(visitor, iop_hours_per_week=9)
    fold = visitor.page.locator(".st-key-table_included details")
    visitor.tab_to(fold.locator("summary"))
    visitor.page.keyboard.press("Enter")
    expect(fold.get_by_role("table")).to_be_visible()
    link = visitor.main.get_by_role("link", name=say("care.like.more"))
    visitor.tab_to(link)
    link.evaluate(SCROLLED_TO)
    visitor.page.keyboard.press("Enter")
    expect(visitor.heading(say("features.title"))).to_be_visible()
