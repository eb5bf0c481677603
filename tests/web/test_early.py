"""A page as plain HTML says what the live page says, in the same words, before any script runs."""

import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from by_night import by_night
from early_page import early, html, read
from early_reader import EarlyPage
from scenarios import TODAY

from carechoice.catalog.centre.centre import Centre
from carechoice.catalog.in_use import catalog, using
from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.comparison.plan_year import first_day
from carechoice.comparison.side_by_side import key_figures
from carechoice.inputs.handed_on.link import open_link, query_pairs
from carechoice.language.everywhere import crisis_line, footer, page_title
from carechoice.language.sentences import say
from carechoice.present import screens
from carechoice.present import sources as presented_sources
from carechoice.present.charts import CHARTS
from carechoice.present.screens import SCREENS
from carechoice.setup import hand_in_page
from carechoice.ui import pages
from carechoice.web.early import framework_page
from carechoice.web.early.content import page_content
from carechoice.web.early.document import document, no_such_page
from carechoice.web.page_charts import page_charts

ANSWERS = Path(__file__).parents[1] / "laws" / "answers.csv"
# One part of the links is tried by day.
PARTS = 4
# Charts that stand below others on a page, where nobody sees them first.
FURTHER_DOWN = ("swing", "course")


def drawn_queries():
    with ANSWERS.open(newline="", encoding="utf-8") as file:
        return [row["query"] for row in csv.DictReader(file)][::10]


@pytest.mark.parametrize("part", [0, *map(by_night, range(1, PARTS))])
def test_the_answer_and_the_key_figures_are_the_pages_for_drawn_links(part):
    queries = drawn_queries()
    assert len(queries) == 200
    for query in queries[part::PARTS]:
        page = early("bill", query)
        comparison = compare(open_link(query_pairs(query), today=TODAY).scenario)
        said = page.texts("main")[0]
        for sentence in words.answer(comparison).values():
            assert read(sentence) in said, query
        cells = [read(cell) for row in key_figures.key_figures(comparison) for cell in row]
        assert [*page.texts("th", scope="row"), *page.texts("td")] == [
            *cells[:: len(comparison.options) + 1],
            *(cell for at, cell in enumerate(cells) if at % (len(comparison.options) + 1)),
        ], query


@pytest.mark.parametrize("key", pages.PAGES)
def test_what_a_later_first_day_would_change_is_said_by_the_pages_on_what_care_costs(key):
    query = "start_date=2026-11-30&iop_weeks=8"
    later = first_day.sentence(compare(open_link(query_pairs(query), today=TODAY).scenario))
    said = early(key, query).texts("main")[0]
    assert (read(later) in said) == (key in ("compare", "bill"))


@pytest.mark.parametrize("key", pages.PAGES)
def test_each_page_says_its_name_the_crisis_line_and_what_stands_at_its_foot(key):
    page = early(key, "plan=medicare")
    assert page.texts("h1") == [pages.name(key)]
    assert page.texts("p", class_="crisis") == [read(crisis_line())]
    assert {"href": "tel:988"} in [held for held, _ in page.every("a")]
    assert page.texts("title") == [say("page.title", page=pages.name(key), app=say("app.name"))]
    for sentence in footer():
        assert read(sentence) in page.texts("footer")[0]
    here = [text for held, text in page.every("a") if held.get("aria-current") == "page"]
    assert here == [pages.name(key)]


def test_a_tab_and_a_links_preview_name_the_centre_that_shows_it():
    named = Centre(name='A "house" & <b>more</b>')
    with using(replace(catalog(), centre=named)):
        page = early("bill", "plan=medicare")
        live = page_title(pages.name("bill"))
    assert live == 'Your bill · CareChoice · A "house" & <b>more</b>'
    assert page.texts("title") == [live]
    assert page.named("og:title") == live


@pytest.mark.parametrize(
    ("html_of", "heading"),
    [(lambda: no_such_page("../"), "missing.title"), (hand_in_page.page, "hand_in.title")],
)
def test_a_page_that_nothing_live_follows_names_the_centre_in_its_tab_too(html_of, heading):
    with using(replace(catalog(), centre=Centre(name="Our house"))):
        page = EarlyPage(html_of())
    assert page.texts("h1") == [say(heading)]
    assert page.texts("title") == [f"{say(heading)} · CareChoice · Our house"]


FRAMED = "plan=medicare&shown=framed"


@pytest.mark.parametrize("key", pages.PAGES)
def test_in_a_frame_the_crisis_line_and_who_may_sell_stand_and_one_link_leads_out(key):
    page = early(key, FRAMED)
    assert page.texts("nav") == []
    assert page.texts("h1") == [pages.name(key)]
    assert page.texts("p", class_="crisis") == [read(crisis_line())]
    for sentence in footer():
        assert read(sentence) in page.texts("footer")[0]
    ((link, text),) = [
        each
        for each in page.every("a")
        if not each[0]["href"].startswith("tel:") and not each[0]["href"].startswith("#")
    ]
    assert text == say("framed.whole")
    assert (link["target"], link["rel"]) == ("_blank", "noopener")
    path, _, query = link["href"].partition("?")
    assert path == ("./" if key == "compare" else key)
    assert ("plan", "medicare") in query_pairs(query)
    assert "framed" not in query


def test_in_a_frame_a_page_names_the_sites_that_may_know_its_height_and_else_none():
    sites = ("https://www.example.org",)
    with using(replace(catalog(), centre=Centre(framed_by=sites))):
        ((held, _),) = early("compare", FRAMED).every("div", id="early")
        ((elsewhere, _),) = early("compare", "plan=medicare").every("div", id="early")
    assert json.loads(held["data-framed-by"]) == list(sites)
    assert "data-framed-by" not in elsewhere


def test_a_links_preview_names_the_product_and_no_number_of_the_link():
    page = early("bill", "therapy_sessions=77&deductible_usd=4321")
    assert page.named("og:site_name") == "CareChoice"
    for name in ("description", "og:description", "og:title"):
        assert page.named(name)
        assert not re.search(r"\d", page.named(name))
    assert "Streamlit" not in "".join(page.texts("title"))


def test_the_language_is_that_of_the_words():
    assert [held["lang"] for held, _ in early().every("html")] == ["en-US"]


def test_the_other_pages_are_reached_with_what_was_entered():
    page = early("bill", "plan=medicare&iop_weeks=6")
    (address,) = (held["href"] for held, text in page.every("a") if text == pages.name("week"))
    path, _, query = address.partition("?")
    assert path == "week"
    entered = open_link(query_pairs(query), today=TODAY).scenario
    assert entered == open_link(query_pairs("plan=medicare&iop_weeks=6"), today=TODAY).scenario


def test_what_of_a_link_cannot_be_used_is_named_and_nothing_of_it_becomes_part_of_the_page():
    bad = html("bill", "iop_weeks=99&%3Cscript%3Ealert(1)%3C/script%3E=1&a[b](javascript:x)=2")
    assert "<script>alert" not in bad
    page = EarlyPage(bad)
    notes = [text for held, text in page.every("p") if "note" in held.get("class", "")]
    assert "How many weeks (it must lie between 1 and 26)" in notes[0]
    assert all(not held["href"].startswith("javascript") for held, _ in page.every("a"))


def test_a_link_that_is_far_too_long_opens_the_start_and_says_so():
    page = early("compare", f"topics={'x' * 9000}")
    assert say("share.refused.long") in page.texts("main")[0]


def test_numbers_that_are_due_to_be_checked_are_said_to_be():
    late = document(page_content("compare", "", today=date(2030, 1, 7)))
    assert "were due to be checked" in EarlyPage(late).texts("footer")[0]


# Who pays a part, who goes through two kinds of care, and who owes nothing.
PERSONS = ["", "third_path=step_down", "plan=masshealth"]


@pytest.mark.parametrize("query", PERSONS)
@pytest.mark.parametrize("key", pages.PAGES)
def test_the_charts_that_a_page_begins_with_are_told_as_the_live_page_tells_them(key, query):
    comparison = compare(open_link(query_pairs(query), today=TODAY).scenario)
    charts = [chart for chart in page_charts(key, comparison, screen=0) if chart.has_content]
    page = early(key, query)
    figures = [json.loads(told)["figure"] for told in page.texts("script", type="application/json")]
    shown = [chart for chart in charts if chart.key not in FURTHER_DOWN]
    assert figures == json.loads(json.dumps([chart.figure for chart in shown]))
    assert [held["aria-label"] for held in places(page)] == [chart.alt for chart in shown]
    for chart in shown:
        assert chart.title in page.texts("h2")
        # On the first page the words stand further down.
        said = chart.caption.split("\n\n") if key != pages.FIRST else []
        assert {read(paragraph) for paragraph in said} <= set(page.texts("p"))


def places(page):
    return [held for held, _ in page.every("div", role="img")]


def test_a_chart_is_told_in_the_order_of_the_live_page_so_that_it_is_the_same_text():
    comparison = compare(open_link([], today=TODAY).scenario)
    (first, *_) = early().texts("script", type="application/json")
    (chart, *_) = page_charts(pages.FIRST, comparison, screen=0)
    assert json.dumps(json.loads(first)["figure"]) == json.dumps(chart.figure)


def test_who_has_charts_to_come_waits_for_them_as_busy_places_that_are_as_high():
    page = early("care")
    assert [held["aria-busy"] for held in places(page)] == ["true", "true"]
    assert page.texts("div", role="img") == [say("early.chart")] * 2
    assert [held["style"] for held in places(page)] == ["--height: 638px", "--height: 444px"]


def test_a_page_without_charts_does_not_wait_for_what_draws_them():
    for key, waits in {"compare": True, "week": True, "share": False, "decide": False}.items():
        ((held, _),) = early(key).every("div", id="early")
        assert ("data-library" in held) == waits


def test_only_charts_that_nobody_entered_anything_for_may_be_kept_by_a_browser():
    for query in ("therapy_sessions=30", "mode=present", "sliders=ordinary"):
        ((held, _),) = early("compare", query).every("div", id="early")
        assert "data-start" not in held
    starts = {early(key).every("div", id="early")[0][0].get("data-start") for key in pages.PAGES}
    # Each page has charts of its own, and some have none.
    assert len(starts - {None}) == 4


@pytest.mark.parametrize("screen", SCREENS)
def test_a_presentations_address_is_answered_with_the_screen_it_shows(screen):
    number = SCREENS.index(screen)
    page = early("bill", f"mode=present&screen={number + 1}&iop_weeks=6")
    assert page.texts("h1") == [say("title")]
    assert page.texts("h2")[0] == screens.title(screen)
    assert page.texts("p", class_="place") == [screens.place(number)]
    assert page.texts("p", class_="crisis") == [read(crisis_line())]
    assert page.texts("title") == [say("page.title", page=say("present.page"), app=say("app.name"))]
    comparison = compare(open_link(query_pairs("iop_weeks=6"), today=TODAY).scenario)
    asked = screens.plan_questions(comparison)
    said = {
        "decision": [say("present.decision.lead"), *screens.weeks(comparison).values()],
        "answer": words.answer(comparison).values(),
        "questions": [asked.lead, *asked.questions],
        "sources": [value for _, value, _ in presented_sources.numbers(comparison)],
    }
    captions = [CHARTS[screen](comparison).caption] if screen in CHARTS else said[screen]
    for sentence in captions:
        assert read(sentence) in " ".join(page.texts("div", class_="st-key-presentation"))
    assert len(places(page)) == (screen in CHARTS)
    assert page.texts("nav"), "who has no scripts gets to the other pages"


def test_who_has_no_scripts_steps_through_a_presentation_by_links():
    names = [say("present.back"), say("present.next")]
    for number in range(1, len(SCREENS) + 1):
        page = early("bill", f"mode=present&screen={number}&iop_weeks=6")
        told = [(text, held["href"]) for held, text in page.every("a") if text in names]
        assert [text for text, _ in told] == names[number == 1 : 2 - (number == len(SCREENS))]
        for text, address in told:
            query = dict(parse_qsl(address.removeprefix("?")))
            assert query["iop_weeks"] == "6"
            assert int(query.get("screen", 1)) == number + (1 if text == names[1] else -1)


def test_an_address_that_no_page_has_leads_home_and_shows_the_crisis_line():
    page = EarlyPage(no_such_page("../"))
    assert page.texts("h1") == [say("missing.title")]
    assert say("missing.why") in page.texts("p")
    assert [text for held, text in page.every("a", href="../")] == [say("missing.back")]
    assert read(crisis_line()) in page.texts("p")


def test_a_framework_page_that_has_changed_is_not_served_half(monkeypatch):
    monkeypatch.setattr(framework_page, "_framework_page", lambda: "<html><title>a</title></html>")
    with pytest.raises(framework_page.FrameworkChangedError, match=r"index\.html"):
        framework_page.with_ours(language="en", head="", early="")
