"""A slider and the field beside it: by keys, by typing, by its buttons; what it sends, and when."""

from unittest.mock import patch

import pytest
from playwright.sync_api import expect
from scenarios import scenario
from typed_numbers import ASKED, MEANT, UNCLEAR

from carechoice.catalog.in_use import catalog
from carechoice.inputs.typed_number import typed_forms
from carechoice.language.sentences import say
from carechoice.ui.assets import address
from carechoice.ui.components import dock as dock_of_pages

DOCK = """
async ([address, data]) => {
  const { default: component } = await import(new URL(address, document.baseURI));
  const parentElement = document.querySelector("main").appendChild(document.createElement("div"));
  parentElement.innerHTML = '<style></style><div class="dock"></div>';
  component({ data, parentElement });
}
"""
HANDS_OVER = """
() => document.dispatchEvent(new CustomEvent("visit-handed-over", { detail: {} }))
"""
SHOWS_THE_VISIT = """
() => {
  const detail = { numbers: { ...server.numbers }, moves: {} };
  document.dispatchEvent(new CustomEvent("scenario-shown", { detail }));
}
"""
READ = """
async ([address, cases]) => {
  const { readNumber } = await import(new URL(address, document.baseURI));
  return cases.map(([typed, forms]) => readNumber(typed, forms) ?? "unclear");
}
"""


@pytest.mark.parametrize(
    ("keys", "weeks"), [(["End"], 26), (["Home"], 1), (["End", "PageDown", "ArrowUp"], 25)]
)
def test_a_slider_knows_the_keys_of_a_slider(at_desk, keys, weeks):
    page = at_desk.open("iop_weeks")
    for key in keys:
        page.slider("iop_weeks").press(key)
    page.rests_at("iop_weeks", weeks)
    assert page.sent[-1] == ["iop_weeks", weeks]
    words_for_it = say("week.one" if weeks == 1 else "week.other", n=weeks)
    expect(page.slider("iop_weeks")).to_have_attribute("aria-valuetext", words_for_it)


def test_a_slider_says_its_value_in_the_forms_that_its_language_counts_in(at_desk):
    """Polish has three for whole numbers, and one for parts."""
    page = at_desk.open("therapy_sessions", "therapy_hours_per_week", language="pl")
    spoken = {"one": "{n} a", "few": "{n} b", "many": "{n} c", "other": "{n} d"}
    page.draw("therapy_sessions", value=22, spoken=spoken)
    page.draw("therapy_hours_per_week", value=1.5, spoken=spoken)
    slider = page.slider("therapy_sessions")
    expect(slider).to_have_attribute("aria-valuetext", "22 b")
    expect(page.slider("therapy_hours_per_week")).to_have_attribute("aria-valuetext", "1,5 d")
    for keys, told in ((["Home"], "1 a"), (["ArrowRight"] * 4, "5 c")):
        for key in keys:
            slider.press(key)
        expect(slider).to_have_attribute("aria-valuetext", told)


def test_plus_and_minus_go_to_the_next_step_also_from_between_two(at_desk):
    page = at_desk.open("therapy_price_usd", values={"therapy_price_usd": 130.23})
    expect(page.typed("therapy_price_usd")).to_have_value("130.23")
    page.step_button("therapy_price_usd", "+").click()
    page.rests_at("therapy_price_usd", 131)
    page.type_value("therapy_price_usd", 130.23)
    page.step_button("therapy_price_usd", "\u2212").click()
    page.rests_at("therapy_price_usd", 130)
    assert [value for _, value in page.sent] == [131, 130.23, 130]


@pytest.mark.parametrize(
    ("field", "given"), [("therapy_sessions", 500), ("therapy_sessions", 7.5), ("iop_weeks", "")]
)
def test_a_typed_value_that_cannot_be_is_named_and_sends_nothing(at_desk, field, given):
    page = at_desk.open(field, "iop_hours_per_week")
    page.type_value(field, given)
    low, high = catalog().parameters[field].bounds
    sentence = say("typed.bounds.steps", minimum=f"{low:g}", maximum=f"{high:g}", step=1)
    expect(page.part(field, "problem")).to_have_text(sentence)
    expect(page.part(field, "problem")).to_be_visible()
    expect(page.typed(field)).to_have_attribute("aria-invalid", "true")
    # The next change goes to the server after the first, so the first had its chance.
    page.slider("iop_hours_per_week").press("ArrowRight")
    page.rests_at("iop_hours_per_week", 10)
    assert page.sent == [["iop_hours_per_week", 10]]
    expect(page.part(field, "problem")).to_have_text(sentence)
    page.slider(field).press("ArrowRight")
    expect(page.part(field, "problem")).to_have_text("")
    expect(page.typed(field)).to_have_attribute("aria-invalid", "false")


def test_what_is_being_typed_is_not_overwritten_and_taken_back_it_is_no_change(at_desk):
    page = at_desk.open("iop_weeks", "therapy_sessions")
    page.typed("therapy_sessions").press("End")
    page.page.keyboard.press("Backspace")
    page.draw("therapy_sessions", value=20)
    expect(page.slider("therapy_sessions")).to_have_value("20")
    expect(page.typed("therapy_sessions")).to_have_value("1")
    page.draw("therapy_sessions", value=18)
    page.page.keyboard.type("8")
    page.slider("iop_weeks").press("ArrowRight")
    page.rests_at("iop_weeks", 9)
    page.rests_at("therapy_sessions", 18)
    assert page.sent == [["iop_weeks", 9]]


def test_the_help_of_a_slider_opens_below_it_with_its_source(at_desk):
    page = at_desk.open("iop_weeks")
    row = catalog().parameters["iop_weeks"]
    ask = page.page.get_by_role("button", name=say("slider.ask", label=row.label))
    told = page.page.get_by_text(row.help, exact=True)
    expect(told).to_be_hidden()
    ask.press("Enter")
    expect(ask).to_have_attribute("aria-expanded", "true")
    expect(told).to_be_visible()
    for key in row.source:
        url = str(catalog().sources[key].url)
        expect(page.page.locator(f".st-key-iop_weeks_slider a[href='{url}']")).to_be_visible()
    ask.press("Enter")
    expect(told).to_be_hidden()


def test_the_browser_reads_what_is_typed_as_the_server_does(at_desk):
    page = at_desk.open().page
    rows = catalog().parameters
    cases = [(typed, typed_forms(rows[field])) for field, typed, _ in (*MEANT, *ASKED)]
    read = page.evaluate(READ, [address("number.js"), cases])
    assert read[: len(MEANT)] == [meant for _, _, meant in MEANT]
    asked = zip(ASKED, read[len(MEANT) :], strict=True)
    assert all((each == "unclear") == (sentence == UNCLEAR) for (_, _, sentence), each in asked)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("therapy_hours_per_week", "0,5", 0.5),
        ("therapy_hours_per_week", "1.5 h", 1.5),
        ("plan_pays_percent", "60 %", 60),
    ],
)
def test_a_typed_number_counts_as_it_is_meant(at_desk, field, typed, value):
    page = at_desk.open(field)
    page.type_value(field, typed)
    page.rests_at(field, value)
    assert page.sent == [[field, value]]


def test_what_could_be_two_numbers_is_asked_and_a_clear_number_ends_it(at_desk):
    page = at_desk.open("therapy_hours_per_week")
    field = page.typed("therapy_hours_per_week")
    page.type_value("therapy_hours_per_week", "1.500")
    asked = page.part("therapy_hours_per_week", "problem")
    expect(asked).to_have_text(say(UNCLEAR))
    expect(asked).to_be_visible()
    expect(field).to_have_accessible_description(say(UNCLEAR))
    expect(field).to_have_value("1.500")
    assert page.sent == []
    page.type_value("therapy_hours_per_week", "1.5")
    page.rests_at("therapy_hours_per_week", 1.5)
    expect(asked).to_have_text("")


def test_arrow_keys_step_the_field_also_from_a_number_just_typed(at_desk):
    page = at_desk.open("therapy_sessions")
    field = page.typed("therapy_sessions")
    field.press("ArrowUp")
    page.rests_at("therapy_sessions", 19)
    field.fill("30")
    field.press("ArrowDown")
    page.rests_at("therapy_sessions", 29)
    expect(field).to_have_attribute("aria-valuenow", "29")
    expect(field).to_have_attribute("aria-valuetext", say("session.other", n=29))


def test_one_message_is_under_way_and_the_last_value_follows_it(at_desk):
    page = at_desk.open("iop_weeks")
    page.holds_answers()
    for _ in range(4):
        page.slider("iop_weeks").press("ArrowRight")
    expect(page.slider("iop_weeks")).to_have_value("12")
    assert page.sent == [["iop_weeks", 9]]
    page.answer("iop_weeks")
    expect(page.slider("iop_weeks")).to_have_value("12")
    assert page.sent == [["iop_weeks", 9], ["iop_weeks", 12]]
    page.answer("iop_weeks")
    page.rests_at("iop_weeks", 12)
    assert len(page.sent) == 2


def test_what_no_page_answers_is_sent_again_ever_more_seldom(at_desk):
    at_desk.page.clock.install()
    page = at_desk.open("iop_weeks")
    page.holds_answers()
    page.slider("iop_weeks").press("ArrowRight")
    expect(page.part("iop_weeks", "slider")).to_have_attribute("data-moves", "")
    sent = ["iop_weeks", 9]
    for seconds, times in ((6, 2), (6, 2), (5, 3), (10, 3), (11, 4)):
        page.page.clock.run_for(1000 * seconds)
        assert page.sent == [sent] * times, seconds
    page.answer("iop_weeks")
    page.page.clock.run_for(60_000)
    page.rests_at("iop_weeks", 9)
    assert len(page.sent) == 4


def test_what_is_moved_while_a_new_session_is_told_of_the_visit_waits_for_its_page(at_desk):
    page = at_desk.open("iop_weeks")
    page.page.evaluate(HANDS_OVER)
    page.slider("iop_weeks").press("ArrowRight")
    expect(page.part("iop_weeks", "slider")).to_have_attribute("data-moves", "")
    assert page.sent == []
    page.page.evaluate(SHOWS_THE_VISIT)
    page.rests_at("iop_weeks", 9)
    assert page.sent == [["iop_weeks", 9]]


def test_a_slider_held_by_a_mouse_stays_while_the_page_of_another_input_comes(at_desk):
    page = at_desk.open("plan_pays_percent")
    slider, mouse = page.slider("plan_pays_percent"), page.page.mouse
    box = slider.bounding_box()
    thumb = 0.75 * box["height"]
    mouse.move(box["x"] + thumb / 2 + 0.8 * (box["width"] - thumb), box["y"] + box["height"] / 2)
    mouse.down()
    page.draw("plan_pays_percent", value=100)
    expect(slider).to_have_value("80")
    mouse.up()
    page.rests_at("plan_pays_percent", 100)
    assert page.sent == []


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("iop_weeks", 8, "8"),
        ("plan_pays_percent", 80, "80%"),
        ("iop_hours_per_week", 9, "9\u00a0h"),
    ],
)
def test_a_dock_that_comes_after_the_sliders_shows_their_values(at_desk, field, value, shown):
    """With the unit as sentences write it: 80%, and 9 h, which no line parts."""
    page = at_desk.open(field, values={field: value})
    with patch.object(dock_of_pages, "_dock") as mounted:
        dock_of_pages.dock([[catalog().parameters[field]]], scenario(), [])
    page.page.evaluate(DOCK, [address("dock.js"), mounted.call_args.kwargs["data"]])
    expect(page.page.locator(".dock button .value")).to_have_text(shown)
