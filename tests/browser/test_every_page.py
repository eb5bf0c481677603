"""What stands on every page at every width: the decision, and where to turn in a crisis."""

import re

import pytest
from playwright.sync_api import expect
from visitor import PAGES, START, scenario_of

from carechoice import words

PHONE = (390, 844)
SIZES = ((1280, 900), PHONE, (320, 800))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", SIZES)
def test_the_crisis_line_is_seen_without_scrolling(tab, path, size):
    visitor = tab(size=size).open(path)
    for number in ("988", "911"):
        link = visitor.main.get_by_role("link", name=number, exact=True).first
        expect(link).to_be_in_viewport(ratio=1)
        expect(link).to_have_attribute("href", f"tel:{number}")


@pytest.mark.parametrize("path", PAGES)
def test_the_page_names_the_decision_and_spells_iop_out(tab, path):
    visitor = tab(size=PHONE).open(path, START)
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    expect(visitor.page).to_have_title(re.compile(words.say("app.name")))
    title = visitor.main.get_by_role("heading", level=1)
    expect(title).to_have_count(1)
    expect(title).to_be_in_viewport()
    expect(title).to_contain_text("therapy", ignore_case=True)
    expect(title).to_contain_text("intensive outpatient program (IOP)", ignore_case=True)
    visitor.sees_answer(scenario_of(START))
