"""Papers of a plan on "Your bill": read, ticked, used, taken back, and nothing else kept."""

import base64
from dataclasses import replace
from types import SimpleNamespace

import pytest
from answers import FULL, NAME, NUMBER, STREET, answer
from page_reader import opened, press, scenario_of, session, told, unfolded, widget
from papers_on_a_page import (
    LINES,
    OF_LINES,
    all_used,
    boxes,
    given,
    is_disabled,
    pasted,
    phone_list,
    tick,
)
from scenarios import TODAY

from carechoice.catalog.answers import Reading
from carechoice.inputs.handed_on.link import freeze
from carechoice.language.sentences import say
from carechoice.ui import paper_intake, state

CELL = "$30/office visit; deductible does not apply; 20% coinsurance for other outpatient services"


def test_nothing_of_a_paper_applies_before_it_is_ticked_and_used():
    app = pasted(LINES)
    assert {each.key.removeprefix("tick_") for each in boxes(app)} == OF_LINES
    assert not any(each.value for each in boxes(app))
    assert is_disabled(app, say("papers.use"))
    assert app.session_state["therapy_copay_usd"] == 27
    tick(app, "therapy_copay_usd")
    assert app.session_state["therapy_copay_usd"] == 27
    press(app, say("papers.use"))
    assert app.session_state["therapy_copay_usd"] == 35
    reading = Reading(TODAY, "lines", "line 1")
    assert app.session_state["confirmed"] == (("therapy_copay_usd", reading),)
    assert any(
        text.startswith("**In use.** Copayment for a therapy visit") for text in told(app)[0]
    )
    assert len(boxes(app)) == len(OF_LINES) - 1


def test_all_that_is_sure_is_ticked_at_once_and_what_is_likely_is_not():
    app = pasted(CELL)
    press(app, say("papers.tick_sure"))
    ticked = {each.key.removeprefix("tick_") for each in boxes(app) if each.value}
    assert ticked == {"therapy_copay_usd", "therapy_share_too", "therapy_deductible_applies"}
    assert any(say("papers.likely") in text for text in told(app)[0])


def test_one_step_takes_back_all_that_a_paper_filled_in():
    app = pasted(LINES, therapy_copay_usd="31")
    before = held(app)
    all_used(app)
    assert held(app) != before
    press(app, say("undo"))
    assert held(app) == before
    assert {each.key.removeprefix("tick_") for each in boxes(app)} == OF_LINES


def held(app):
    return {
        field: app.session_state[field]
        for field in (
            "therapy_copay_usd",
            "iop_own_share",
            "iop_pays_percent",
            "plan",
            "confirmed",
            "said",
            "iop_deductible_applies",
        )
    }


def test_each_service_has_its_own_share_and_the_common_one_stays():
    app = all_used(pasted(LINES))
    assert app.session_state["plan_pays_percent"] == 80
    assert app.session_state["iop_own_share"] is True
    assert app.session_state["iop_pays_percent"] == 70


def test_an_eligibility_answer_brings_what_is_met_and_says_where_it_stands():
    app = given(answer(*FULL).encode())
    assert any(say("papers.is.eligibility") in text for text in told(app)[0])
    plain_words = "Deductible, one person, the whole plan, in network, still to pay: \\$1,000."
    assert any(text.startswith(plain_words) for text in told(app)[0])
    tick(app, "deductible_usd")
    tick(app, "deductible_met_usd")
    press(app, say("papers.use"))
    assert app.session_state["deductible_usd"] == 1500
    assert app.session_state["deductible_met_usd"] == 500
    days = dict(app.session_state["confirmed"])
    assert days["deductible_usd"] == Reading(TODAY, "eligibility", "EB 4")


def test_nothing_of_a_person_is_on_the_page_in_the_session_or_in_what_is_handed_on():
    app = given(answer(*FULL).encode())
    press(app, say("papers.tick_sure"))
    press(app, say("papers.use"))
    scenario = scenario_of(app)
    frozen = freeze(scenario, TODAY)
    everything = "\n".join(
        (
            repr(session(app)),
            *told(app)[0],
            frozen.to_link("https://care.example/"),
            frozen.to_json(),
        )
    )
    assert "EB 4" in everything
    for name in (NAME, NUMBER, STREET):
        assert name not in everything


def test_a_file_that_was_read_is_let_go_and_the_place_for_it_is_empty_again(monkeypatch):
    """The server's store of files is told to drop those of this session."""
    dropped = []
    store = SimpleNamespace(remove_session_files=dropped.append)
    context = SimpleNamespace(session_id="this session", uploaded_file_mgr=store)
    monkeypatch.setattr(paper_intake, "get_script_run_ctx", lambda: context)
    app = given(answer(*FULL).encode())
    assert dropped == ["this session"]
    assert app.session_state[state.PAPERS_READ] == 1
    assert app.file_uploader[0].value is None


def test_a_text_that_was_read_is_let_go():
    assert pasted(LINES).session_state[paper_intake.PASTED] == ""


def test_what_a_paper_leaves_open_stands_on_the_phone_list():
    app = pasted("Outpatient services: $35 copay/visit")
    assert "The line does not say for sure which care it is for" in phone_list(app)
    # The list asks already whether the deductible comes first.
    assert "whether the deductible comes first" not in phone_list(app)


def test_of_two_values_for_one_input_both_are_shown_and_none_can_be_ticked():
    app = pasted("Therapy: $35 copay\nOffice visit: $45 copay")
    assert not [each for each in boxes(app) if each.key == "tick_therapy_copay_usd"]
    shown = "\n".join(told(app)[0])
    assert "\\$35" in shown
    assert "\\$45" in shown
    assert "more than one answer for the copayment for therapy" in phone_list(app)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b"%PDF-1.7", "broken"), (b"\xff\xfe\x00", "not_text"), (b"{", "broken")],
)
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(content, reason):
    app = given(content, "paper.bin")
    assert [each.value for each in app.error] == [say(f"paper.refused.{reason}")]
    assert not boxes(app)


def test_without_a_plan_who_uses_a_paper_has_one():
    app = all_used(pasted(LINES, plan="none"))
    assert app.session_state["network"] == "in"
    assert app.session_state["therapy_copay_usd"] == 35


def test_out_of_network_the_numbers_are_named_as_those_in_network_and_not_offered():
    app = pasted(LINES, network="oon", plan="own")
    assert [each.value for each in app.warning] == [say("papers.in_network")]
    assert not boxes(app)


def test_a_paper_stays_when_the_page_changes_and_goes_when_it_is_put_away():
    app = pasted(LINES)
    app.switch_page("compare.py").run()
    app.switch_page("bill.py").run()
    assert len(boxes(app)) == 6
    press(app, say("papers.away"))
    assert not boxes(app)
    assert not session(app).get(state.PAPER)


def test_a_new_paper_has_no_ticks_of_the_one_before():
    app = tick(pasted(LINES), "therapy_copay_usd")
    app = pasted("Therapy: $40 copay", app=app)
    assert not any(each.value for each in boxes(app))


def test_the_way_to_it_stands_with_the_insurance_and_in_the_window_of_the_card():
    links = unfolded("compare.py").get("page_link")
    assert say("papers.title") in [each.proto.label for each in links]


def test_a_paper_with_nothing_that_can_be_read_says_so():
    app = pasted("Benefits: see the plan document for what is covered")
    assert any(say("papers.nothing") in text for text in told(app)[0])


def test_beside_an_input_that_was_read_in_a_paper_stands_so():
    reading = "oop_max_applies:2026-11-23:sheet:row 9"
    app = unfolded("bill.py", confirmed=reading, oop_max_applies="yes")
    assert widget(app, "oop_max_applies").label.endswith("(read in a paper)")


def test_without_a_plan_there_is_no_call_to_make():
    assert say("call.header") in [each.value for each in opened("bill.py").header]
    assert say("call.header") not in [each.value for each in opened("bill.py", plan="none").header]


# One white dot.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/58BAAMBAQAY3Y2wAAAAAElFTkSuQmCC"
)


def test_a_value_with_a_picture_of_its_cell_is_shown_with_it_and_says_what_it_is():
    app = pasted(LINES)
    held = app.session_state[state.PAPER]
    app.session_state[state.PAPER] = replace(held, pictures={"therapy_copay_usd": PICTURE})
    (shown,) = app.run().get("image")
    assert [each.alt for each in shown.proto.imgs] == [
        say("papers.picture", told="Copayment for a therapy visit: $35")
    ]
