"""What a browser says of an input counts where that input can have it; else it has said nothing.

The framework takes the value of an input as it comes: a list for a text ends the run of the page
with an error, which the log then holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import Serialized, SessionState


@dataclass(frozen=True, slots=True)
class OrAsAtFirst:
    """Reads what is said of an input; what cannot be read is as if nothing had been said."""

    read: Callable[[Any], Any]

    def __call__(self, said: Any) -> Any:
        """The value that is said, or the one that the input begins with."""
        try:
            return self.read(said)
        except Exception:
            # Whatever it fails at, it was made for what a page says.
            return self.read(None)


def take_usable_values_only() -> None:
    """For every session that this process begins from now on."""
    note = SessionState._set_widget_metadata

    @wraps(note)
    def set_widget_metadata(self: SessionState, widget_metadata: WidgetMetadata[Any]) -> None:
        said = self._new_widget_state.states.get(widget_metadata.id)
        if isinstance(said, Serialized) and (
            said.value.WhichOneof("value") != widget_metadata.value_type
        ):
            del self._new_widget_state.states[widget_metadata.id]
        reader = OrAsAtFirst(widget_metadata.deserializer)
        note(self, replace(widget_metadata, deserializer=reader))

    setattr(SessionState, note.__name__, set_widget_metadata)
