"""Scenarios kept where the sliders are: in this tab, over a reload, and not for the next person."""

from playwright.sync_api import expect
from violations import found
from visitor import DESK, PHONE, START, cells, scenario_of

from carechoice.comparison.compare import compare
from carechoice.files.kept import side_by_side
from carechoice.files.kept import words as kept_words
from carechoice.inputs.kept import Pin
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


def expected_cells():
    scenarios = [scenario_of({**START, "therapy_sessions": each}) for each in SESSIONS]
    pins = tuple(map(Pin, ("Scenario 1", "10 sessions"), scenarios))
    columns = side_by_side.beside_now(kept_words.kept(pins), compare(scenarios[-1]))
    return [side_by_side.header(columns), *side_by_side.rows(columns)]


def test_they_outlast_a_reload_in_their_own_tab_and_go_for_the_next_person(tab):
    visitor = tab(size=DESK).open("/", {**START, "mode": "together"})
    keep_two(visitor)
    assert cells(kept_table(visitor)) == expected_cells()
    visitor.reload()
    expect(kept_table(visitor)).to_be_visible()
    assert cells(kept_table(visitor)) == expected_cells()
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


def test_on_a_phone_the_table_is_as_wide_as_the_window(tab):
    visitor = tab(size=PHONE).open("/", START)
    keep(visitor)
    expect(kept_table(visitor)).to_be_visible()
    fits = "table => table.scrollWidth <= table.parentElement.clientWidth + 1"
    assert kept_table(visitor).evaluate(fits)
    assert found(visitor.page) == []
