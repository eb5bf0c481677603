"""A value that a browser sends counts only if its input can have it; else it is ignored.

The framework takes the value of an input as it comes: a list instead of a text, or a choice that
was not offered, ends the run of the page with an error, and the log then has the value.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import Serialized, SessionState, WStates

# What components report is text in JSON.
OF_COMPONENTS = ("json_value", "json_trigger_value")


@dataclass(frozen=True, slots=True)
class OrAsAtFirst:
    """Reads the value of an input; one that cannot be read counts as not sent.

    ``kind`` is the field of a message that the input's value stands in.
    """

    read: Callable[[Any], Any]
    kind: str = ""

    def __call__(self, said: Any) -> Any:
        """The value that is said, or the one that the input begins with."""
        try:
            if self.kind in OF_COMPONENTS and isinstance(said, str):
                # Where the framework cannot read it either, it puts a trace into the log.
                json.loads(said)
            value = self.read(said)
        except Exception:
            # Whatever it fails at, it was made for what a page says.
            return self.read(None)
        return value if self._is_offered(value) else self.read(None)

    def _is_offered(self, value: Any) -> bool:
        """Whether it is nothing, or all of it stands among the options of an input that has any."""
        # What reads a choice is a method of what knows its options, and gives back other texts as
        # they are.
        options = getattr(getattr(self.read, "__self__", None), "options", None)
        if value is None or not isinstance(options, Sequence):
            return True
        return all(each in options for each in (value if isinstance(value, list) else [value]))


def take_usable_values_only() -> None:
    """Install the change for every session that this process begins from now on."""
    note, take = SessionState._set_widget_metadata, WStates.set_widget_from_proto

    @wraps(note)
    def set_widget_metadata(self: SessionState, widget_metadata: WidgetMetadata[Any]) -> None:
        said = self._new_widget_state.states.get(widget_metadata.id)
        kind = widget_metadata.value_type
        if isinstance(said, Serialized) and said.value.WhichOneof("value") != kind:
            del self._new_widget_state.states[widget_metadata.id]
        reader = OrAsAtFirst(widget_metadata.deserializer, kind)
        note(self, replace(widget_metadata, deserializer=reader))

    @wraps(take)
    def set_widget_from_proto(self: WStates, widget_state: WidgetState) -> None:
        if _has_its_kind(widget_state, self.widget_metadata.get(widget_state.id)):
            take(self, widget_state)

    setattr(SessionState, note.__name__, set_widget_metadata)
    setattr(WStates, take.__name__, set_widget_from_proto)


def _has_its_kind(said: WidgetState, known: WidgetMetadata[Any] | None) -> bool:
    """Whether an input that was drawn before can have this kind of value, or is said to have none.

    The framework forgets the kind once it has read a value: what reads them knows it.
    """
    kind = said.WhichOneof("value")
    reader = known.deserializer if known else None
    return not isinstance(reader, OrAsAtFirst) or kind in (None, reader.kind)
