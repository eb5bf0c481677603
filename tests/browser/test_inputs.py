"""Every input does what it says: by arrow keys, by typing, by choosing a plan."""

import pytest
from playwright.sync_api import expect
from scenarios import TODAY
from visitor import START, charts_of, main_sliders, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import is_in_use
from carechoice.language.sentences import say

# Which charts a slider moves. A number of sessions costs the same at any pace, so hours of
# therapy leave the cost alone. One more hour of the IOP makes its days longer and adds none.
MOVES = {
    "therapy_hours_per_week": ("time", "level"),
    "therapy_sessions": ("time", "cost"),
    "iop_hours_per_week": ("time", "level"),
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

# No component gets a script that the browser understands.
BROKEN_SCRIPTS = """
(() => {
  const inBlob = URL.createObjectURL;
  URL.createObjectURL = (blob) => inBlob.call(URL, new Blob(["this is no script"], blob));
})()
"""


def _one_step_up(field):
    row = catalog().parameters[field]
    return float(row.default) + row.step


def _see_change(visitor, field, value, values=None):
    """This value, among others that were changed before."""
    scenario = scenario_of(values or {**START, field: f"{value:g}"})
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
    assert set(MOVES) == set(TYPED) == set(main_sliders())


@pytest.mark.parametrize("field", MOVES)
def test_the_alternative_text_of_the_charts_a_slider_moves_is_different(field):
    before = charts_of(scenario_of(START))
    for value in (_one_step_up(field), TYPED[field]):
        after = charts_of(scenario_of({**START, field: f"{value:g}"}))
        assert all(before[key].alt != after[key].alt for key in MOVES[field])


def test_each_slider_and_its_field_change_the_answer_and_the_charts_which_stay_in_place(tab):
    """A picture that stays keeps what a pointer or a screen reader is at; so does a status line."""
    visitor = tab().open("/", START)
    pictures = [visitor.picture(key).element_handle() for key in ("time", "cost", "level")]
    line = visitor.status.element_handle()
    values = dict(START)

    def see_change(field, value):
        values[field] = f"{value:g}"
        _see_change(visitor, field, value, values)

    for field in MOVES:
        before = _pictures(visitor, field)
        visitor.slider(field).press("ArrowRight")
        see_change(field, _one_step_up(field))
        _see_new_pictures(visitor, before)

        before = _pictures(visitor, field)
        visitor.type_value(field, TYPED[field])
        see_change(field, TYPED[field])
        _see_new_pictures(visitor, before)

        visitor.slider(field).press("ArrowLeft")
        see_change(field, TYPED[field] - catalog().parameters[field].step)
    assert all(picture.evaluate("picture => picture.isConnected") for picture in pictures)
    expect(visitor.status).to_have_count(1)
    assert line.evaluate("line => line.isConnected")


def test_what_is_typed_and_cannot_be_leaves_the_answer_as_it_was(tab):
    visitor = tab().open("/", START)
    visitor.type_value("therapy_sessions", 500)
    low, high = catalog().parameters["therapy_sessions"].bounds
    sentence = say("typed.bounds.steps", minimum=f"{low:g}", maximum=f"{high:g}", step=1)
    expect(visitor.text(sentence)).to_be_visible()
    # The next change goes to the server after the first, so the first had its chance.
    visitor.slider("iop_hours_per_week").press("ArrowRight")
    visitor.sees_answer(scenario_of({**START, "iop_hours_per_week": 10}))
    expect(visitor.text(sentence)).to_be_visible()
    visitor.slider("therapy_sessions").press("ArrowRight")
    expect(visitor.text(sentence)).to_have_count(0)


@pytest.mark.by_night
def test_where_the_sliders_scripts_do_not_run_ordinary_sliders_do(tab):
    visitor = tab()
    visitor.page.add_init_script(BROKEN_SCRIPTS)
    visitor.page.goto(f"{visitor.address}/?start_date=2027-01-04")
    # The page finds that out by itself, and comes anew.
    visitor.page.wait_for_url("**sliders=ordinary**")
    expect(visitor.page.locator("#early")).to_have_count(0)
    slider = visitor.page.locator(".st-key-iop_weeks").get_by_role("slider")
    slider.press("ArrowRight")
    visitor.sees_answer(scenario_of({**START, "iop_weeks": 9}))
    expect(slider).to_have_value("9")


@pytest.mark.by_night
def test_hours_across_a_boundary_move_the_program_to_another_level(tab):
    visitor = tab().open("/", START)
    for hours, level in ((8, "outpatient care"), (20, "partial hospitalization")):
        mark = visitor.picture("level").locator(".scatterlayer path.point").last
        was_at = mark.get_attribute("transform")
        visitor.type_value("iop_hours_per_week", hours)
        chart = charts_of(scenario_of({**START, "iop_hours_per_week": hours}))["level"]
        assert level in chart.caption.partition("A program of")[2]
        assert chart.alt.lower().rstrip(".").endswith(level)
        expect(visitor.text(chart.caption)).to_be_visible()
        expect(visitor.picture("level")).to_have_attribute("aria-label", chart.alt)
        expect(mark).not_to_have_attribute("transform", was_at)


def test_a_first_day_that_is_typed_counts_with_the_enter_key_and_keeps_the_focus(tab):
    visitor = tab().open("/", START)
    visitor.unfold(visitor.fold(say("controls.more.care")))
    parts = visitor.page.locator(".st-key-start_date [role=spinbutton]")
    parts.first.focus()
    visitor.page.keyboard.type("02012027")
    visitor.page.keyboard.press("Enter")
    scenario = scenario_of({**START, "start_date": "2027-02-01"})
    visitor.sees_answer(scenario)
    visitor.address_hands_on(scenario)
    expect(parts.last).to_be_focused()
    # Leaving the field afterwards changes nothing more.
    visitor.page.keyboard.press("Tab")
    visitor.sees_answer(scenario)


@pytest.mark.by_night
def test_an_example_plan_fills_in_its_terms_and_a_changed_term_makes_it_the_persons_own(tab):
    visitor = tab().open("/", START)
    visitor.unfold(visitor.fold(say("controls.more.plan")))
    for plan in EXAMPLES:
        visitor.choose_plan(plan)
        scenario = scenario_of({**START, "plan": plan})
        visitor.sees_answer(scenario)
        visitor.sees_charts(scenario)
        expect(visitor.choice("plan")).to_have_value(catalog().plans[plan].label)
        # A plan without a deductible has no input for one.
        typed = visitor.typed("deductible_usd")
        if is_in_use("deductible_usd", scenario):
            expect(typed).to_have_value(f"{scenario.plan.deductible_usd:g}")
        else:
            expect(typed).to_have_count(0)
        visitor.address_hands_on(scenario)

    visitor.choose_plan("medicare")
    visitor.sees_answer(scenario_of({**START, "plan": "medicare"}))
    visitor.type_value("deductible_usd", 500)
    expect(visitor.choice("plan")).to_have_value(catalog().plans["own"].label)
    scenario = scenario_of({**START, "plan": "medicare", "deductible_usd": 500})
    assert scenario.plan.key == "own"
    visitor.sees_answer(scenario)
    visitor.sees_value("deductible_usd", 500)
    visitor.address_hands_on(scenario)


def test_each_example_plan_is_tested_here():
    assert set(EXAMPLES) | {"own"} == set(catalog().plans)


@pytest.mark.by_night
def test_reset_restores_every_input_and_leaves_the_first_day_alone_in_the_address(tab):
    untouched = tab().open()
    untouched.unfold_settings()
    link = {"therapy_hours_per_week": 2, "iop_weeks": 5, "network": "self_pay", **START}
    visitor = tab().open("/", {**link, "unknown": 1})
    expect(visitor.unused_note()).to_be_visible()
    visitor.type_value("therapy_sessions", 30)
    visitor.sees_value("therapy_sessions", 30)
    visitor.unfold_settings()
    visitor.main.get_by_role("button", name=say("controls.reset")).click()
    visitor.sees_answer(Scenario.default(TODAY))
    first_day = Scenario.default(TODAY).start_date
    expect(visitor.page).to_have_url(f"{visitor.address}/?start_date={first_day}")
    expect(visitor.unused_note()).to_have_count(0)
    assert visitor.settled().inputs() == untouched.settled().inputs()


@pytest.mark.by_night
def test_a_switch_of_the_plan_says_that_the_person_set_it_and_keeps_the_focus(tab):
    visitor = tab().open("/", START)
    visitor.unfold(visitor.fold(say("controls.more.plan")))
    visitor.unfold(visitor.fold(say("controls.more.iop_terms")))
    label = catalog().parameters["iop_deductible_applies"].label
    switch = visitor.main.get_by_role("switch", name=label)
    expect(switch).to_have_accessible_name(f"{label} ({say('badge.start')})")
    visitor.settled()
    switch.press("Space")
    visitor.sees_answer(scenario_of({**START, "iop_deductible_applies": "no"}))
    expect(switch).to_have_accessible_name(f"{label} ({say('badge.yours')})")
    expect(switch).not_to_be_checked()
    expect(switch).to_be_focused()
