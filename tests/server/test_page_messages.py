"""On a live connection only what a page of ours says is heard."""

from contextlib import suppress
from types import SimpleNamespace

import pytest
from awaited import awaited
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected
from streamlit.components.v2.bidi_component.serialization import BidiComponentSerde
from streamlit.elements.widgets.selectbox import SelectboxSerde
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import Serialized, SessionState, WStates
from uvicorn.protocols.utils import ClientDisconnected

from carechoice.web.patches.page_messages import (
    MOST_FILES,
    OnlyPageMessages,
    drop_foreign_messages,
    is_page_message,
)
from carechoice.web.patches.usable_values import OrAsAtFirst, take_usable_values_only

NO_PAGE_SAYS = [
    BackMsg(clear_cache=True),
    BackMsg(load_git_info=True),
    BackMsg(set_run_on_save=True),
    BackMsg(debug_shutdown_runtime=True),
    BackMsg(backend_operation_request={"install_skills": {}}),
    BackMsg(backend_operation_request={"dismiss_skills_nudge": {}}),
    BackMsg(backend_operation_request={}),
    BackMsg(file_urls_request={"file_names": ["x"] * (MOST_FILES + 1)}),
]


@pytest.mark.parametrize("said", NO_PAGE_SAYS, ids=str)
def test_what_no_page_says_is_not_heard(said):
    """The framework would write files, tell of the repository or empty what visits share."""
    assert not is_page_message(said)


@pytest.mark.parametrize(
    "said",
    [
        BackMsg(rerun_script={}),
        BackMsg(stop_script=True),
        BackMsg(app_heartbeat=True),
        BackMsg(file_urls_request={"file_names": ["plan.pdf"]}),
        BackMsg(backend_operation_request={"deferred_file": {"file_id": "a"}}),
    ],
    ids=str,
)
def test_what_pages_say_is(said):
    assert is_page_message(said)


def heard(*contents):
    """What comes through of these messages, and what is sent back."""
    events = [{"type": "websocket.receive", "bytes": content} for content in contents]
    events.append({"type": "websocket.disconnect", "code": 1000})
    through, sent = [], []

    async def receive():
        return events.pop(0)

    async def send(event):
        sent.append(event)

    async def app(_scope, receive, _send):
        while (event := await receive())["type"] == "websocket.receive":
            through.append(event["bytes"])

    awaited(OnlyPageMessages(app)({"type": "websocket"}, receive, send))
    return through, sent


def test_the_rest_goes_on_where_one_message_is_left_out():
    beat = BackMsg(app_heartbeat=True).SerializeToString()
    cleared = BackMsg(clear_cache=True).SerializeToString()
    assert heard(beat, cleared, beat) == ([beat, beat], [])


@pytest.mark.parametrize("content", [b"\xff" * 20, b"", b"\x08"])
def test_what_is_no_message_ends_the_line_and_is_not_written_down(content):
    assert heard(content) == ([], [{"type": "websocket.close", "code": 1002}])


def test_who_has_gone_before_the_line_is_ended_leaves_no_error():
    heard_of = []

    async def receive():
        return {"type": "websocket.receive", "bytes": b"\xff"}

    async def send(_event):
        raise ClientDisconnected

    async def app(_scope, receive, _send):
        heard_of.append((await receive())["type"])

    awaited(OnlyPageMessages(app)({"type": "websocket"}, receive, send))
    assert heard_of == ["websocket.disconnect"]


def test_on_a_line_that_is_ended_nothing_more_is_said():
    sent = []

    async def receive():
        return {"type": "websocket.receive", "bytes": b"\xff"}

    async def send(event):
        sent.append(event["type"])

    async def app(_scope, receive, send):
        await send({"type": "websocket.send"})
        await receive()
        await send({"type": "websocket.send"})

    awaited(OnlyPageMessages(app)({"type": "websocket"}, receive, send))
    assert sent == ["websocket.send", "websocket.close"]


def test_what_is_said_to_who_has_hung_up_meanwhile_is_as_if_the_line_had_been_cut():
    """The server calls it a fault of ours, and the framework would write it down with a trace."""

    async def receive():
        raise AssertionError

    async def send(_event):
        raise RuntimeError("Unexpected ASGI message 'websocket.send'")

    async def app(_scope, _receive, send):
        with pytest.raises(OSError, match="hung up"):
            await send({"type": "websocket.send"})
        with pytest.raises(RuntimeError):
            await send({"type": "websocket.accept"})

    awaited(OnlyPageMessages(app)({"type": "websocket"}, receive, send))


@pytest.mark.parametrize(
    "refusal", [ClientDisconnected(), RuntimeError("Unexpected ASGI message 'websocket.send'")]
)
def test_who_hangs_up_while_something_is_said_is_not_listened_to_with_an_error(refusal):
    """So the framework listens: it takes a line that is cut for words that it does not want."""
    events = [{"type": "websocket.connect"}]

    async def receive():
        return events.pop(0)

    async def send(event):
        if event["type"] == "websocket.send":
            raise refusal

    async def as_the_framework(scope, receive, send):
        websocket = WebSocket(scope, receive, send)
        await websocket.accept()
        with suppress(WebSocketDisconnect):
            await websocket.send_bytes(b"")
        try:
            await websocket.receive_bytes()
        except RuntimeError:
            await websocket.close()

    awaited(OnlyPageMessages(as_the_framework)({"type": "websocket"}, receive, send))
    assert events == []


def test_a_fault_of_ours_on_a_line_that_holds_is_told():
    async def app(_scope, _receive, _send):
        raise WebSocketDisconnected("A close message has been sent.")

    async def unasked(*_event):
        raise AssertionError

    with pytest.raises(WebSocketDisconnected):
        awaited(OnlyPageMessages(app)({"type": "websocket"}, unasked, unasked))


@pytest.fixture
def visit(monkeypatch):
    """A session that notes what it hears, with one fragment of its own."""
    noted = []
    monkeypatch.setattr(AppSession, "handle_backmsg", handle_backmsg(noted))
    drop_foreign_messages()
    session = SimpleNamespace(id="mine", has_fragment="own".__eq__)
    return lambda said: (AppSession.handle_backmsg(session, said), noted)[1]


def handle_backmsg(noted):
    def handle_backmsg(_session, said):
        noted.append(said)

    return handle_backmsg


@pytest.mark.parametrize(
    "said",
    [
        BackMsg(rerun_script={"fragment_id": "others"}),
        BackMsg(backend_operation_request={"session_id": "others", "deferred_file": {}}),
    ],
    ids=str,
)
def test_what_names_something_of_another_visit_goes_no_further(visit, said):
    assert visit(said) == []


def test_what_names_ones_own_is_done(visit):
    said = BackMsg(rerun_script={"fragment_id": "own"})
    assert visit(said) == [said]


def test_values_of_what_is_no_input_are_left_out(visit):
    names = ("iop_weeks", "$$iop_weeks", "$$ID-a-b")
    widgets = [WidgetState(id=name, int_value=9) for name in names]
    (said,) = visit(BackMsg(rerun_script={"widget_states": WidgetStates(widgets=widgets)}))
    assert [each.id for each in said.rerun_script.widget_states.widgets] == ["$$ID-a-b"]


def test_a_value_that_cannot_be_read_is_as_if_none_had_been_said():
    whole = OrAsAtFirst(lambda said: 18 if said is None else int(said))
    assert (whole("31"), whole("many"), whole([3])) == (31, 18, 18)


def test_what_a_component_never_reports_is_not_written_down(caplog):
    """The framework puts a trace into the log where it cannot read what a component reports."""
    component = OrAsAtFirst(BidiComponentSerde().deserialize, "json_value")
    assert component('{"move": 31}') == {"move": 31}
    assert component("{not json") == component("[" * 100_000) == {}
    assert caplog.records == []


def test_a_choice_that_was_not_offered_is_as_if_none_had_been_made():
    labels = {"Your own plan": "own", "Medicare": "medicare"}
    one = SelectboxSerde(
        [*labels.values()],
        formatted_options=[*labels],
        formatted_option_to_option_index={label: n for n, label in enumerate(labels)},
        default_option_index=1,
    )
    read = OrAsAtFirst(one.deserialize)
    assert (read("Your own plan"), read("no such plan"), read(None)) == ("own", *["medicare"] * 2)


def test_another_kind_of_value_than_the_input_had_is_not_taken_in(monkeypatch):
    usable_only(monkeypatch)
    state = SessionState()
    state._set_widget_metadata(number("$$ID-a"))
    for said in ({"int_value": 31}, {"string_value": "x"}, {"bytes_value": b"x"}):
        state._new_widget_state.set_widget_from_proto(WidgetState(id="$$ID-a", **said))
    assert state._new_widget_state["$$ID-a"] == 31


def usable_only(monkeypatch):
    for owner, name in ((SessionState, "_set_widget_metadata"), (WStates, "set_widget_from_proto")):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    take_usable_values_only()


def number(name):
    return WidgetMetadata(
        id=name,
        deserializer=lambda said: said,
        serializer=lambda said: said,
        value_type="int_value",
    )


def test_a_list_for_a_number_counts_as_nothing_said(monkeypatch):
    usable_only(monkeypatch)
    state = SessionState()
    for name, value in (("$$ID-a", {"string_value": "x"}), ("$$ID-b", {"int_value": 31})):
        state._new_widget_state[name] = Serialized(WidgetState(id=name, **value))
        state._set_widget_metadata(number(name))
    assert [*state._new_widget_state] == ["$$ID-b"]
    assert state._new_widget_state["$$ID-b"] == 31
