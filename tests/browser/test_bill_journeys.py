"""A person makes the bill their own: brings a paper, calls the plan, follows a number."""

import re

import pytest
from playwright.sync_api import expect
from violations import found
from visitor import PHONE, START, scenario_in, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.language.sentences import say
from carechoice.topics.unknown.questions import questions
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swings import swings
from carechoice.topics.unknown.words import unknown_caption

CHARTS = ("running", "break_even", "unknown", "swing")


def range_told(**values):
    result = compare(scenario_of({**START, **values}))
    return unknown_caption(result, spreads(result))


def question_of(field, **values):
    scenario = scenario_of({**START, **values})
    asked = questions(scenario, swings(scenario))
    return next(question for question in asked if question.field == field)


def answer_blank(visitor, field):
    visitor.unfold(visitor.fold(say("ask.fold")))
    return visitor.main.get_by_label(question_of(field).text)


def what_was_done_stands_between_the_paper_and_what_it_says(visitor):
    given, said, read = (
        part.bounding_box()
        for part in (
            visitor.fold(say("papers.fold")),
            visitor.main.get_by_text(say("papers.is_read"), exact=True),
            visitor.main.get_by_role("button", name=say("papers.tick_sure")),
        )
    )
    assert given["y"] + given["height"] <= said["y"] < said["y"] + said["height"] < read["y"]


def test_a_paper_fills_the_fields_once_it_was_shown_and_ticked_and_one_step_takes_it_back(tab):
    """Found from beside the insurance, used with the keyboard, on a phone."""
    visitor = tab(size=PHONE).open("/bill", START)
    visitor.unfold(visitor.fold(say("papers.fold")))
    visitor.main.get_by_label(say("papers.paste")).fill(
        "Therapy: $35 copay, deductible does not apply\nIOP: 30% coinsurance after deductible"
    )
    visitor.main.get_by_role("button", name=say("papers.read")).press("Enter")
    use = visitor.main.get_by_role("button", name=say("papers.use"))
    expect(use).to_be_disabled()
    what_was_done_stands_between_the_paper_and_what_it_says(visitor)
    before = scenario_of(START)
    visitor.sees_answer(before)
    visitor.main.get_by_role("button", name=say("papers.tick_sure")).press("Enter")
    expect(use).to_be_enabled()
    assert found(visitor.page) == []
    use.press("Enter")
    visitor.page.wait_for_url(re.compile("confirmed="))
    shown = scenario_in(visitor.page.url)
    visitor.sees_answer(shown)
    assert shown.plan.therapy.copay_usd == 35
    assert (shown.plan.iop.has_own_share, shown.plan.iop.pays_percent) == (True, 70)
    assert shown.plan.pays_percent == before.plan.pays_percent
    visitor.main.get_by_role("button", name=say("undo"), exact=True).click()
    visitor.sees_answer(before)


@pytest.mark.by_night
def test_the_plans_answer_narrows_the_range_and_the_link_keeps_it(tab):
    visitor = tab().open("/bill", START)
    expect(visitor.text(range_told())).to_be_visible()
    blank = answer_blank(visitor, "deductible_usd")
    blank.fill("1500")
    blank.press("Enter")
    expect(visitor.main.get_by_text("Your plan said: $1,500")).to_be_visible()
    visitor.page.wait_for_url(re.compile("confirmed="))
    confirmed = dict(scenario_in(visitor.page.url).origins.confirmed)
    assert set(confirmed) == {"deductible_usd"}
    told = range_told(
        deductible_usd=1500, confirmed=f"deductible_usd:{confirmed['deductible_usd']}"
    )
    expect(visitor.text(told)).to_be_visible()
    visitor.reload()
    expect(visitor.main.get_by_text("Your plan said: $1,500")).to_be_visible()
    expect(visitor.text(told)).to_be_visible()


@pytest.mark.by_night
def test_one_number_can_be_followed_from_the_chart_to_its_source(tab):
    """The deductible: from the chart's table, to the page of sources, to its publisher."""
    visitor = tab().open("/bill", START)
    row = catalog().parameters["deductible_usd"]
    table = visitor.page.locator(".st-key-table_swing details")
    visitor.unfold(table)
    expect(table.get_by_role("rowheader", name=re.compile(f"^{row.label}, "))).to_be_visible()
    visitor.go_to("page.sources")
    line = visitor.main.get_by_role("listitem").filter(has_text=f"{row.label}: $1,886.").first
    url = str(catalog().sources[row.source[0]].url)
    expect(line.locator(f"a[href='{url}']")).to_be_visible()


def test_every_chart_of_the_bill_is_drawn_with_its_words_and_follows_a_slider(tab):
    visitor = tab().open("/bill", START)
    for key in CHARTS:
        expect(visitor.picture(key)).to_have_attribute("aria-label", re.compile("chart", re.I))
        expect(visitor.page.locator(f".st-key-table_{key}")).to_be_visible()
    before = {key: visitor.drawn(key) for key in CHARTS}
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of({**START, "iop_weeks": 9}))
    for key, picture in before.items():
        visitor.wait_until_drawn_anew(key, picture)
