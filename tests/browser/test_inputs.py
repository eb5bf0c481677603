"""Every input does what it says: by arrow keys, by typing, by choosing a plan."""

from datetime import date

import pytest
from playwright.sync_api import expect
from visitor import MAIN_SLIDERS, START, charts_of, scenario_of

from carechoice import words
from carechoice.catalog import catalog
from carechoice.comparison import compare
from carechoice.scenario import Scenario

# Which charts a slider moves. A number of sessions costs the same at any pace, so hours of
# therapy leave the cost alone.
MOVES = {
    "therapy_hours_per_week": ("time", "level"),
    "therapy_sessions": ("time", "cost"),
    "iop_hours_per_week": ("time", "cost", "level"),
    "iop_weeks": ("time", "cost"),
    "plan_pays_percent": ("cost",),
}
TYPED = {
    "therapy_hours_per_week": 2,
    "therapy_sessions": 7,
    "iop_hours_per_week": 15,
    "iop_weeks": 5,
    "plan_pays_percent": 60,
}
# The default comes last: only coming from another plan shows that it fills in its terms.
EXAMPLES = ("high_deductible", "medicare", "masshealth", "none", "employer")

# Every message between browser and server comes late, as on a phone far away.
SLOW_LINE = """
(() => {
  const Fast = WebSocket;
  const lag = 150;
  window.WebSocket = class extends Fast {
    send(data) { setTimeout(() => super.send(data), lag); }
    set onmessage(take) { super.onmessage = (event) => setTimeout(() => take(event), lag); }
    addEventListener(type, take, options) {
      const late = (event) => setTimeout(() => take(event), lag);
      super.addEventListener(type, type === "message" ? late : take, options);
    }
  };
})()
"""


def _one_step_up(field):
    row = catalog().parameters[field]
    return float(row.default) + row.step


def _see_change(visitor, field, value):
    scenario = scenario_of({**START, field: f"{value:g}"})
    visitor.sees_answer(scenario)
    visitor.sees_charts(scenario)
    visitor.sees_value(field, value)
    visitor.address_hands_on(scenario)


def _pictures(visitor, field):
    return {key: visitor.drawn(key) for key in MOVES[field]}


def _see_new_pictures(visitor, before):
    for key, picture in before.items():
        visitor.wait_until_drawn_anew(key, picture)


def test_each_main_slider_is_tested_here():
    assert set(MOVES) == set(TYPED) == set(MAIN_SLIDERS)


@pytest.mark.parametrize("field", MOVES)
def test_the_alternative_text_of_the_charts_a_slider_moves_is_different(field):
    before = charts_of(scenario_of(START))
    for value in (_one_step_up(field), TYPED[field]):
        after = charts_of(scenario_of({**START, field: f"{value:g}"}))
        assert all(before[key].alt != after[key].alt for key in MOVES[field])


@pytest.mark.parametrize("field", MOVES)
def test_a_slider_and_its_field_change_the_answer_and_the_charts(tab, field):
    visitor = tab().open("/", START)
    before = _pictures(visitor, field)
    visitor.slider(field).press("ArrowRight")
    _see_change(visitor, field, _one_step_up(field))
    _see_new_pictures(visitor, before)

    before = _pictures(visitor, field)
    visitor.type_value(field, TYPED[field])
    _see_change(visitor, field, TYPED[field])
    _see_new_pictures(visitor, before)

    visitor.slider(field).press("ArrowLeft")
    _see_change(visitor, field, TYPED[field] - catalog().parameters[field].step)


def test_no_picture_is_replaced_when_a_slider_moves(tab):
    """A picture that stays keeps what a pointer or a screen reader is at."""
    visitor = tab().open("/", START)
    pictures = [visitor.picture(key).element_handle() for key in ("time", "cost", "level")]
    for weeks in range(9, 19):
        visitor.slider("iop_weeks").press("ArrowRight")
        visitor.sees_value("iop_weeks", weeks)
    visitor.sees_charts(scenario_of({**START, "iop_weeks": 18}))
    assert all(picture.evaluate("picture => picture.isConnected") for picture in pictures)


def test_without_plotlys_script_the_page_says_so_and_has_the_numbers_as_a_table(tab):
    visitor = tab()
    visitor.page.route("**/assets/plotly-*", lambda route: route.abort())
    visitor.page.goto(f"{visitor.address}/")
    expect(visitor.picture("cost")).to_contain_text(words.say("chart.instead"))
    fold = visitor.page.locator(".st-key-table_cost details")
    visitor.unfold(fold)
    expect(fold.get_by_role("table")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_labels_of_a_chart_have_the_colour_of_the_page(tab, scheme):
    visitor = tab(scheme=scheme).open("/", START)
    color = "part => getComputedStyle(part).color"
    fill = "part => getComputedStyle(part).fill"
    label = visitor.picture("time").locator(".annotation-text").first
    assert label.evaluate(fill) == visitor.heading(words.say("time.title")).evaluate(color)


def test_an_arrow_key_on_the_sources_page_changes_the_answer(tab):
    visitor = tab().open("/sources", START)
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of({**START, "iop_weeks": 9}))


@pytest.mark.xfail(reason="A slider and the field beside it race on a slow line.", strict=True)
def test_on_a_slow_line_every_arrow_key_counts(tab):
    visitor = tab()
    visitor.page.add_init_script(SLOW_LINE)
    visitor.open("/", START)
    slider = visitor.slider("therapy_sessions")
    for _ in range(8):
        slider.press("ArrowRight", delay=60)
    _see_change(visitor, "therapy_sessions", 26)


def test_a_typed_value_out_of_bounds_leaves_the_answer_as_it_was(tab):
    visitor = tab().open("/", START)
    visitor.type_value("therapy_sessions", 500)
    # The next change goes to the server after the first, so the first had its chance.
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of({**START, "iop_weeks": 9}))


def test_hours_across_a_boundary_move_the_program_to_another_level(tab):
    visitor = tab().open("/", START)
    for hours, level in ((8, "outpatient care"), (20, "partial hospitalization")):
        mark = visitor.picture("level").locator(".scatterlayer path.point").last
        was_at = mark.get_attribute("transform")
        visitor.type_value("iop_hours_per_week", hours)
        chart = charts_of(scenario_of({**START, "iop_hours_per_week": hours}))["level"]
        assert level in chart.caption.partition("of IOP a week")[2]
        assert chart.alt.lower().rstrip(".").endswith(level)
        expect(visitor.text(chart.caption)).to_be_visible()
        expect(visitor.picture("level")).to_have_attribute("aria-label", chart.alt)
        expect(mark).not_to_have_attribute("transform", was_at)


def test_the_status_line_says_the_new_answer_in_the_same_element(tab):
    visitor = tab().open("/", START)
    line = visitor.status.element_handle()
    visitor.slider("iop_weeks").press("ArrowRight")
    answer = words.answer(compare(scenario_of({**START, "iop_weeks": 9})))
    sentence = " ".join(answer.values()).replace("*", "")
    expect(visitor.status).to_have_text(sentence)
    expect(visitor.status).to_have_count(1)
    assert line.evaluate("line => line.isConnected && line.textContent") == sentence


def test_an_example_plan_fills_in_its_terms(tab):
    visitor = tab().open("/", START)
    visitor.unfold(visitor.fold(words.say("controls.more.plan")))
    for plan in EXAMPLES:
        visitor.choose_plan(plan)
        scenario = scenario_of({**START, "plan": plan})
        visitor.sees_answer(scenario)
        visitor.sees_charts(scenario)
        expect(visitor.choice("plan")).to_have_value(catalog().plans[plan].label)
        expect(visitor.typed("deductible_usd")).to_have_value(f"{scenario.deductible_usd:g}")
        visitor.address_hands_on(scenario)


def test_each_example_plan_is_tested_here():
    assert set(EXAMPLES) | {"own"} == set(catalog().plans)


def test_a_changed_term_makes_the_plan_the_persons_own(tab):
    visitor = tab().open("/", {**START, "plan": "medicare"})
    visitor.unfold(visitor.fold(words.say("controls.more.plan")))
    visitor.type_value("deductible_usd", 500)
    expect(visitor.choice("plan")).to_have_value(catalog().plans["own"].label)
    scenario = scenario_of({**START, "plan": "medicare", "deductible_usd": 500})
    assert scenario.plan == "own"
    visitor.sees_answer(scenario)
    visitor.sees_value("deductible_usd", 500)
    visitor.address_hands_on(scenario)


def test_reset_restores_every_input_and_clears_the_address(tab):
    untouched = tab().open().inputs()
    link = {"therapy_hours_per_week": 2, "iop_weeks": 5, "network": "self_pay", **START}
    visitor = tab().open("/", {**link, "unknown": 1})
    expect(visitor.unused_note()).to_be_visible()
    visitor.type_value("therapy_sessions", 30)
    visitor.sees_value("therapy_sessions", 30)
    visitor.main.get_by_role("button", name=words.say("controls.reset")).click()
    visitor.sees_answer(Scenario.default(date.today()))
    expect(visitor.page).to_have_url(f"{visitor.address}/")
    expect(visitor.unused_note()).to_have_count(0)
    assert visitor.settled().inputs() == untouched
