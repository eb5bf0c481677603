"""The same pages shown in three ways: numbers never differ, and every way leads back."""

from urllib.parse import urlencode

import pytest
from page_reader import PAGES, asked, components, drawn, opened, told
from scenarios import TODAY

from carechoice.catalog.in_use import catalog
from carechoice.comparison import staff as staff_words
from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.comparison.plan_year import first_day
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.kept_as_text import write_scenarios
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import crisis_line
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.present import screens as presentation
from carechoice.present.screens import SCREENS
from carechoice.topics.dashboard import captions
from carechoice.ui import state
from carechoice.ui.text import plain

QUERY = {"start_date": "2027-01-04", "therapy_sessions": "10", "plan": "medicare"}
MODES = catalog().options("mode")


def scenario(**more):
    return Scenario.from_query({**QUERY, **more}, today=TODAY).scenario


def button(app, key):
    return next(each for each in app.button if each.label == say(key))


@pytest.mark.parametrize("mode", MODES)
def test_no_mode_changes_a_number(mode):
    plain_pages, other = compare(scenario()), compare(scenario(mode=mode))
    assert other.options == plain_pages.options
    assert other.ledger == plain_pages.ledger


# The page of the link tells what the link holds, and so the mode too.
@pytest.mark.parametrize("page", [page for page in PAGES if page != "share.py"])
def test_together_is_the_same_page_with_a_strip_of_help(page):
    texts, pictures = told(opened(page, **QUERY))
    with_help, same_pictures = told(opened(page, **QUERY, mode="together"))
    added = "\n\n".join(staff_words.help_for(page.removesuffix(".py"), asked(**QUERY)))
    assert plain(added) in with_help
    assert set(texts) <= set(with_help)
    assert same_pictures == pictures


def test_the_presentation_shows_the_charts_of_the_pages_on_its_screens():
    pictures = [part["alt"] for part in drawn(opened(**QUERY))]
    app = opened(**QUERY, mode="present")
    seen = []
    for number, screen in enumerate(SCREENS):
        assert [each.value for each in app.header] == [presentation.title(screen)]
        assert crisis_line() in told(app)[0]
        seen += [part["alt"] for part in drawn(app)]
        assert button(app, "present.back").disabled == (number == 0)
        assert button(app, "present.next").disabled == (number == len(SCREENS) - 1)
        if number < len(SCREENS) - 1:
            button(app, "present.next").click().run()
        assert not app.exception
    assert set(pictures) <= set(seen)


def test_the_answer_is_a_screen_of_its_own():
    app = opened(**QUERY, mode="present")
    button(app, "present.next").click().run()
    texts = "\n".join(told(app)[0])
    for sentence in words.answer(compare(scenario())).values():
        assert all(part in texts for part in plain(sentence).split("**"))


def test_the_answer_stands_with_what_a_later_first_day_would_change():
    later = {**QUERY, "start_date": "2026-11-30", "iop_weeks": "8"}
    app = opened(**later, mode="present", screen=str(SCREENS.index("answer") + 1))
    sentence = first_day.sentence(app.session_state[state.COMPARISON])
    assert plain(sentence) in told(app)[0]


def test_no_input_is_drawn_in_a_presentation_until_it_is_asked_for():
    app = opened(**QUERY, mode="present")
    assert not app.slider
    app.session_state["change"] = True
    app.run()
    app.slider(key="iop_weeks").set_value(6).run()
    app.session_state[state.SCREEN] = SCREENS.index("time")
    app.run()
    changed = compare(scenario(iop_weeks="6"))
    assert drawn(app)[0]["alt"] == captions.time_alt(changed)


def address_of(app):
    (address,) = components(app, "address")
    return [tuple(pair) for pair in address["query"]]


def test_the_address_of_a_presentation_names_its_screen_and_opens_at_it():
    app = opened(**QUERY, mode="present", screen="4")
    assert app.header[0].value == say("cost.title")
    assert ("screen", "4") in address_of(app)
    button(app, "present.next").click().run()
    assert ("screen", "5") in address_of(app)
    button(app, "present.leave").click().run()
    assert "screen" not in dict(address_of(app))


def test_the_sources_are_one_press_away_from_any_screen():
    app = opened(**QUERY, mode="present", screen="4")
    button(app, "present.sources.title").click().run()
    assert app.header[0].value == say("present.sources.title")
    assert place_of(app) == "8 of 8: Sources"


def test_a_screen_past_the_last_is_the_last_and_is_said_to_be_none():
    app = opened(**QUERY, mode="present", screen="99")
    assert app.header[0].value == say("present.sources.title")
    assert place_of(app) == "8 of 8: Sources. There is no screen 99."
    button(app, "present.back").click().run()
    assert place_of(app) == "7 of 8: Questions to ask"


def place_of(app):
    (keys,) = components(app, "keys")
    return keys["place"]


def kept_buttons(app):
    return [each.label for each in app.button if (each.key or "").startswith("present_kept_")]


def presented_with_kept(**query):
    kept = (
        KeptScenario("Six *weeks*", scenario(iop_weeks="6")),
        KeptScenario("Ours", scenario(iop_weeks="8")),
    )
    return opened(mode="present", kept=urlencode(write_scenarios(kept)), **QUERY, **query)


def test_a_presentation_switches_between_kept_scenarios_and_stays_on_its_screen():
    app = presented_with_kept(screen="4", iop_weeks="6")
    name = for_markdown("Six *weeks*")
    assert kept_buttons(app) == [f"**1. {name}** (shown)", "2. Ours"]
    assert not components(app, "undo_line")
    app.button(key="present_kept_1").click().run()
    assert kept_buttons(app) == [f"1. {name}", "**2. Ours** (shown)"]
    assert app.session_state["iop_weeks"] == 8
    assert app.session_state["mode"] == "present"
    assert app.header[0].value == say("cost.title")
    assert {("screen", "4"), ("mode", "present")} <= set(address_of(app))
    # Both are kept, so nothing was lost that a step could bring back.
    assert not components(app, "undo_line")


def test_what_was_shown_and_is_not_kept_can_come_back():
    app = presented_with_kept(iop_weeks="11")
    assert not any("shown" in label for label in kept_buttons(app))
    app.button(key="present_kept_0").click().run()
    assert app.session_state["iop_weeks"] == 6
    button(app, "undo").click().run()
    assert app.session_state["iop_weeks"] == 11


def test_without_kept_scenarios_there_is_nothing_to_switch():
    assert kept_buttons(opened(**QUERY, mode="present")) == []
    (keys,) = components(opened(**QUERY, mode="present"), "keys")
    assert keys["kept"] == 0


def test_a_screen_that_is_no_number_is_named():
    app = opened(**QUERY, screen="last")
    assert any("screen" in note.value for note in app.info)


def test_leaving_the_presentation_keeps_the_scenario():
    app = opened(**QUERY, mode="present")
    button(app, "present.leave").click().run()
    assert not app.exception
    assert app.session_state["mode"] == "explore"
    assert app.session_state["therapy_sessions"] == 10
    assert app.session_state["plan"] == "medicare"


def test_the_mode_stands_in_the_link_and_the_plain_one_does_not():
    query = scenario(mode="present").to_short_query()
    assert query["mode"] == "present"
    assert "mode" not in scenario().to_short_query()
