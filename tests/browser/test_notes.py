"""What is doubtful about a value is said where it was entered, and nothing moves for it."""

import pytest
from by_night import by_night
from in_page import PAINTED, SCROLLED_TO
from playwright.sync_api import expect
from visitor import PHONE, START

from carechoice.catalog.in_use import catalog
from carechoice.inputs.scenario import OUT_OF_NETWORK
from carechoice.language.sentences import say

# Where each control among the inputs stands, also inside our components.
PLACES = """
() => {
  const inputs = document.querySelector(".st-key-inputs_beside");
  const shadows = Array.from(inputs.querySelectorAll("*"), (part) => part.shadowRoot);
  return [inputs, ...shadows.filter(Boolean)]
    .flatMap((root) => Array.from(root.querySelectorAll("input, button, summary")))
    .map((part) => part.getBoundingClientRect())
    .filter((box) => box.width > 0)
    .map((box) => box.top);
}
"""
BELOW_EDGE_PX = 12
# The page scrolled so far that a part begins this many pixels below the window's upper edge.
SCROLLED_DOWN_TO = """
(part, below_edge) => document.querySelector("[data-testid=stMain]")
  .scrollBy({ top: part.getBoundingClientRect().top - below_edge, behavior: "instant" })
"""
DESCRIPTION = """
(field) => field.getAttribute("aria-describedby").split(" ")
  .map((id) => field.getRootNode().getElementById(id).textContent).join(" ").trim()
"""
TYPED = [
    ("plan_pays_percent", 20, "warn.plan_share"),
    ("iop_hours_per_week", 22, "warn.program_days_do_not_fit"),
    ("deductible_usd", 9000, "warn.deductible_above_oop"),
    ("oop_max_usd", 20000, "warn.oop_above_legal"),
]


def beginning(key):
    """What a sentence says before its first blank, or after it where it begins with one."""
    parts = [part.split("{")[0] for part in catalog().words[key].text.split("}")]
    return max(parts, key=len)


def stands_clear(visitor, field):
    """A note touches neither its slider nor what follows below that."""
    part = {
        name: visitor.page.locator(f".st-key-{field}_slider {name}").bounding_box()
        for name in (".row", ".note", ".slider")
    }
    end = {name: box["y"] + box["height"] for name, box in part.items()}
    assert end[".row"] <= part[".note"]["y"], field
    assert end[".note"] <= end[".slider"], field


@pytest.mark.parametrize("size", [PHONE, by_night((1280, 720))], ids=["phone", "desk"])
def test_a_doubt_is_said_below_its_slider_and_no_control_moves(tab, size):
    visitor = tab(size=size).open("/", START)
    visitor.unfold_inputs()
    visitor.unfold(visitor.fold(say("controls.more.plan")))
    visitor.settled()
    for field, value, key in TYPED:
        visitor.bring(field)
        visitor.typed(field).evaluate(SCROLLED_TO)
        visitor.typed(field).focus()
        before = visitor.page.evaluate(PLACES)
        visitor.type_value(field, value)
        note = visitor.page.locator(f".st-key-{field}_slider .note")
        expect(note).to_contain_text(beginning(key))
        expect(note).to_be_in_viewport(ratio=1)
        visitor.settled()
        visitor.page.evaluate(PAINTED)
        after = visitor.page.evaluate(PLACES)
        assert after == pytest.approx(before, abs=2), field
        told = note.inner_text()
        assert visitor.typed(field).evaluate(DESCRIPTION) == told
        stands_clear(visitor, field)
        assert visitor.slider(field).evaluate(DESCRIPTION) == told
        # What is typed and cannot be is said in the same room.
        visitor.type_value(field, -1)
        expect(visitor.page.locator(f".st-key-{field}_slider .problem")).not_to_be_empty()
        assert visitor.page.evaluate(PLACES) == pytest.approx(before, abs=2), field


@pytest.mark.by_night
def test_a_line_more_above_the_window_moves_no_input_in_it(tab):
    """Only the room below what is said of the answer is still in view."""
    visitor = tab(size=PHONE).open("/", {**START, "plan": "masshealth"})
    told = visitor.page.locator(".st-key-told")
    inputs = visitor.page.locator("[class*=st-key-inputs_fold_] summary")
    visitor.bring("plan_pays_percent")
    inputs.evaluate(SCROLLED_DOWN_TO, BELOW_EDGE_PX)
    assert inputs.bounding_box()["y"] == pytest.approx(BELOW_EDGE_PX, abs=1)
    height = told.bounding_box()["height"]
    visitor.type_value("plan_pays_percent", 50)
    plan = catalog().plans["masshealth"].label
    expect(told).to_contain_text(say("assumption.plan.changed", plan=plan))
    visitor.settled()
    assert told.bounding_box()["height"] > height
    assert inputs.bounding_box()["y"] == pytest.approx(BELOW_EDGE_PX, abs=2)


@pytest.mark.by_night
def test_a_doubt_about_a_choice_is_said_below_it_and_described_by_it(tab):
    visitor = tab().open("/", START)
    visitor.unfold(visitor.fold(say("controls.more.plan")))
    visitor.settled()
    visitor.choice("network").evaluate(SCROLLED_TO)
    before = visitor.choice("network").bounding_box()
    # By the key, since scrolling closes a list that a click has opened.
    visitor.choice("network").press("ArrowDown")
    name = say(f"network.{OUT_OF_NETWORK}")
    visitor.page.get_by_role("option", name=name, exact=True).click()
    sentence = say("warn.charge_unknown")
    expect(visitor.page.locator(".st-key-doubt_network [role=status]")).to_have_text(sentence)
    visitor.settled()
    assert visitor.choice("network").evaluate(DESCRIPTION) == sentence
    # What stands above may take other sentences on what a visit costs.
    assert visitor.choice("network").bounding_box() == pytest.approx(before, abs=2)


def test_doubts_that_are_folded_away_are_named_near_the_answer_and_all_are_said_on_paper(tab):
    visitor = tab().open("/bill", START | {"deductible_usd": 9000, "plan_pays_percent": 20})
    place, label = say("controls.more.plan"), catalog().parameters["deductible_usd"].label
    expect(visitor.main.get_by_text(say("warn.folded", place=place, inputs=label))).to_be_visible()
    # Paper has no inputs beside which a doubt could be said.
    told = visitor.page.locator(".st-key-answer .doubts")
    expect(told).to_be_hidden()
    visitor.page.emulate_media(media="print")
    expect(told).to_be_visible()
    for key in ("warn.deductible_above_oop", "warn.plan_share"):
        expect(told).to_contain_text(beginning(key))


@pytest.mark.by_night
def test_inputs_stay_in_place_when_the_script_of_a_choice_comes_late(tab):
    """Above them is the choice of an example week, whose script the framework asks for apart."""
    visitor, held = tab(size=PHONE), []

    def hold(route):
        held.append(route)

    visitor.page.route("**/static/js/Selectbox*", hold)
    visitor.page.goto(f"{visitor.address}/")
    choice = visitor.page.locator(".st-key-week_preset").get_by_role("combobox")
    inputs = visitor.page.locator("[class*=st-key-inputs_fold_] summary")
    expect(inputs).to_be_visible()
    visitor.page.evaluate(PAINTED)
    expect(choice).to_have_count(0)
    before = inputs.bounding_box()
    for route in held:
        route.continue_()
    expect(choice).to_be_visible()
    visitor.settled()
    assert inputs.bounding_box() == pytest.approx(before, abs=1)
