"""What a person has changed outlasts the session on the server, and the first action after counts.

In most of these the line leads to another server, which knows nothing of the visit: so it is after
a restart, with several servers, and once the framework has given a session up.
"""

import pytest
from by_night import by_night
from in_page import PAINTED
from playwright.sync_api import expect
from running_server import running_server
from scenarios import TODAY
from visitor import START, Visitor, scenario_of
from weak_line import weak_line

from carechoice.catalog.in_use import catalog
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say

LINK = {**START, "therapy_sessions": 30, "iop_weeks": 6}
# After what every person here changes first.
CHANGED = {**LINK, "therapy_sessions": 41}
# More than the page waits for an answer, and than it lets pass between two questions.
MOST_SECONDS = 60
LOST, BACK = "connection.lost", "connection.back"

# Notes that the line was lost, however soon it is back.
NOTES_A_LOSS = """
() => {
  window.wasLost = false;
  new MutationObserver(() => { window.wasLost = true; }).observe(
    document.querySelector("[data-testid=stApp]"),
    { attributeFilter: ["data-test-connection-state"] },
  );
}
"""


@pytest.fixture(scope="module")
def other_server():
    with running_server() as address:
        yield address


@pytest.fixture(scope="module")
def one_line(server):
    """One for all, since a browser reads all scripts anew from an address that it does not know."""
    with weak_line(server) as line:
        yield line


@pytest.fixture
def person(tab, server, other_server, one_line):
    """Someone who has changed a number, and the line between them and the server."""

    def arrive(path="/", *, with_clock=False):
        one_line.restore()
        one_line.leads_to(server)
        visitor = tab(address=one_line.address)
        if with_clock:
            visitor.page.clock.install()
        visitor.open(path, LINK)
        visitor.type_value("therapy_sessions", CHANGED["therapy_sessions"])
        visitor.address_hands_on(scenario_of(CHANGED))
        visitor.unfold_settings()
        visitor.at_rest()
        one_line.leads_to(other_server)
        return visitor, one_line

    return arrive


def line_says(visitor: Visitor, key: str):
    return visitor.page.get_by_role("status").get_by_text(say(key))


def is_connected(visitor: Visitor, *, connected: bool = True) -> None:
    app = expect(visitor.page.get_by_test_id("stApp"))
    attribute = ("data-test-connection-state", "CONNECTED")
    app.to_have_attribute(*attribute) if connected else app.not_to_have_attribute(*attribute)


def lets_time_pass_until_the_line_is_given_up(visitor: Visitor) -> None:
    """Seconds on the page's clock, one after the other: one wait begins where another ends."""
    app = visitor.page.get_by_test_id("stApp")
    for _ in range(MOST_SECONDS):
        if app.get_attribute("data-test-connection-state") != "CONNECTED":
            return
        visitor.page.clock.fast_forward(1000)
        visitor.page.evaluate(PAINTED)
    raise AssertionError(
        f"After {MOST_SECONDS} seconds the dead line was still taken for a live one."
    )


def lose(visitor: Visitor, line) -> None:
    visitor.page.evaluate(NOTES_A_LOSS)
    line.drop()
    visitor.page.wait_for_function("() => window.wasLost")
    is_connected(visitor)


def sees(visitor: Visitor, scenario: Scenario) -> None:
    visitor.sees_answer(scenario)
    visitor.address_hands_on(scenario)
    visitor.settled()
    visitor.sees_value("therapy_sessions", scenario.therapy.sessions)
    visitor.sees_value("iop_weeks", scenario.iop.weeks)


def move_a_slider(visitor):
    visitor.slider("iop_weeks").press("ArrowRight")
    return {**CHANGED, "iop_weeks": 7}


def choose(visitor):
    visitor.choose_plan("medicare")
    return {**CHANGED, "plan": "medicare"}


def change_the_page(visitor):
    visitor.page.get_by_role("link", name=say("page.bill")).last.click()
    expect(visitor.heading(say("bill.figures.title"))).to_be_visible()
    return CHANGED


def reset(visitor):
    visitor.main.get_by_role("button", name=say("controls.reset")).press("Enter")
    return {}


def test_while_the_line_is_lost_that_is_said_and_a_slider_keeps_what_is_chosen(person):
    visitor, line = person()
    line.cut()
    expect(line_says(visitor, LOST)).to_be_visible()
    expect(visitor.page.get_by_text(catalog().crisis["lifeline"].phone).first).to_be_visible()
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_value("iop_weeks", 8)
    line.restore()
    expect(line_says(visitor, LOST)).to_have_count(0)
    sees(visitor, scenario_of({**CHANGED, "iop_weeks": 8}))
    expect(line_says(visitor, BACK)).to_have_count(0)


@pytest.mark.parametrize("act", [by_night(move_a_slider), change_the_page])
def test_the_first_action_in_a_session_that_knows_nothing_counts(person, act):
    visitor, line = person()
    lose(visitor, line)
    sees(visitor, scenario_of(act(visitor)))


@pytest.mark.parametrize("act", [choose, by_night(reset)])
def test_an_action_that_a_dead_line_has_swallowed_counts_once_it_is_back(person, act):
    visitor, line = person()
    line.go_dead()
    expected = act(visitor)
    line.cut()
    is_connected(visitor, connected=False)
    line.restore()
    is_connected(visitor)
    sees(visitor, scenario_of(expected))


@pytest.mark.by_night
def test_a_file_that_a_dead_line_has_swallowed_is_in_place_once_it_is_back(person):
    visitor, line = person("/share")
    held = {**CHANGED, "iop_weeks": 9}
    content = freeze(scenario_of(held), TODAY).to_json().encode()
    file = {"name": "inputs.json", "mimeType": "application/json", "buffer": content}
    line.go_dead()
    visitor.main.locator("input[type=file]").set_input_files(files=[file])
    line.cut()
    is_connected(visitor, connected=False)
    line.restore()
    is_connected(visitor)
    sees(visitor, scenario_of(held))


def test_a_line_that_is_dead_without_a_word_is_noticed_by_the_first_action(person):
    visitor, line = person(with_clock=True)
    line.go_dead()
    visitor.page.get_by_role("link", name=say("page.bill")).last.click()
    lets_time_pass_until_the_line_is_given_up(visitor)
    line.restore()
    expect(visitor.heading(say("bill.figures.title"))).to_be_visible()
    sees(visitor, scenario_of(CHANGED))


@pytest.mark.by_night
def test_kept_scenarios_outlast_the_session_and_a_reload_in_their_own_tab(person, tab):
    visitor, line = person("/share")
    kept = visitor.main.get_by_role("heading", name="Before the call")
    visitor.main.get_by_label(say("pins.name"), exact=True).fill("Before the call")
    visitor.main.get_by_role("button", name=say("pins.keep")).press("Enter")
    expect(kept).to_be_visible()
    visitor.settled()
    lose(visitor, line)
    visitor.type_value("iop_weeks", 9)
    sees(visitor, scenario_of({**CHANGED, "iop_weeks": 9}))
    expect(kept).to_be_visible()
    visitor.reload()
    expect(kept).to_be_visible()
    other = tab(address=line.address).open("/share", LINK)
    expect(other.main.get_by_role("heading", name="Before the call")).to_have_count(0)
