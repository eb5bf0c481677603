"""What replaced many numbers is undone from anywhere on the page, also after something else."""

import pytest
from by_night import mostly_by_night
from playwright.sync_api import expect
from violations import found
from visitor import BOTH_SIZES, DESK, START, main_sliders, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.language.sentences import say

MINE = {**START, "deductible_usd": 500}


def told_of(*fields):
    return say("undo.plan", list="; ".join(catalog().parameters[field].label for field in fields))


def with_another_plan(visitor):
    visitor.open("/", MINE)
    visitor.bring("plan_pays_percent")
    visitor.choose_plan("medicare")
    visitor.sees_answer(scenario_of({**START, "plan": "medicare"}))
    expect(visitor.text(told_of("deductible_usd"))).to_be_visible()
    return visitor.settled()


def undo_button(visitor):
    return visitor.main.get_by_role("button", name=say("undo"), exact=True)


def places(visitor):
    return [visitor.slider(field).bounding_box() for field in main_sliders()]


@pytest.mark.parametrize("size", mostly_by_night(BOTH_SIZES, by_day=BOTH_SIZES[:1]))
def test_a_plan_is_undone_by_the_key_after_a_slider_was_moved_which_stays(tab, size):
    visitor = with_another_plan(tab(size=size))
    visitor.type_value("therapy_sessions", 10)
    visitor.sees_answer(scenario_of({**START, "plan": "medicare", "therapy_sessions": 10}))
    visitor.settled()
    visitor.slider("therapy_sessions").press("Control+z")
    both = scenario_of({**MINE, "therapy_sessions": 10})
    visitor.sees_answer(both)
    visitor.address_hands_on(both)
    expect(visitor.text(say("undo.done"))).to_be_visible()
    expect(undo_button(visitor)).to_have_count(0)
    assert found(visitor.page) == []


@pytest.mark.by_night
@pytest.mark.parametrize("size", BOTH_SIZES)
def test_the_line_is_in_view_also_at_the_end_of_another_page(tab, size):
    visitor = with_another_plan(tab(size=size))
    visitor.go_to("page.sources")
    visitor.page.get_by_role("heading").last.scroll_into_view_if_needed()
    expect(undo_button(visitor)).to_be_in_viewport(ratio=1)
    assert found(visitor.page) == []
    undo_button(visitor).press("Enter")
    visitor.sees_answer(scenario_of(MINE))


@pytest.mark.by_night
def test_no_slider_stands_elsewhere_while_the_line_is_there(tab):
    visitor = with_another_plan(tab(size=DESK))
    beside_the_line = places(visitor)
    visitor.main.get_by_role("button", name=say("undo.close"), exact=True).press("Enter")
    expect(undo_button(visitor)).to_have_count(0)
    visitor.settled()
    assert places(visitor) == beside_the_line
