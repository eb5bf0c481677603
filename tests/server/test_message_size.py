"""What is said at once on a live connection is no more than a page of ours says.

A visit keeps what it was told last, and each run of its page goes through it: with messages as
large as the framework takes, one address filled the server's memory.
"""

import pytest
from papers_read import read_pasted
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState

from carechoice.documents.opened import MOST_PASTED_BYTES
from carechoice.inputs.handed_on.link import LONGEST_LINK
from carechoice.web.patches.message_size import (
    LONGEST_NAME,
    MOST_BYTES,
    MOST_EVENTS,
    MOST_INPUTS,
    MOST_VALUE_BYTES,
    brought_to_size,
)


def state(*inputs, **said):
    return ClientState(widget_states={"widgets": inputs}, **said)


def text(value, name="$$ID-a"):
    return WidgetState(id=name, string_value=value)


def kept(said):
    assert brought_to_size(said)
    return list(said.widget_states.widgets)


def test_what_a_page_says_stays_as_it_is():
    said = state(
        text("$30 copay"),
        WidgetState(id="$$ID-b", json_value='{"value": 18}'),
        WidgetState(id="$$ID-c", json_trigger_value='[{"event": "value", "value": 18}]'),
        query_string="therapy_sessions=18",
        cached_message_hashes=["a" * 64],
    )
    before = ClientState.FromString(said.SerializeToString())
    assert brought_to_size(said)
    assert said == before


@pytest.mark.parametrize(
    "said",
    [
        state(*[text("y", f"$$ID-{n}") for n in range(MOST_INPUTS + 1)]),
        state(text("y", "$$ID-" + "x" * LONGEST_NAME)),
        state(page_name="x" * (LONGEST_NAME + 1)),
        state(fragment_id="x" * (LONGEST_NAME + 1)),
        state(cached_message_hashes=["a" * 64] * (MOST_INPUTS + 1)),
        state(context_info={"timezone": "x" * MOST_BYTES}),
    ],
    ids=["inputs", "a name", "a page", "a part", "hashes", "in all"],
)
def test_what_says_more_than_any_page_is_not_heard(said):
    assert not brought_to_size(said)


@pytest.mark.parametrize("value", ["{", "[[", "[" * 3_000, "1" * 4_301, "", "\ud7ff["])
@pytest.mark.parametrize("kind", ["json_value", "json_trigger_value"])
def test_a_value_that_cannot_be_read_is_as_if_unsaid(value, kind):
    """The framework reads it in each later run of that visit, and fails at it each time."""
    assert kept(state(WidgetState(id="$$ID-a", **{kind: value}), text("y"))) == [text("y")]


def test_more_at_once_than_a_person_does_is_as_if_unsaid():
    events = "[" + ",".join(['{"event": "value"}'] * (MOST_EVENTS + 1)) + "]"
    assert kept(state(WidgetState(id="$$ID-a", json_trigger_value=events))) == []


@pytest.mark.parametrize(
    "long",
    [
        WidgetState(id="$$ID-a", json_value=f'"{"x" * MOST_VALUE_BYTES}"'),
        WidgetState(id="$$ID-a", bytes_value=b"x" * (MOST_VALUE_BYTES + 1)),
        WidgetState(id="$$ID-a", string_array_value={"data": ["x"] * MOST_VALUE_BYTES}),
    ],
    ids=["JSON", "bytes", "texts"],
)
def test_a_value_longer_than_any_is_as_if_unsaid(long):
    assert kept(state(long)) == []


def test_a_text_longer_than_is_read_is_cut_so_that_the_page_says_so():
    (cut,) = kept(state(text("é" * MOST_PASTED_BYTES)))
    assert read_pasted(cut.string_value, is_from_form=False).refused == "much_text"


def test_an_address_longer_than_is_read_is_cut_so_that_the_page_says_so():
    said = state(query_string="x=" + "1" * 900_000, context_info={"url": "x" * 900_000})
    assert brought_to_size(said)
    assert LONGEST_LINK < len(said.query_string) < 2 * LONGEST_LINK
    assert len(said.context_info.url) < 3 * LONGEST_LINK
