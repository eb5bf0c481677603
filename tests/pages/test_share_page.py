"""The page "Take it with you" (without a browser)."""

import json
from dataclasses import replace

import pytest
from page_reader import components, drawn, last_step, opened, press, rows, told, widget, with_file
from scenarios import TODAY

from carechoice.catalog.centre.centre import Centre
from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.files.kept import words as kept_words
from carechoice.files.numbers import record_note
from carechoice.files.scenario import words as scenario_words
from carechoice.inputs.handed_on import kept_as_text
from carechoice.inputs.handed_on.kept import MOST_KEPT
from carechoice.inputs.handed_on.kept_as_text import kept_in
from carechoice.inputs.handed_on.link import freeze, query_pairs
from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.text import plain

START = {"start_date": "2027-01-04"}
HOSTILE = '=1+1 **b** $5 <i>x</i> :smile: "q"'


def shared(**query):
    return opened("share.py", **{**START, **query})


def scenario_of(**query):
    return Scenario.from_query({**START, **query}, today=TODAY).scenario


def held(app):
    values = {name: app.session_state[name] for name in FIELDS}
    return Scenario.from_values(values, today=TODAY)


def handed_on(app):
    return [each.value for each in app.text]


def text_of(app):
    return "\n".join(told(app)[0])


def keep(app, name):
    app.text_input(key="pin_name").input(name)
    return press(app, say("pins.keep"))


def test_what_the_link_contains_is_said_before_the_link():
    app = shared(iop_weeks="6")
    texts = text_of(app)
    frozen = freeze(scenario_of(iop_weeks="6"), TODAY)
    for line in scenario_words.contents_in_short(frozen):
        assert plain(line) in texts
    assert handed_on(app)[0].endswith(frozen.to_link("/").removeprefix("/"))


def test_every_input_in_the_link_is_listed_once_asked_for():
    app = shared(topics="money")
    assert not app.table
    app.session_state["fold_contents"] = True
    app.run()
    frozen = freeze(scenario_of(topics="money"), TODAY)
    expected = [[plain(cell) for cell in row] for row in scenario_words.contents(frozen)]
    assert rows(app.table[0]) == expected


def test_the_link_opens_the_same_scenario_elsewhere():
    asked = {"iop_weeks": "6", "plan": "medicare", "topics": "money|time"}
    query = freeze(scenario_of(**asked), TODAY).to_query()
    app = opened(**query)
    assert held(app) == scenario_of(**asked)
    assert not app.info


def test_a_link_made_with_other_data_says_so_in_one_line():
    query = {**freeze(scenario_of(), TODAY).to_query(), "data": "2020.01"}
    app = opened(**query)
    (line,) = [block.value for block in app.info]
    assert "2020.01" in line
    press(app, say("controls.reset"))
    assert not app.info


def test_the_code_is_drawn_once_asked_for():
    app = shared()
    assert not app.get("image")
    app.session_state["fold_qr"] = True
    app.run()
    assert app.get("image")


def test_a_link_that_no_code_can_hold_is_said_to_be_too_long(monkeypatch):
    monkeypatch.setattr("carechoice.files.scenario.qr.MOST_BYTES", 20)
    app = shared()
    app.session_state["fold_qr"] = True
    app.run()
    assert not app.exception
    assert not app.get("image")
    assert "This link is too long for a QR code. Copy it or send it." in text_of(app)


def test_a_file_takes_the_place_of_the_inputs():
    kept = scenario_of(iop_weeks="6", plan="medicare", therapy_sessions="10", topics="money")
    app = with_file(shared(), freeze(kept, TODAY).to_json().encode())
    assert held(app) == kept
    assert last_step(app) == say("undo.file")
    assert not app.info
    assert widget(app, "iop_weeks").value == 6


def test_after_a_file_inputs_can_still_be_changed():
    app = with_file(shared(), freeze(scenario_of(iop_weeks="6"), TODAY).to_json().encode())
    widget(app, "iop_weeks").set_value(7).run()
    assert held(app) == scenario_of(iop_weeks="7")


def test_of_a_broken_file_what_is_whole_is_used_and_the_rest_is_named():
    text = freeze(scenario_of(therapy_sessions="10"), TODAY).to_json()
    app = with_file(shared(), text[: len(text) // 2].encode())
    assert held(app).therapy.sessions == 10
    assert app.info[0].value.partition(" inputs are ")[2].startswith("not in the file")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\x00",
        b'{"hello": 1}',
        b'{"diagnosis": 1, "iop_weeks": 6}',
        b"x" * 100_001,
    ],
)
def test_a_refused_file_changes_nothing_and_says_why(content):
    app = with_file(shared(therapy_sessions="10"), content)
    assert held(app) == scenario_of(therapy_sessions="10")
    assert app.error[0].value.startswith("The file was not used.")


def test_kept_scenarios_stand_side_by_side_with_their_difference():
    app = keep(shared(), "Now")
    widget(app, "therapy_sessions").set_value(10).run()
    app = keep(app, HOSTILE)
    names = [each.name for each in app.session_state[state.KEPT]]
    assert names == ["Now", HOSTILE]
    kept = kept_words.compared(app.session_state[state.KEPT])
    for row, table in zip(kept, app.table, strict=True):
        expected = [[plain(cell) for cell in line] for line in kept_words.beside(row, kept[0])]
        assert rows(table) == expected
    assert "likely $216 to $1,057 less" in app.table[1].value.to_csv().replace("\\", "")
    assert plain(f"### {for_markdown(HOSTILE)}") in told(app)[0]
    assert HOSTILE in drawn(app)[0]["alt"]


def deck_buttons(app):
    return [
        each.proto.label
        for each in app.get("download_button")
        if each.proto.label.startswith("Slides of")
    ]


def test_the_card_of_a_kept_scenario_says_which_inputs_differ():
    app = keep(shared(), "Now")
    widget(app, "therapy_sessions").set_value(10).run()
    app = keep(app, "Ten")
    assert "Unlike the first: How many sessions: 10 sessions (first: 18 sessions)." in told(app)[0]
    app = keep(keep(shared(), "Now"), "Again")
    assert say("pins.apart.none") in told(app)[0]


def test_of_a_card_with_another_plan_the_first_few_inputs_are_named():
    app = keep(shared(), "Now")
    widget(app, "plan").set_value("medicare").run()
    app = keep(app, "Medicare")
    (line,) = [line for line in told(app)[0] if line.startswith("Unlike the first")]
    assert line.count("(first:") == 5
    assert "more." in line


def test_slides_are_offered_of_two_kept_scenarios_and_of_those_that_are_picked():
    app = keep(shared(), "A")
    assert not deck_buttons(app)
    app = keep(keep(app, "B"), HOSTILE)
    assert deck_buttons(app) == ["Slides of 3 scenarios"]
    (picked,) = (each for each in app.button_group if each.label == say("share.deck.pick"))
    picked.set_value(["A", HOSTILE]).run()
    assert deck_buttons(app) == ["Slides of 2 scenarios"]
    picked.set_value(["A"]).run()
    assert not deck_buttons(app)
    assert say("share.deck.least") in told(app)[0]


def test_one_file_brings_the_inputs_and_the_kept_scenarios_back_and_that_can_be_undone():
    kept = keep(keep(shared(therapy_sessions="10"), "A"), "B").session_state[state.KEPT]
    file = kept_as_text.file_with_kept(freeze(scenario_of(iop_weeks="6"), TODAY), kept)
    app = with_file(keep(shared(), "Mine"), file.encode())
    assert held(app) == scenario_of(iop_weeks="6")
    assert [each.name for each in app.session_state[state.KEPT]] == ["Mine", "A", "B"]
    assert last_step(app) == "The inputs and the 2 scenarios of the file are in place."
    next(button for button in app.button if button.label == say("undo")).click().run()
    assert [each.name for each in app.session_state[state.KEPT]] == ["Mine"]
    assert held(app) == scenario_of()


def test_kept_scenarios_of_a_file_that_cannot_be_used_are_told():
    file = json.loads(freeze(scenario_of(), TODAY).to_json()) | {"kept": "A=iop_weeks%3Dmany"}
    app = with_file(shared(), json.dumps(file).encode())
    assert say("share.kept.lost.file") in [note.value for note in app.info]


def test_a_file_with_what_is_kept_is_offered_once_something_is_kept():
    label = say("share.file.kept", scenarios="1 scenario")
    offered = [
        [each.proto.label for each in app.get("download_button")]
        for app in (shared(), keep(shared(), "A"))
    ]
    assert [label in labels for labels in offered] == [False, True]


def test_a_kept_scenario_goes_back_into_the_inputs_whole():
    app = keep(shared(plan="medicare", iop_weeks="6"), "A")
    widget(app, "plan").set_value("employer").run()
    widget(app, "therapy_sessions").set_value(10).run()
    press(app, plain(say("pins.load", name="A")))
    assert held(app) == scenario_of(plan="medicare", iop_weeks="6")


def test_a_kept_scenario_can_be_removed():
    app = keep(keep(shared(), "A"), "B")
    press(app, plain(say("pins.remove", name="A")))
    assert [each.name for each in app.session_state[state.KEPT]] == ["B"]
    press(app, plain(say("pins.remove", name="B")))
    assert not drawn(app)


def test_a_fifth_is_not_kept_and_the_page_says_why():
    app = shared()
    for name in "ABCDE":
        keep(app, name)
    assert len(app.session_state[state.KEPT]) == MOST_KEPT
    assert say("pins.full") in told(app)[0]


def test_kept_scenarios_stay_when_the_page_changes_and_stand_in_no_link():
    app = keep(shared(), "Somebody")
    app.switch_page("compare.py").run()
    app.switch_page("share.py").run()
    assert [each.name for each in app.session_state[state.KEPT]] == ["Somebody"]
    assert "Somebody" not in handed_on(app)[0]


def links_with_kept(app):
    return [each["text"] for each in components(app, "hand_on") if "kept=" in each["text"]]


def test_a_second_link_holds_what_is_kept_and_is_offered_unless_it_is_too_long(monkeypatch):
    app = keep(shared(), "A")
    (link,) = links_with_kept(app)
    assert (
        kept_in(query_pairs(link.partition("?")[2]), today=TODAY).scenarios
        == app.session_state[state.KEPT]
    )
    assert say("share.kept.long") not in told(app)[0]
    monkeypatch.setattr(kept_as_text, "LONGEST_LINK", len(link) - 1)
    app.run()
    assert not links_with_kept(app)
    assert say("share.kept.long") in told(app)[0]


def test_the_note_is_that_of_the_inputs():
    app = shared(iop_weeks="6")
    scenario = scenario_of(iop_weeks="6")
    expected = record_note.note(compare(scenario), freeze(scenario, TODAY))
    assert handed_on(app)[-1] == expected


def test_staff_get_the_code_for_their_own_site_and_clients_do_not():
    assert say("share.frame.title") not in [each.value for each in shared().header]
    app = shared(mode="together")
    assert say("share.frame.title") in [each.value for each in app.header]
    assert plain(say("share.frame.no_site")) in text_of(app)
    app.session_state["fold_frame"] = True
    app.run()
    assert any(each.startswith('<iframe id="carechoice" src=') for each in handed_on(app))


def test_staff_read_which_sites_may_show_it():
    named = replace(catalog(), centre=Centre(framed_by=("https://a.org", "https://b.org")))
    app = shared(mode="together")
    app.session_state[state.CATALOG] = named
    app.session_state[state.IS_SERVED] = False
    app.run()
    assert "https://a.org, https://b.org" in text_of(app)


def note_on(app):
    return next(each for each in handed_on(app) if each.startswith("CareChoice:"))


def test_staff_add_the_call_to_the_note_and_it_stands_in_no_link():
    app = shared(mode="together")
    app.session_state["fold_call"] = True
    app.run().text_input(key="call_reference").set_value("R-4711").run()
    assert "Number of this call: R-4711" in note_on(app)
    app.switch_page("bill.py").run()
    app.switch_page("share.py").run()
    assert "Number of this call: R-4711" in note_on(app)
    assert not [each for each in components(app, "hand_on") if "R-4711" in each.get("link", "")]
    assert not [each for each in shared().text_input if each.key.startswith("call_")]
