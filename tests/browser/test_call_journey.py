"""A call to the plan from sheet to handout, with the strip for staff; then the next client."""

import re

import pytest
from files.read_back import text_of
from playwright.sync_api import expect
from visitor import START

from carechoice.language.sentences import say
from carechoice.ui.state import call_key
from carechoice.ui.text import plain

VERIFICATION = "Therapy: $35 copay, deductible does not apply"


def call_field(visitor, name):
    return visitor.page.locator(f".st-key-{call_key(name)} input")


def mark(visitor, told):
    return visitor.page.locator(".st-key-said_on_call").get_by_role("button", name=told)


@pytest.mark.by_night
def test_from_the_sheet_over_the_call_to_the_handout_and_nothing_is_left_for_the_next_one(tab):
    visitor = tab().open("/bill", {**START, "mode": "together", "deductible_usd": 1500})
    visitor.unfold(visitor.fold(say("papers.fold")))
    visitor.main.get_by_label(say("papers.paste")).fill(VERIFICATION)
    visitor.press_button("papers.read")
    visitor.press_button("papers.tick_sure")
    visitor.press_button("papers.use")
    visitor.page.wait_for_url(re.compile("confirmed="))
    visitor.unfold(visitor.fold(say("together.call")))
    call_field(visitor, "reference").fill("R-4711")
    call_field(visitor, "reference").press("Enter")
    visitor.at_rest()
    mark(visitor, "Deductible: $1,500").press("Enter")
    expect(visitor.main.get_by_text("Deductible: $1,500 (plan confirmed")).to_be_visible()
    visitor.go_to("page.share")
    expect(visitor.main.get_by_text("Number of this call: R-4711")).not_to_have_count(0)
    save = visitor.main.get_by_role("button", name=say("share.documents.letter"), exact=True)
    assert "plan confirmed, November 23, 2026" in text_of(visitor.download(save).path())
    visitor.main.get_by_role("textbox", name=say("pins.name")).fill("Maria")
    visitor.press_button("pins.keep")
    expect(visitor.main.get_by_text("Maria")).not_to_have_count(0)
    visitor.press_button("fresh.new.together")
    visitor.page.wait_for_url(re.compile(r"/\?said=&mode=together&start_date="))
    visitor.at_rest()
    visitor.unfold(visitor.fold(say("together.call")))
    expect(call_field(visitor, "reference")).to_have_value("")
    expect(visitor.text(plain(say("together.call.none")))).to_be_visible()
    visitor.go_to("page.share")
    for left in ("R-4711", "Maria", "$35"):
        expect(visitor.main.get_by_text(left)).to_have_count(0)
    kept = visitor.page.evaluate("JSON.stringify({...sessionStorage})")
    assert not [left for left in ("R-4711", "Maria") if left in kept]
