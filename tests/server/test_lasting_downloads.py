"""A button for a file is not sent again with each move, and its file is that of the last one."""

import json

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.widget_states import TRIGGERS


class Visit:
    """Somebody on the page "Take it with you"."""

    def __init__(self, line):
        self.line = line
        self.page = self.session = ""
        self.sliders = {}
        self.buttons = {}

    def run(self, *moved):
        """Have the page run; return the keys of the download buttons that come."""
        self.send(
            rerun_script={
                "page_script_hash": self.page,
                "page_name": "" if self.page else "share",
                "widget_states": {"widgets": moved},
            }
        )
        came = {}
        for message in self.until("script_finished"):
            self.page = message.navigation.page_script_hash or self.page
            self.session = message.new_session.initialize.session_id or self.session
            element = message.delta.new_element
            if (button := element.download_button).id:
                came[button.id.rpartition("-")[2]] = button.deferred_file_id
            if (part := element.bidi_component).component_name == "slider":
                self.sliders[json.loads(part.json)[0]["field"]] = part.id
        self.buttons |= came
        return set(came)

    def move(self, slider, value):
        events = [{"event": "value", "value": {"value": value, "move": f"{value}"}}]
        key = TRIGGERS.format(self.sliders[slider])
        return self.run(WidgetState(id=key, json_trigger_value=json.dumps(events)))

    def press(self, file_id):
        """The answer to a press of the button with a file of this name."""
        asked = {"session_id": self.session, "deferred_file": {"file_id": file_id}}
        self.send(backend_operation_request={"request_id": "1", **asked})
        *_, answer = self.until("backend_operation_response")
        return answer.backend_operation_response

    def send(self, **says):
        self.line.send_bytes(BackMsg(**says).SerializeToString())

    def until(self, kind):
        came = []
        while not came or came[-1].WhichOneof("type") != kind:
            came.append(ForwardMsg.FromString(self.line.receive_bytes()))
        return came


@pytest.fixture
def visit(client):
    origin = {"Origin": "http://testserver"}
    with client.websocket_connect(
        "/_stcore/stream", headers=origin, subprotocols=["streamlit"]
    ) as line:
        yield Visit(line)


def test_the_six_buttons_for_files_come_once_and_the_last_scenario_is_what_is_saved(visit, client):
    assert len(visit.run()) == 6
    save = visit.buttons["share.file.save"]
    assert visit.move("iop_weeks", 7) == set()
    assert visit.move("iop_weeks", 9) == set()
    address = visit.press(save).deferred_file.url
    assert client.get(address).json()["iop_weeks"] == 9


def test_a_name_that_no_button_has_is_refused(visit):
    visit.run()
    assert visit.press("0" * 32).error_msg
