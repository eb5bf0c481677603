"""What somebody might say on a live connection: what browsers say, changed, cut off, or noise."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState

from fuzz import texts
from fuzz.asked import PAGES, strange
from fuzz.texts import MARK

FLAGS = tuple(field.name for field in BackMsg.DESCRIPTOR.fields if field.message_type is None)
# Cut off, deeper than can be read, and a number longer than is read.
NO_JSON = ("{", "", "[" * 3000, "1" * 4301)
NUMBERS = (0.0, -1.0, 1e308, float("nan"), float("inf"), -float("inf"), 31.0, 0.1)


def message(chance: Random, widgets: Sequence[str]) -> bytes:
    """A message; ``widgets`` are the names of a page's inputs."""
    kind = chance.random()
    if kind < 0.1:
        return chance.randbytes(chance.choice((0, 1, 8, 300, 5000)))
    said = _said(chance, widgets).SerializeToString()
    if kind < 0.25:
        return said[: chance.randrange(len(said) + 1)]
    if kind < 0.35:
        return _flipped(chance, said)
    return said


def _said(chance: Random, widgets: Sequence[str]) -> BackMsg:
    kind = chance.random()
    if kind < 0.15:
        return BackMsg(**{chance.choice(FLAGS): chance.random() < 0.8})
    if kind < 0.25:
        asked = BackMsg()
        asked.file_urls_request.request_id = _sayable(texts.marked(chance))
        asked.file_urls_request.file_names.extend([f"{MARK}.pdf"] * chance.choice((0, 1, 500)))
        asked.file_urls_request.session_id = MARK
        return asked
    if kind < 0.35:
        asked = BackMsg()
        asked.backend_operation_request.request_id = _sayable(texts.marked(chance))
        asked.backend_operation_request.session_id = MARK
        _add_operation(chance, asked)
        return asked
    return BackMsg(rerun_script=_state(chance, widgets))


def _add_operation(chance: Random, asked: BackMsg) -> None:
    name = chance.choice(
        ("deferred_file", "dataframe_chunk", "install_skills", "dismiss_skills_nudge", "")
    )
    if name == "deferred_file":
        asked.backend_operation_request.deferred_file.file_id = chance.choice((MARK, "0" * 32))
    elif name:
        getattr(asked.backend_operation_request, name).SetInParent()


def _state(chance: Random, widgets: Sequence[str]) -> ClientState:
    state = ClientState(
        query_string=_sayable(texts.query(chance)),
        page_name=chance.choice((*PAGES, *PAGES, MARK, "../x")),
        page_script_hash=chance.choice(("", "", "", MARK)),
        fragment_id=chance.choice(("", "", "", "", MARK)),
        is_auto_rerun=chance.random() < 0.1,
    )
    state.context_info.url = chance.choice(
        ("http://localhost/", "", MARK, "javascript:0", "http://[")
    )
    state.context_info.timezone = chance.choice(("America/New_York", "", MARK, "../../etc/passwd"))
    state.context_info.locale = chance.choice(("en-US", "", MARK, "x" * 2000))
    for _ in range(chance.choice((0, 1, 2, 6))):
        state.widget_states.widgets.append(_widget(chance, widgets))
    return state


def _widget(chance: Random, widgets: Sequence[str]) -> WidgetState:
    name = chance.choice((*widgets, MARK)) if chance.random() < 0.95 else texts.name(chance)
    text = _sayable(texts.value(chance, texts.name(chance)))
    numbers = chance.choices(NUMBERS, k=chance.randrange(4))
    values: Sequence[Mapping[str, Any]] = (
        {"trigger_value": True},
        {"bool_value": chance.random() < 0.5},
        {"double_value": chance.choice(NUMBERS)},
        {"int_value": chance.choice((0, -1, 2**62, 31))},
        {"string_value": text},
        {"double_array_value": {"data": numbers}},
        {"int_array_value": {"data": [2**62, -1][: chance.randrange(3)]}},
        {"string_array_value": {"data": [text] * chance.randrange(4)}},
        {"json_value": _json(chance, text)},
        {"json_trigger_value": _json(chance, text)},
        {"bytes_value": chance.randbytes(50)},
        {"string_trigger_value": {"data": text}},
        {"arrow_value": {"data": chance.randbytes(50)}},
        {},
    )
    widget = WidgetState(id=_sayable(name), **chance.choice(values))
    if chance.random() < 0.05:
        _add_files(chance, widget)
    return widget


def _add_files(chance: Random, widget: WidgetState) -> None:
    for _ in range(chance.choice((0, 1, 30))):
        file = widget.file_uploader_state_value.uploaded_file_info.add()
        file.file_id, file.name, file.size = (
            f"{MARK}{chance.randrange(5)}",
            MARK,
            chance.choice((0, 9)),
        )
        file.file_urls.file_id = file.file_id


def _json(chance: Random, text: str) -> str:
    """What a component of ours reports, or nearly so."""
    if chance.random() < 0.15:
        return chance.choice((text, *NO_JSON))
    event = chance.choice(("value", "press", "found", "keys", "visit", MARK))
    value = strange(chance)
    if chance.random() < 0.4:
        value = {
            "value": chance.choice((31, None, text, strange(chance))),
            "move": text,
            "shown": [text],
        }
    said = json.dumps([{"event": event, "value": value}] * chance.choice((1, 1, 3)))
    return _sayable(said if chance.random() < 0.8 else json.dumps(strange(chance)))


def _sayable(text: str) -> str:
    """The text without what no message can hold: halves of signs."""
    return text.encode("utf-8", "replace").decode()


def _flipped(chance: Random, said: bytes) -> bytes:
    changed = bytearray(said)
    for _ in range(min(len(changed), chance.choice((1, 3, 30)))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)
