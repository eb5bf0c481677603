"""The page drops a line on which a heartbeat has no answer, so none may be lost on the way."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from carechoice.web.patches.heartbeat import AnsweringQueue

ANSWER = ForwardMsg(heartbeat_ack=True)
# Of a run that the next one takes the place of.
HALF_A_PAGE = ForwardMsg(delta={"new_element": {"markdown": {"body": "Cost"}}})


def asks_for_a_sign_of_life():
    return BackMsg(app_heartbeat=True).SerializeToString()


def changes_something():
    return BackMsg(rerun_script={"query_string": "iop_weeks=6"}).SerializeToString()


def told_until_the_run_ends(line):
    """The kinds of messages that come, in their order."""
    kinds = []
    while "script_finished" not in kinds:
        kinds.append(ForwardMsg.FromString(line.receive_bytes()).WhichOneof("type"))
    return kinds


def test_a_heartbeat_that_comes_with_an_action_is_answered(client):
    origin = {"Origin": "http://testserver"}
    with client.websocket_connect(
        "/_stcore/stream", headers=origin, subprotocols=["streamlit"]
    ) as line:
        line.send_bytes(changes_something())
        assert "heartbeat_ack" not in told_until_the_run_ends(line)
        line.send_bytes(asks_for_a_sign_of_life())
        line.send_bytes(changes_something())
        assert "heartbeat_ack" in told_until_the_run_ends(line)


@pytest.mark.parametrize("parts_of_the_page", [None, ["a part"]])
def test_a_run_that_begins_takes_the_place_of_half_a_page_and_not_of_an_answer(parts_of_the_page):
    queue = AnsweringQueue()
    for message in (HALF_A_PAGE, ANSWER):
        queue.enqueue(message)
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=parts_of_the_page)
    assert queue.flush().count(ANSWER) == 1
    assert queue.is_empty()


def test_the_frameworks_own_queue_drops_the_answer():
    """Once it does not, carechoice/web/patches/heartbeat.py can go."""
    queue = ForwardMsgQueue()
    queue.enqueue(ANSWER)
    queue.clear(retain_lifecycle_msgs=True)
    assert queue.is_empty()
