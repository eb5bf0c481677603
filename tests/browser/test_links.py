"""The address is the state: links, reloading, the back button, two tabs."""

from urllib.parse import urlsplit

import pytest
from by_night import mostly_by_night
from playwright.sync_api import expect
from visitor import START, Visitor, scenario_in, scenario_of

from carechoice.catalog.in_use import catalog

LINK = {"therapy_sessions": 10, "iop_weeks": 6, "plan": "medicare", **START}
OTHER_LINKS = (
    {"network": "self_pay", "plan_year_start": "07-01", "therapy_hours_per_week": 1.5, **START},
    {**LINK, "deductible_usd": 300, "oop_max_applies": "true"},
)


def _see(visitor: Visitor, link) -> None:
    scenario = scenario_of(link)
    visitor.sees_answer(scenario)
    expect(visitor.choice("plan")).to_have_value(catalog().plans[scenario.plan.key].label)
    visitor.sees_value("therapy_sessions", scenario.therapy.sessions)
    visitor.sees_value("iop_weeks", scenario.iop.weeks)
    visitor.address_hands_on(scenario)


def _see_again_after_reloading(visitor: Visitor, link) -> None:
    _see(visitor, link)
    inputs = visitor.inputs()
    _see(visitor.reload(), link)
    assert visitor.inputs() == inputs
    expect(visitor.unused_note()).to_have_count(0)


@pytest.mark.by_night
def test_what_stands_in_the_address_restores_the_scenario_on_another_page(tab):
    visitor = tab().open("/bill", LINK)
    _see(visitor, LINK)
    inputs = visitor.inputs().items()
    _see(visitor.open("/week", urlsplit(visitor.page.url).query), LINK)
    assert inputs <= visitor.inputs().items()
    expect(visitor.unused_note()).to_have_count(0)


@pytest.mark.parametrize("link", mostly_by_night(OTHER_LINKS, by_day=OTHER_LINKS[:1]))
def test_a_link_survives_reloading(tab, link):
    _see_again_after_reloading(tab().open("/", link), link)


def test_values_survive_page_changes_and_the_back_button(tab):
    visitor = tab().open("/", LINK)
    visitor.type_value("iop_weeks", 7)
    now = {**LINK, "iop_weeks": 7}
    _see(visitor, now)
    visitor.go_to("page.sources")
    _see(visitor, now)
    visitor.go_to("page.compare")
    _see(visitor, now)
    visitor.go_back_to("page.sources")
    _see(visitor, now)


@pytest.mark.by_night
def test_changes_leave_no_steps_behind_for_the_back_button(tab):
    visitor = tab().open("/", LINK)
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_value("iop_weeks", 7)
    visitor.choose_plan("masshealth")
    _see(visitor, {**LINK, "iop_weeks": 7, "plan": "masshealth"})
    visitor.page.go_back()
    expect(visitor.page).to_have_url("about:blank")


@pytest.mark.by_night
def test_a_chosen_plan_survives_reloading_and_a_reload_right_after_a_change_is_no_fault(tab):
    visitor = tab().open("/", START)
    visitor.choose_plan("medicare")
    _see_again_after_reloading(visitor, {**START, "plan": "medicare"})
    visitor.slider("therapy_sessions").press("ArrowRight")
    visitor.reload()
    visitor.sees_answer(scenario_in(visitor.page.url))
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_value("iop_weeks", 9)


@pytest.mark.by_night
def test_two_tabs_of_one_browser_keep_their_own_values(tab):
    one, other = tab().open("/", START), tab().open("/", START)
    one.type_value("therapy_sessions", 10)
    one.sees_value("therapy_sessions", 10)
    other.type_value("iop_weeks", 5)
    _see(other, {**START, "iop_weeks": 5})
    one.slider("iop_hours_per_week").press("ArrowRight")
    one.sees_answer(scenario_of({**START, "therapy_sessions": 10, "iop_hours_per_week": 10}))
    _see(other.reload(), {**START, "iop_weeks": 5})


def test_a_link_with_unusable_values_names_them_takes_the_defaults_and_can_be_used(tab):
    bad = "unknown=1&iop_weeks=99&plan=golden&start_date=soon&network="
    visitor = tab().open("/", f"therapy_sessions=10&{bad}")
    line = visitor.unused_note()
    expect(line).to_have_count(1)
    for name in ("unknown", "How many weeks", "example plan", "First day", "How the bill is paid"):
        expect(line).to_contain_text(name)
    expect(line).not_to_contain_text("How many sessions")
    link = {"therapy_sessions": 10}
    _see(visitor, link)
    visitor.slider("iop_weeks").press("ArrowRight")
    _see(visitor, {**link, "iop_weeks": 9})
