"""Of a page only what differs goes to a browser that shows the rest, and it ends at the same page.

The browser here does what the framework's page does with what comes: it takes parts in, and at the
end of a run that it has heard begin drops what did not come, but for the run of a fragment.
"""

from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import populate_hash_if_needed
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.runtime.scriptrunner_utils.run_descriptor import RunDescriptor

from carechoice.web.fitted.only_news import BEGINS, DRAWS, ENDS, Event, News
from carechoice.web.fitted.shown_run import Line

SAID = ("9 hours a week", "12 hours a week", "a sentence long enough to be held by a browser")
LONG = SAID[-1]
SLIDER = {"bidi_component": {"id": "slider", "component_name": "slider", "json": "9"}}


def paragraph(says):
    return {"markdown": {"body": says}}


def card(*parts, kind="flex_container"):
    return kind, parts


@dataclass
class Browser:
    """What one shows, by place, as pairs of what is said there and the run that said it."""

    news: News = field(default_factory=News)
    line: Line = field(default_factory=Line)
    shows: dict = field(default_factory=dict)
    holds: dict = field(default_factory=dict)
    page: str = ""
    run: str = ""
    came: list = field(default_factory=list)

    def is_sent(self, messages):
        """Ask for a run, take in what its session and the line make of it; return their kinds."""
        self.came = []
        asked = BackMsg.FromString(self.line.asks(QUESTION))
        claims = frozenset(asked.rerun_script.cached_message_hashes)
        for event in map(told_of, messages):
            for news in self.news.of(event, claims):
                payload = said_of(news).SerializeToString()
                if self.line.passes(payload):
                    self.take(ForwardMsg.FromString(payload))
        return self.came

    def comes_back(self):
        """On a new line, as after a lost one."""
        self.line = Line()

    def take(self, message):
        kind = message.WhichOneof("type")
        self.came.append(kind)
        if kind == "new_session":
            self.begin(message)
        elif kind == "script_finished":
            self.end(message)
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
        else:
            self.put(tuple(message.metadata.delta_path), message)

    def begin(self, message):
        if message.new_session.page_script_hash != self.page:
            self.shows.clear()
        self.page = message.new_session.page_script_hash
        self.run = message.metadata.run.script_run_id

    def put(self, place, message):
        if message.ref_hash:
            says = self.holds[message.ref_hash]
        else:
            says = message.delta.SerializeToString()
            if message.metadata.cacheable:
                self.holds[message.hash] = says
        self.shows[place] = (says, self.run)
        for length in range(1, len(place)):
            self.shows[place[:length]] = (self.shows[place[:length]][0], self.run)

    def end(self, message):
        run = message.metadata.run
        if message.script_finished or run.fragment_ids or run.script_run_id != self.run:
            return
        self.shows = {place: part for place, part in self.shows.items() if part[1] == self.run}

    @property
    def reads(self):
        return {place: says for place, (says, _) in self.shows.items()}


QUESTION = BackMsg(rerun_script={"query_string": "iop_weeks=6"}).SerializeToString()
# How the framework tells its session that a run has ended.
ENDED = {
    ForwardMsg.FINISHED_SUCCESSFULLY: ENDS,
    ForwardMsg.FINISHED_EARLY_FOR_RERUN: ScriptRunnerEvent.SCRIPT_STOPPED_FOR_RERUN,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY: ScriptRunnerEvent.FRAGMENT_STOPPED_WITH_SUCCESS,
}


def told_of(message):
    """The event of the framework's that a message is made of."""
    identity = message.metadata.run
    told = {"run_descriptor": RunDescriptor(identity.script_run_id, tuple(identity.fragment_ids))}
    match message.WhichOneof("type"):
        case "new_session":
            page = message.new_session.page_script_hash
            fragments = list(identity.fragment_ids)
            return Event(
                BEGINS, None, {**told, "page_script_hash": page, "fragment_ids_this_run": fragments}
            )
        case "script_finished":
            return Event(ENDED[message.script_finished], None, told)
    return Event(DRAWS, message, {})


def said_of(event):
    """The message that the framework makes of an event."""
    if event.message is not None:
        return event.message
    identity = event.told["run_descriptor"]
    run = {"script_run_id": identity.script_run_id, "fragment_ids": identity.fragment_ids}
    if event.kind == BEGINS:
        begun = {"page_script_hash": event.told["page_script_hash"]}
        return ForwardMsg(new_session=begun, metadata={"run": run})
    (status,) = (status for status, kind in ENDED.items() if kind == event.kind)
    return ForwardMsg(script_finished=status, metadata={"run": run})


RUNS = count()


def run(cards, *, page="compare", holds=(), ends=ForwardMsg.FINISHED_SUCCESSFULLY, until=None):
    """The messages of a run of this page; ``until``: so many parts, then it is broken off."""
    identity = {"script_run_id": f"run {next(RUNS)}"}
    begun = ForwardMsg(
        new_session={"page_script_hash": page, "config": {}, "custom_theme": {}},
        metadata={"run": identity},
    )
    parts = [sent(*each, holds) for each in placed(cards)][:until]
    status = ends if until is None else ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return [begun, *parts, ForwardMsg(script_finished=status, metadata={"run": identity})]


def placed(cards):
    for index, (kind, parts) in enumerate(cards):
        yield (index,), {"add_block": {kind: {}}}
        for place, part in enumerate(parts):
            yield (index, place), {"new_element": part}


def sent(place, delta, holds):
    message = ForwardMsg(delta=delta)
    message.hash = f"hash of {message.delta}"
    message.metadata.delta_path.extend(place)
    message.metadata.cacheable = LONG in str(delta)
    if message.hash in holds:
        return ForwardMsg(ref_hash=message.hash, metadata=message.metadata)
    return message


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
