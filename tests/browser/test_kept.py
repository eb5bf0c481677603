"""Scenarios kept where the sliders are: in this tab, over a reload, and not for the next person."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect
from violations import found
from visitor import DESK, PHONE, START, cells, scenario_of

from carechoice.comparison.compare import compare
from carechoice.files.kept import side_by_side
from carechoice.files.kept import words as kept_words
from carechoice.inputs.handed_on.kept import MOST_KEPT, KeptScenario
from carechoice.inputs.handed_on.kept_as_text import write_scenarios
from carechoice.language.sentences import say

SESSIONS = (18, 10)
STORED = "Object.values(sessionStorage).join()"


def keep_button(visitor):
    return visitor.page.locator(".st-key-keep_now").get_by_role("button")


def keep(visitor):
    keep_button(visitor).press("Enter")
    expect(keep_button(visitor)).to_have_text(say("pins.is_kept"))
    expect(keep_button(visitor)).to_be_focused()
    visitor.settled()


def keep_two(visitor):
    for sessions in SESSIONS:
        visitor.type_value("therapy_sessions", sessions)
        visitor.sees_answer(scenario_of({**START, "therapy_sessions": sessions}))
        visitor.settled()
        keep(visitor)


def kept_table(visitor):
    return visitor.page.locator(".st-key-kept_table table")


def kept_cells(visitor):
    expect(kept_table(visitor)).to_be_visible()
    return cells(kept_table(visitor.settled()))


def expected_cells():
    scenarios = [scenario_of({**START, "therapy_sessions": each}) for each in SESSIONS]
    kept = tuple(map(KeptScenario, ("Scenario 1", "10 sessions"), scenarios))
    columns = side_by_side.beside_now(kept_words.compared(kept), compare(scenarios[-1]))
    return [side_by_side.header(columns), *side_by_side.rows(columns)]


def test_they_outlast_a_reload_in_their_own_tab_and_go_for_the_next_person(tab):
    visitor = tab(size=DESK).open("/", {**START, "mode": "together"})
    keep_two(visitor)
    assert kept_cells(visitor) == expected_cells()
    assert kept_cells(visitor.reload()) == expected_cells()
    other = tab(size=DESK).open("/", START)
    expect(kept_table(other)).to_have_count(0)
    assert "10 sessions" in visitor.page.evaluate(STORED)
    visitor.settled()
    new = visitor.main.get_by_role("button", name=say("fresh.new.together"), exact=True)
    new.press("Enter")
    expect(kept_table(visitor)).to_have_count(0)
    visitor.settled()
    assert "10 sessions" not in visitor.page.evaluate(STORED)
    visitor.reload()
    expect(kept_table(visitor)).to_have_count(0)


@pytest.mark.by_night
def test_three_are_kept_compared_and_sent_with_seven_presses(tab):
    visitor = tab(size=DESK).open("/", START)
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    keep(visitor)
    for sessions in (19, 20):
        visitor.step_button("therapy_sessions", "+").click()
        visitor.sees_answer(scenario_of({**START, "therapy_sessions": sessions}))
        visitor.settled()
        keep(visitor)
    compared = kept_cells(visitor)
    assert compared[0][1:] == ["Scenario 1", "19 sessions", "20 sessions", say("pins.now")]
    visitor.go_to("page.share")
    copy = say("share.kept.copy", scenarios="3 scenarios")
    visitor.main.get_by_role("button", name=copy).press("Enter")
    expect(visitor.page.get_by_role("status").get_by_text(say("share.copied"))).to_be_visible()
    link = visitor.page.evaluate("navigator.clipboard.readText()")

    other = tab(size=DESK)
    other.page.goto(link)
    assert kept_cells(other) == compared
    about = other.page.locator(".st-key-fold_link summary")
    expect(about).to_contain_text(say("share.opened.holds", scenarios="3 scenarios"))
    assert kept_cells(other.reload()) == compared


def with_kept(*weeks):
    kept = tuple(KeptScenario(f"{n} weeks", scenario_of({**START, "iop_weeks": n})) for n in weeks)
    return {**START, "kept": urlencode(write_scenarios(kept))}


def sees_kept(visitor, *names):
    head = kept_table(visitor).get_by_role("columnheader")
    expect(head).to_have_text([say("pins.what"), *names, say("pins.now")])


@pytest.mark.by_night
def test_a_link_with_kept_scenarios_leaves_those_of_the_tab_and_can_be_undone(tab):
    visitor = tab(size=DESK).open("/", with_kept(5))
    sees_kept(visitor, "5 weeks")
    visitor.open("/", with_kept(6, 7))
    expect(visitor.text(say("undo.met.beside"))).to_be_visible()
    sees_kept(visitor, "5 weeks", "6 weeks", "7 weeks")
    visitor.settled()
    visitor.main.get_by_role("button", name=say("undo"), exact=True).press("Enter")
    sees_kept(visitor, "5 weeks")
    visitor.settled().reload()
    sees_kept(visitor, "5 weeks")


@pytest.mark.by_night
@pytest.mark.parametrize("size", [PHONE, (768, 1024)])
def test_what_is_kept_and_what_is_shown_now_are_in_view_beside_each_other(tab, size):
    kept = tuple(
        KeptScenario(f"A name of {n} and more", scenario_of({**START, "iop_weeks": n}))
        for n in range(5, 5 + MOST_KEPT)
    )
    visitor = tab(size=size).open("/", {**START, "kept": urlencode(write_scenarios(kept))})
    expect(kept_table(visitor)).to_be_visible()
    fits = "table => table.scrollWidth <= table.parentElement.clientWidth + 1"
    assert kept_table(visitor).evaluate(fits)
    assert found(visitor.page) == []
