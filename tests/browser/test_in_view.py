"""Sliders and charts together: what is in view at once, on a desk and on a phone."""

import pytest
import three_programs
from by_night import by_night, mostly_by_night
from centre_tables import centre_folder
from in_chart import ASKED
from playwright.sync_api import expect
from visitor import START, main_sliders, scenario_of

from carechoice.language.sentences import say
from carechoice.ui.pages import PAGES

DESKS = ((1280, 720), (1440, 900), (1920, 1080))
PHONES = ((390, 844), (360, 640))
# Wide enough for two columns.
TABLETS = ((768, 1024), (844, 390))
# Each chart with a slider that moves it.
CHARTS = {
    "time": "therapy_sessions",
    "cost": "therapy_sessions",
    "level": "therapy_hours_per_week",
}
# As large as a reader may set them: half as large again as usual.
LARGE_LETTERS = """
addEventListener("DOMContentLoaded", () => document.documentElement.style.fontSize = "150%");
"""
# The part of the window that nothing covers: below the links that stay, above the dock.
CLEAR = """
(selector) => {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  const covers = (part) => part && /sticky|fixed/.test(getComputedStyle(part).position);
  const layer = (key) => document.querySelector(`.st-key-${key}`)?.parentElement;
  const [links, dock] = [layer("pages"), layer("dock")];
  const top = covers(links) ? links.getBoundingClientRect().bottom : 0;
  const bottom = covers(dock) ? dock.getBoundingClientRect().top : innerHeight;
  return box && box.top >= top - 1 && box.bottom <= bottom + 1
    && box.left >= -1 && box.right <= innerWidth + 1;
}
"""
# By how much what stands in the inputs' column is wider than it.
SIDEWAYS = """
() => {
  const column = document.querySelector(".st-key-inputs_beside").parentElement;
  return column.scrollWidth - column.clientWidth;
}
"""
CHART_CENTRED = """
(chart) => chart.scrollIntoView({ block: "center", behavior: "instant" })
"""


def is_clear(visitor, selector):
    return visitor.page.evaluate(CLEAR, selector)


@pytest.mark.parametrize(
    "values",
    # Across New Year's Day and beside fixed hours there is more to say about the answer.
    [
        by_night({}),
        by_night(
            {"third_path": "step_down", "start_date": "2026-12-07", "fixed_hours": "mon-fri:09-17"}
        ),
        # Once something of the plan is known an amount stands beside each range.
        {"third_path": "step_down", "start_date": "2026-12-07", "deductible_usd": "500"},
    ],
)
def test_on_a_desk_five_sliders_three_charts_and_the_answer_are_in_view_together(tab, values):
    visitor = tab(size=DESKS[0]).open("/", START | values)
    for size in DESKS:
        visitor.seen_at(size)
        for key in CHARTS:
            assert is_clear(visitor, f".st-key-chart_{key} [role=img]"), (size, key)
        assert is_clear(visitor, ".st-key-answer"), size
        assert len(main_sliders()) == 5
        for field in main_sliders():
            assert is_clear(visitor, f".st-key-{field}_slider"), (size, field)
        assert visitor.page.evaluate(SIDEWAYS) == 0, size


@pytest.mark.by_night
def test_all_are_in_view_below_what_is_picked_of_a_centre_too(tab, fresh_server, tmp_path):
    own = centre_folder(tmp_path / "own")
    at = fresh_server(CARECHOICE_DATA=str(own))
    picked = {"program": "day_program", "payer": "first_payer_silver"}
    visitor = tab(size=DESKS[0], address=at).open("/", START | picked)
    for size in DESKS:
        visitor.seen_at(size)
        assert is_clear(visitor, ".st-key-centre_picks"), size
        for field in main_sliders():
            assert is_clear(visitor, f".st-key-{field}_slider"), (size, field)


@pytest.mark.by_night
def test_charts_of_four_options_are_in_view_too_where_hours_are_fixed(tab, fresh_server, tmp_path):
    """What fits of so many is said below them, and no label lies on a mark or on another."""
    three_programs.centre_of_three(tmp_path / "own")
    at = fresh_server(CARECHOICE_DATA=str(tmp_path / "own"))
    four = {**three_programs.THREE, "fixed_hours": "mon-fri:09-17"}
    visitor = tab(size=DESKS[0], address=at).open("/", four)
    for key in CHARTS:
        assert is_clear(visitor, f".st-key-chart_{key} [role=img]"), key
    assert visitor.page.evaluate(ASKED) == []
    chart = visitor.page.locator(".st-key-chart_time [role=img]").bounding_box()
    said = visitor.main.get_by_text("We count a program of the center at its own time")
    expect(said).to_have_count(1)
    assert said.bounding_box()["y"] > chart["y"] + chart["height"]


@pytest.mark.by_night
def test_a_sentence_is_narrower_only_beside_the_button_in_the_answers_corner(tab):
    visitor = tab(size=DESKS[0])
    visitor.page.add_init_script(LARGE_LETTERS)
    visitor.open("/", START)
    therapy, iop = visitor.page.locator(".st-key-answer .sentences p").all()
    line = visitor.page.locator(".st-key-keep_now").bounding_box()["height"]
    assert therapy.bounding_box()["height"] <= iop.bounding_box()["height"] + line


@pytest.mark.by_night
def test_the_strip_for_staff_leaves_the_window_to_what_is_looked_at_together(tab):
    visitor = tab(size=(1280, 720)).open("/", {**START, "mode": "together"})
    box = visitor.page.locator(".st-key-for_staff").bounding_box()
    assert box["height"] <= 150


@pytest.mark.by_night
def test_on_a_desk_the_sliders_stay_in_view_while_any_page_scrolls(tab):
    visitor = tab(size=DESKS[0]).open("/", START)
    for page in PAGES:
        visitor.go_to(f"page.{page}")
        visitor.page.get_by_role("heading").last.scroll_into_view_if_needed()
        for field in main_sliders():
            assert is_clear(visitor, f".st-key-{field}_slider"), (page, field)


def is_in_view_whole_with_a_slider_that_moves_it(visitor, key, field):
    visitor.picture(key).evaluate(CHART_CENTRED)
    if not visitor.slider(field).is_visible():
        visitor.docked(field).tap()
    expect(visitor.slider(field)).to_be_in_viewport(ratio=1)
    assert is_clear(visitor, f".st-key-chart_{key} [role=img]"), key
    before = visitor.drawn(key)
    visitor.slider(field).press("ArrowRight")
    visitor.wait_until_drawn_anew(key, before)
    visitor.settled()


@pytest.mark.by_night
def test_on_a_tablet_each_chart_is_in_view_whole_with_a_slider_that_moves_it(tab):
    visitor = tab(size=TABLETS[0]).open("/", START)
    for size in TABLETS:
        visitor.seen_at(size)
        for key, field in CHARTS.items():
            is_in_view_whole_with_a_slider_that_moves_it(visitor, key, field)


@pytest.mark.parametrize("size", mostly_by_night(PHONES, by_day=PHONES[1:]))
def test_on_a_phone_too_and_each_slider_is_one_tap_away_from_any_chart(tab, size):
    visitor = tab(size=size).open("/", START)
    third = visitor.picture("level").bounding_box()
    assert third["y"] + third["height"] <= 3 * size[1]
    for key, field in CHARTS.items():
        is_in_view_whole_with_a_slider_that_moves_it(visitor, key, field)
    for key in CHARTS:
        visitor.picture(key).evaluate(CHART_CENTRED)
        for field in main_sliders():
            if not visitor.slider(field).is_visible():
                visitor.docked(field).tap()
            expect(visitor.slider(field)).to_be_in_viewport(ratio=1)
            expect(visitor.docked(field)).to_have_attribute("aria-expanded", "true")
        others = [visitor.slider(field) for field in main_sliders()[:-1]]
        assert not any(other.is_visible() for other in others)


@pytest.mark.by_night
def test_on_a_phone_the_dock_is_put_away_by_a_tap_and_shows_each_value(tab):
    visitor = tab(size=PHONES[0]).open("/", START)
    first, weeks = visitor.docked("therapy_hours_per_week"), visitor.docked("iop_weeks")
    expect(first).to_contain_text("1\u00a0h")
    weeks.tap()
    # Until it stands there it takes no key.
    expect(visitor.slider("iop_weeks")).to_be_visible()
    visitor.slider("iop_weeks").press("ArrowRight")
    expect(weeks).to_contain_text("9")
    weeks.tap()
    expect(visitor.slider("iop_weeks")).to_be_hidden()
    visitor.sees_answer(scenario_of({**START, "iop_weeks": 9}))
    # What is put away stays so on the next page, and no value is lost.
    visitor.go_to("page.bill")
    expect(visitor.docked("iop_weeks")).to_contain_text("9")
    expect(visitor.docked("iop_weeks")).to_have_attribute("aria-expanded", "false")
    expect(visitor.slider("iop_weeks")).to_be_hidden()


@pytest.mark.by_night
def test_on_a_phone_the_line_that_names_the_plan_leads_to_where_it_is_chosen(tab):
    visitor = tab(size=PHONES[0]).open("/", START)
    visitor.page.locator("[class*=st-key-inputs_fold_] summary").tap()
    visitor.main.get_by_role("button", name=say("parameters.plan.label"), exact=True).tap()
    expect(visitor.docked("plan_pays_percent")).to_be_focused()
    expect(visitor.docked("plan_pays_percent")).to_have_attribute("aria-expanded", "true")
    visitor.choose_plan("high_deductible")
    visitor.sees_answer(scenario_of({**START, "plan": "high_deductible"}))


@pytest.mark.by_night
def test_on_a_phone_with_large_letters_the_page_has_the_room_until_a_slider_is_asked_for(tab):
    visitor = tab(size=PHONES[0])
    visitor.page.add_init_script(LARGE_LETTERS)
    visitor.open("/", START)
    weeks = visitor.docked("iop_weeks")
    assert weeks.bounding_box()["y"] > 0.8 * PHONES[0][1]
    expect(visitor.slider("therapy_hours_per_week")).to_be_hidden()
    weeks.tap()
    expect(visitor.slider("iop_weeks")).to_be_in_viewport(ratio=1)


@pytest.mark.by_night
def test_on_a_phone_the_plan_is_chosen_in_the_dock_also_without_insurance(tab):
    visitor = tab(size=PHONES[0]).open("/", START)
    visitor.docked("plan_pays_percent").tap()
    visitor.choose_plan("none")
    visitor.sees_answer(scenario_of({**START, "plan": "none"}))
    # The slider of the plan's share is gone, and the plan stays at hand.
    expect(visitor.docked("plan")).to_have_attribute("aria-expanded", "true")
    expect(visitor.choice("plan")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    "size",
    [PHONES[1], by_night(TABLETS[1])],
    ids=["smallest", "on its side"],
)
def test_on_a_phone_every_pages_own_content_starts_on_its_first_screen(tab, size):
    """On a larger one test_arrivals shows it."""
    visitor = tab(size=size).open("/", START)
    for page in PAGES:
        visitor.go_to(f"page.{page}")
        assert visitor.page.locator(".st-key-page").bounding_box()["y"] < size[1], page
