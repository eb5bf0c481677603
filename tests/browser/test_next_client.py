"""What the browser still holds of the last client: nothing, once the next one sits down."""

from playwright.sync_api import expect
from visitor import DESK, START, scenario_of

from carechoice.inputs import clock
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say

LAST = {**START, "mode": "together", "plan": "medicare", "topics": "money"}


def fresh():
    return Scenario.from_query({"mode": "together"}, today=clock.today()).scenario


def answers(visitor):
    return visitor.main.locator("input[type=radio]:checked")


def test_answers_go_and_one_step_brings_them_back(tab):
    visitor = tab().open("/decide", LAST)
    visitor.main.get_by_text(say("assess.answer.worried")).click()
    expect(visitor.main.get_by_text(say("assess.worried"))).to_be_visible()
    visitor.press_button("fresh.new.together")
    visitor.sees_answer(fresh())
    first_day = fresh().start_date
    expect(visitor.page).to_have_url(
        f"{visitor.address}/?said=&mode=together&start_date={first_day}"
    )
    visitor.press_button("undo")
    visitor.address_hands_on(scenario_of(LAST))
    visitor.go_to("page.decide")
    expect(answers(visitor)).to_have_count(1)
    visitor.press_button("fresh.new.together")
    visitor.sees_answer(fresh())
    visitor.go_to("page.decide")
    expect(answers(visitor)).to_have_count(0)
    expect(visitor.main.get_by_role("button", name=say("undo"))).to_have_count(0)


IS_AT_TOP = "(inputs) => inputs.parentElement.scrollTop === 0"


def test_inputs_and_page_are_at_their_top_for_the_next_client_who_begins_at_the_heading(tab):
    visitor = tab(size=DESK).open("/", LAST)
    inputs = visitor.page.locator(".st-key-inputs_beside")
    heading = visitor.main.get_by_role("heading", level=1)
    clears = visitor.main.get_by_role("button", name=say("fresh.new.together"), exact=True)
    for _ in range(2):
        clears.scroll_into_view_if_needed()
        assert not inputs.evaluate(IS_AT_TOP)
        visitor.press_button("fresh.new.together")
        expect(heading).to_be_focused()
        assert inputs.evaluate(IS_AT_TOP)
        visitor.sees_answer(fresh())


def test_a_file_a_typed_name_and_open_folds_go(tab):
    visitor = tab().open("/share", LAST)
    content = freeze(scenario_of({**START, "therapy_sessions": 7}), clock.today()).to_json()
    chosen = {"name": "maria.json", "mimeType": "application/json", "buffer": content.encode()}
    visitor.page.locator("input[type=file]").set_input_files(files=[chosen])
    expect(visitor.text(say("undo.file"))).to_be_visible()
    visitor.main.get_by_role("textbox", name=say("pins.name"), exact=True).fill("Maria")
    # Out of the field, which tells the server the name: a fold that is opened meanwhile may close.
    visitor.page.keyboard.press("Tab")
    visitor.unfold(visitor.fold(say("controls.more.plan")))
    visitor.press_button("fresh.new.together")
    visitor.sees_answer(fresh())
    # The settings are staff's and stay open.
    expect(visitor.page.locator("details[open]")).to_have_count(1)
    expect(visitor.fold(say("controls.settings"))).to_have_attribute("open", "")
    visitor.go_to("page.share")
    expect(visitor.main.get_by_text("maria.json")).to_have_count(0)
    expect(visitor.main.get_by_text(say("undo.file"))).to_have_count(0)
    expect(visitor.main.get_by_role("textbox", name=say("pins.name"), exact=True)).to_have_value("")
    visitor.address_hands_on(fresh())
