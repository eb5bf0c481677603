"""Six journeys as a screen reader says them, kept beside this file to be read by a clinician.

`make transcripts` writes them anew. Read what changed in them as somebody who sees nothing: what is
not clear, not named, said twice or in a bad order is to be mended on the page.
"""

from difflib import unified_diff
from pathlib import Path

import pytest
from listener import Listener
from playwright.sync_api import expect
from visitor import START

from carechoice.catalog.in_use import catalog
from carechoice.language.sentences import say

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def ear(lasting_tab):
    """One tab for all of them."""
    return Listener(lasting_tab())


@pytest.fixture
def kept(ear, request):
    """Compare what is heard with the file of this name, or write it there."""

    def compare(name):
        file = HERE / f"{name}.txt"
        if request.config.getoption("--write-transcripts", default=False):
            file.write_text(ear.transcript, encoding="utf-8")
        before = file.read_text(encoding="utf-8").splitlines()
        after = ear.transcript.splitlines()
        difference = "\n".join(unified_diff(before, after, "kept", "heard", lineterm=""))
        assert not difference, f"{difference}\nRead it; if it is right: make transcripts"

    return compare


def button(ear, name):
    return ear.visitor.page.get_by_role("button", name=name, exact=True)


def link_to(ear, page_key):
    return ear.visitor.page.get_by_role("navigation").get_by_role("link", name=say(page_key))


def speaks(ear, text):
    """Until the answer is spoken with these words in it."""
    return lambda: expect(ear.visitor.status).to_contain_text(text)


@pytest.mark.by_night
def test_from_the_insurance_card_to_both_costs(ear, kept):
    window = ear.visitor.page.get_by_role("dialog")

    def box(field):
        return window.get_by_label(say(f"card.box.{field}"), exact=True)

    def is_open():
        expect(window).to_be_focused()
        expect(button(ear, say("card.use"))).to_be_visible()

    def sees_problem():
        expect(window.get_by_role("alert")).to_be_visible()

    def is_back_with_the_answer():
        speaks(ear, "$2,424")()
        # The window hands the focus back once it has closed, which may be after that is spoken.
        expect(button(ear, say("card.open"))).to_be_focused()

    ear.begins("From the insurance card to both costs", START, until=ear.visitor.settled)
    ear.goes_to(button(ear, say("card.open")))
    ear.presses("Enter", until=is_open)
    ear.reads("[role=dialog]")
    ear.goes_to(box("therapy_copay_usd")).types("$30")
    ear.goes_to(box("deductible_usd")).types("1.500")
    ear.goes_to(button(ear, say("card.use"))).presses("Enter", until=sees_problem)
    ear.goes_to(box("deductible_usd"), "Shift+Tab").types("1,500")
    ear.goes_to(box("plan_pays_percent")).types("20%")
    ear.goes_to(button(ear, say("card.use"))).presses("Enter", until=is_back_with_the_answer)
    ear.reads(".st-key-answer")
    kept("card")


def test_a_slider_by_keys(ear, kept):
    label = catalog().parameters["therapy_sessions"].label
    ear.begins("A slider by keys", START, until=ear.visitor.settled)
    ear.presses("Tab").presses("Enter").presses("Tab")
    ear.goes_to(ear.visitor.slider("therapy_sessions"))
    ear.presses("ArrowRight", until=speaks(ear, "$513"))
    ear.presses("End", until=speaks(ear, "$2,808"))
    ear.goes_to(ear.visitor.typed("therapy_sessions"), "Shift+Tab")
    ear.presses("Control+a").types("500").presses("Enter")
    ear.presses("Control+a").types("12").presses("Enter", until=speaks(ear, "$324"))
    ear.goes_to(button(ear, say("slider.ask", label=label)), "Shift+Tab").presses("Enter")
    ear.reads(".st-key-cockpit")
    kept("slider")


@pytest.mark.by_night
def test_a_plan_is_chosen_and_undone(ear, kept):
    values = START | {"plan_pays_percent": 70}
    ear.begins("A plan chosen and undone", values, until=ear.visitor.settled)
    ear.goes_to(ear.visitor.choice("plan"))
    listed = ear.visitor.page.get_by_role("listbox")
    ear.presses("ArrowDown", until=lambda: expect(listed).to_be_visible()).types("Medicare")
    ear.presses("Enter", until=speaks(ear, "$1,760"))
    ear.goes_to(button(ear, say("undo"))).presses("Enter", until=speaks(ear, "$3,156"))
    ear.presses("Tab")
    kept("plan")


@pytest.mark.by_night
def test_another_page_and_back(ear, kept):
    ear.begins("Another page and back", START, until=ear.visitor.settled)
    ear.goes_to(link_to(ear, "page.bill"))
    ear.presses("Enter", until=lambda: ear.arrives("page.bill"))
    ear.presses("Tab").presses("Enter").presses("Tab")
    ear.reads(".st-key-page")
    ear.goes_back_to("page.compare")
    kept("pages")


@pytest.mark.by_night
def test_scenarios_are_kept_compared_and_sent(ear, kept):
    ear.visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ear.begins("Scenarios kept, compared and sent", START, until=ear.visitor.settled)
    keep = ear.visitor.page.locator(".st-key-keep_now").get_by_role("button")

    def is_kept():
        expect(keep).to_have_text(say("pins.is_kept"))

    ear.goes_to(keep).presses("Enter", until=is_kept)
    ear.goes_to(ear.visitor.slider("therapy_sessions"))
    ear.presses("ArrowRight", until=speaks(ear, "$513"))
    ear.goes_to(keep, "Shift+Tab").presses("Enter", until=is_kept)
    ear.reads(".st-key-kept_table")
    ear.goes_to(link_to(ear, "page.share"), "Shift+Tab")
    ear.presses("Enter", until=lambda: ear.arrives("page.share"))
    copied = ear.visitor.page.get_by_role("status").get_by_text(say("share.copied"))
    ear.goes_to(button(ear, say("share.kept.copy", scenarios="2 scenarios")))
    ear.presses("Enter", until=lambda: expect(copied).to_be_visible())
    kept("scenarios")


@pytest.mark.by_night
def test_a_presentation(ear, kept):
    def shows(number):
        place = ear.visitor.page.get_by_role("status").get_by_text(f"{number} of")
        return lambda: expect(place).to_be_visible()

    def shows_the_last():
        shows(8)()
        # There is no next one, so its button hands the focus to the heading.
        expect(ear.visitor.page.get_by_role("heading", level=1)).to_be_focused()

    ear.begins("A presentation", START | {"mode": "present"}, until=shows(1))
    ear.goes_to(button(ear, say("present.next"))).presses("Enter", until=shows(2))
    ear.reads(".st-key-presentation")
    ear.presses("ArrowRight", until=shows(3)).presses("ArrowLeft", until=shows(2))
    ear.presses("End", until=shows_the_last)
    ear.presses("Escape", until=lambda: ear.arrives("page.compare"))
    kept("presentation")
