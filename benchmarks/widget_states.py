"""What a browser says of each widget: its value as the page sent it, or as it was moved to."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from streamlit.proto.Common_pb2 import DoubleArray, StringArray
from streamlit.proto.NumberInput_pb2 import NumberInput
from streamlit.proto.Selectbox_pb2 import Selectbox
from streamlit.proto.WidgetStates_pb2 import WidgetState

# Under this name the framework takes what a component reports.
TRIGGERS = "$$STREAMLIT_INTERNAL_KEY_{}__events"


def is_blank(widget: Any) -> bool:
    """Whether nobody has filled in the widget yet, and the browser has no value for it either."""
    kind = type(widget)
    if kind not in (NumberInput, Selectbox):
        return False
    return not widget.set_value and not widget.HasField("default")


def _slider_state(widget: str, values: list[float]) -> WidgetState:
    return WidgetState(id=widget, double_array_value=DoubleArray(data=values))


def moved_slider(widget: str, value: float) -> WidgetState:
    """One of Streamlit's own sliders, moved to a value."""
    return _slider_state(widget, [value])


def moved_live_slider(component: str, value: float) -> WidgetState:
    """One of our live sliders, moved to a value."""
    events = [{"event": "value", "value": {"value": value, "move": f"{value:g}"}}]
    return WidgetState(id=TRIGGERS.format(component), json_trigger_value=json.dumps(events))


def _slider(widget: Any) -> WidgetState:
    return _slider_state(widget.id, widget.value if widget.set_value else widget.default)


def _number(widget: Any) -> WidgetState:
    value = widget.value if widget.set_value else widget.default
    if widget.data_type == NumberInput.INT:
        return WidgetState(id=widget.id, int_value=int(value))
    return WidgetState(id=widget.id, double_value=value)


def _choice(widget: Any) -> WidgetState:
    chosen = widget.raw_value if widget.set_value else widget.options[widget.default]
    return WidgetState(id=widget.id, string_value=chosen)


def _switch(widget: Any) -> WidgetState:
    value = widget.value if widget.set_value else widget.default
    return WidgetState(id=widget.id, bool_value=value)


def _date(widget: Any) -> WidgetState:
    days = widget.value if widget.set_value else widget.default
    return WidgetState(id=widget.id, string_array_value=StringArray(data=days))


# What a browser says of a widget that it was sent, by the widget's kind.
STATES: dict[str, Callable[[Any], WidgetState]] = {
    "slider": _slider,
    "number_input": _number,
    "selectbox": _choice,
    "checkbox": _switch,
    "date_input": _date,
}
