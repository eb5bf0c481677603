"""The states of the browser's widgets when a session begins.

The framework sends the state of all widgets with every message. Where a session has ended and the
person goes on using its page, the new session finds what they changed in these states only: it has
drawn no widget yet, so none of its callbacks is called.
"""

from __future__ import annotations

from collections.abc import Mapping

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state.common import user_key_from_element_id

from carechoice.catalog.values import write
from carechoice.ui import state

BrowserWidgets = Mapping[str, WidgetState]


def in_browser() -> BrowserWidgets:
    """The states that came with the message that began the session, by the widget's key."""
    context = get_script_run_ctx()
    try:
        states = context.session_state.get_widget_states() if context else []
    except (AttributeError, TypeError, ValueError):
        # One holds what no page of ours says, which the framework cannot write down again.
        states = []
    return {key: each for each in states if (key := user_key_from_element_id(each.id))}


def has_plain_sliders(found: BrowserWidgets) -> bool | None:
    """Whether the switch for the framework's sliders is on; None where there was no page."""
    switch = found.get(state.PLAIN_SLIDERS)
    return None if switch is None else bool(switch.bool_value)


def written(held: WidgetState) -> str:
    """The state as a link writes the value; of a choice the label that the person sees."""
    kind = held.WhichOneof("value")
    if kind == "bool_value":
        return write(held.bool_value)
    if kind == "double_array_value" and held.double_array_value.data:
        return write(held.double_array_value.data[0])
    if kind == "string_array_value" and held.string_array_value.data:
        return str(held.string_array_value.data[0])
    return str(held.string_value)
