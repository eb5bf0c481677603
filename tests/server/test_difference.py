"""Of a page only what differs goes to a browser that shows the rest; it ends at the same page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from showing_browser import LONG, QUESTION, SAID, Browser, card, paragraph, run, said_of, told_of
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import populate_hash_if_needed

SLIDER = {"bidi_component": {"id": "slider", "component_name": "slider", "json": "9"}}
PAGE = [card(paragraph("Your time"), paragraph("9 hours a week")), card(paragraph("Your cost"))]
MOVED = [card(paragraph("Your time"), paragraph("12 hours a week")), card(paragraph("Your cost"))]


def first_shown(cards=PAGE):
    browser = Browser()
    browser.is_sent(run(cards))
    return browser


def reads(cards):
    return first_shown(cards).reads


def test_a_first_page_goes_out_whole():
    came = Browser().is_sent(run(PAGE))
    assert came == ["new_session", *["delta"] * 5, "script_finished"]


def test_of_a_page_that_says_one_thing_anew_that_alone_goes_out():
    browser = first_shown()
    assert browser.is_sent(run(MOVED)) == ["delta", "script_finished"]
    assert browser.reads == reads(MOVED)


def test_of_a_page_that_says_the_same_nothing_goes_out():
    browser = first_shown()
    assert browser.is_sent(run(PAGE)) == ["script_finished"]
    assert browser.reads == reads(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        [*PAGE, card(paragraph("Crisis lines"))],
        PAGE[:1],
        [card(paragraph("Your time"), SLIDER), PAGE[1]],
        [card(paragraph("Your time"), paragraph("9 hours a week"), kind="expandable"), PAGE[1]],
    ],
    ids=["one part more", "one part less", "another kind of part", "a fold instead of a box"],
)
def test_a_page_of_another_make_goes_out_whole(other):
    browser = first_shown()
    came = browser.is_sent(run(other))
    assert came[came.index("new_session") :].count("delta") == len(reads(other))
    assert browser.reads == reads(other)


def test_another_page_goes_out_whole_also_if_it_says_the_same():
    browser = first_shown()
    assert browser.is_sent(run(PAGE, page="bill")).count("delta") == 5


def test_a_page_has_the_name_that_its_first_run_finds_for_it():
    """Of the page at the shortest address a browser does not know the name at first."""
    browser = Browser()
    named = ForwardMsg(navigation={"page_script_hash": "compare"}, hash="navigation")
    for page in ("", "compare"):
        begun, *rest = run(PAGE, page=page)
        came = browser.is_sent([begun, named, *rest])
    assert came == ["script_finished"]


def test_after_a_run_that_was_broken_off_the_next_goes_out_whole():
    browser = first_shown()
    browser.is_sent(run(MOVED, until=3))
    assert browser.is_sent(run(MOVED)).count("delta") == 5
    assert browser.reads == reads(MOVED)


def test_after_a_run_of_a_fragment_the_page_goes_out_whole():
    browser = first_shown()
    opened = run([], ends=ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
    opened[0].metadata.run.fragment_ids.append("the insurance card")
    browser.is_sent(opened)
    assert browser.is_sent(run(PAGE)).count("delta") == 5


def test_who_comes_back_on_a_new_line_gets_the_page_whole():
    browser = first_shown()
    browser.comes_back()
    assert browser.is_sent(run(MOVED)).count("delta") == 5
    assert browser.is_sent(run(PAGE)) == ["delta", "script_finished"]
    assert browser.reads == reads(PAGE)


def test_a_run_that_was_asked_for_before_another_one_ended_goes_out_whole():
    """What it asks with tells of the page from before the other run."""
    browser = first_shown()
    asked = browser.line.asks(QUESTION)
    browser.is_sent(run(MOVED))
    browser.line.asks = lambda _: asked
    assert browser.is_sent(run(PAGE)).count("delta") == 5
    assert browser.reads == reads(PAGE)


@pytest.mark.parametrize("again", [PAGE, MOVED], ids=["nothing new", "something new"])
def test_for_half_a_second_after_a_page_has_gone_out_its_browser_is_behind(again):
    """A message may be on its way then, of a person who has not seen the page."""
    browser = Browser()
    assert not browser.is_behind()
    for cards in (PAGE, again):
        browser.is_sent(run(cards))
        assert browser.is_behind()
        browser.seconds += 0.5
        assert not browser.is_behind()


def test_after_a_run_that_was_broken_off_a_browser_is_behind():
    browser = first_shown()
    browser.is_sent(run(MOVED, until=1))
    browser.seconds += 1
    assert browser.is_behind()


def test_what_is_left_of_a_run_whose_line_was_lost_does_not_pass_for_a_page():
    browser = first_shown()
    begun, first, *rest = run(MOVED)
    claims = BackMsg.FromString(browser.line.asks(QUESTION)).rerun_script.cached_message_hashes
    for news in browser.news.of(told_of(begun), claims):
        assert not browser.line.passes(said_of(news).SerializeToString())
    browser.comes_back()
    for message in (first, *rest):
        for news in browser.news.of(told_of(message), claims):
            browser.line.passes(said_of(news).SerializeToString())
    assert browser.is_sent(run(PAGE)).count("delta") == 5


def test_what_does_something_when_it_arrives_goes_out_each_time():
    toast = {"toast": {"body": "Taken over"}, "has_one_shot_effect": True}
    browser = first_shown([card(toast)])
    assert browser.is_sent(run([card(toast)])).count("delta") == 1


def switch(*, default=True, **says):
    return {"checkbox": {"id": "topic_time", "label": "Time", "default": default, **says}}


SET = {**switch(value=True, set_value=True), "has_one_shot_effect": True}


def hashed(cards):
    """The messages of a run of this page, with the framework's own hashes."""
    messages = run(cards)
    for message in messages[1:-1]:
        message.hash = ""
        populate_hash_if_needed(message)
    return messages


def test_an_input_that_was_set_does_not_come_again_because_it_is_not_set_any_more():
    browser = Browser()
    browser.is_sent(hashed([card(SET)]))
    assert browser.is_sent(hashed([card(switch())])) == ["script_finished"]
    assert browser.is_sent(hashed([card(switch())])) == ["script_finished"]


def test_an_input_that_is_set_back_to_the_same_is_set_again():
    """The person has switched it off meanwhile."""
    browser = Browser()
    browser.is_sent(hashed([card(SET)]))
    assert browser.is_sent(hashed([card(SET)])).count("delta") == 1


def test_an_input_that_holds_another_value_comes_again():
    browser = Browser()
    browser.is_sent(hashed([card(SET)]))
    assert browser.is_sent(hashed([card(switch(default=False))])).count("delta") == 1


def test_what_a_browser_holds_and_gets_back_by_its_hash_goes_out_alone():
    held = [card(paragraph("Your time"), paragraph(LONG)), card(paragraph("Your cost"))]
    browser = first_shown(held)
    browser.is_sent(run(MOVED, holds=browser.holds))
    came = browser.is_sent(run(held, holds=browser.holds))
    assert came == ["ref_hash", "script_finished"]
    assert browser.reads == reads(held)


def test_a_browser_is_given_nothing_to_hold_by_a_part_of_a_page():
    """It lets go of what it holds at the end of whole runs only."""
    browser = first_shown()
    long = [card(paragraph("Your time"), paragraph(LONG)), card(paragraph("Your cost"))]
    assert browser.is_sent(run(long)).count("delta") == 1
    assert not browser.holds


elements = st.one_of(st.sampled_from(SAID).map(paragraph), st.just(SLIDER))
kinds = st.sampled_from(["flex_container", "expandable"])
cards = st.builds(
    lambda parts, kind: card(*parts, kind=kind), st.lists(elements, max_size=3), kinds
)
shown = st.tuples(
    st.lists(cards, max_size=3),
    st.sampled_from(["compare", "compare", "compare", "bill"]),
    st.sampled_from([None, None, None, 0, 1, 4]),
    st.sampled_from([False, False, False, True]),
)


@given(st.lists(shown, max_size=6), st.lists(cards, max_size=3))
def test_whatever_came_before_a_browser_ends_at_the_page_that_was_sent_last(before, last):
    browser = Browser()
    for cards_before, page, until, is_lost in before:
        if is_lost:
            browser.comes_back()
        browser.is_sent(run(cards_before, page=page, until=until, holds=browser.holds))
    browser.is_sent(run(last, holds=browser.holds))
    assert browser.reads == reads(last)


def test_on_the_real_line_a_page_that_is_asked_for_again_does_not_come_again(client):
    origin = {"Origin": "http://testserver"}
    with client.websocket_connect(
        "/_stcore/stream", headers=origin, subprotocols=["streamlit"]
    ) as line:
        first = messages_of_a_run(line, page="")
        (named,) = (each.navigation for each in first if each.WhichOneof("type") == "navigation")
        again = messages_of_a_run(line, page=named.page_script_hash)
    assert len(first) > 10 * len(again)


def messages_of_a_run(line, *, page):
    line.send_bytes(BackMsg(rerun_script={"page_script_hash": page}).SerializeToString())
    messages = []
    while not messages or messages[-1].WhichOneof("type") != "script_finished":
        messages.append(ForwardMsg.FromString(line.receive_bytes()))
    return messages
