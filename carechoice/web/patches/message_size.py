"""A message from a browser is cut down to what a page of ours could send.

That is a few hundred bytes for each input that was touched. A visit keeps its last message, and
each run of its page goes through it. So a message as large as the framework allows would cost
memory for hours, and time at each move. A text that is too long is cut, and the page says so there;
what no page sends is removed; a message with more parts than any page has is dropped.
"""

from __future__ import annotations

import json

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState

from carechoice.documents.opened import MOST_PASTED_BYTES
from carechoice.inputs.handed_on.link import LONGEST_LINK

# Of inputs a page has a third of it.
MOST_INPUTS = 300
# The longest one of ours is half as long.
LONGEST_NAME = 200
# What a component has to tell between two looks of the server is a press or two.
MOST_EVENTS = 50
# Kept scenarios that are handed back are the most; each is a link.
MOST_VALUE_BYTES = 50_000
MOST_BYTES = 160_000
_JSON = ("json_value", "json_trigger_value")


def brought_to_size(said: ClientState) -> bool:
    """Cut and remove in place what is too much; False if no page could send even the rest."""
    if len(said.query_string) > LONGEST_LINK:
        said.query_string = said.query_string[: LONGEST_LINK + 1]
    # With the address of the server before it.
    if len(said.context_info.url) > 2 * LONGEST_LINK:
        said.context_info.url = said.context_info.url[: 2 * LONGEST_LINK]
    inputs = said.widget_states.widgets
    if max(len(inputs), len(said.cached_message_hashes)) > MOST_INPUTS:
        return False
    names = [said.page_name, said.fragment_id, *(each.id for each in inputs)]
    if max(map(len, names)) > LONGEST_NAME:
        return False
    _keep_readable(said)
    return bool(said.ByteSize() <= MOST_BYTES)


def _keep_readable(said: ClientState) -> None:
    told = said.widget_states.widgets
    for each in told:
        each_text = each.string_value.encode()
        if len(each_text) > MOST_PASTED_BYTES:
            # So that more is left than is read, even if a character is cut in two.
            each.string_value = each_text[: MOST_PASTED_BYTES + 4].decode(errors="ignore")
    kept = [each for each in told if _is_readable(each)]
    if len(kept) < len(told):
        del told[:]
        told.extend(kept)


def _is_readable(said: WidgetState) -> bool:
    kind = said.WhichOneof("value")
    if kind == "string_value":
        return True
    if said.ByteSize() > MOST_VALUE_BYTES:
        return False
    return kind not in _JSON or _is_json(getattr(said, kind))


def _is_json(text: str) -> bool:
    """Whether it can be read, and is no list of more than a person does between two looks."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return not isinstance(value, list) or len(value) <= MOST_EVENTS
