"""Values that our components send are read as plain values.

For each component the framework makes a new class in every run, fifteen in all, so that writing
into such a value writes into the session too. No page of ours does that. Each such class refers to
itself, so memory filled up until Python collected them, and pages waited meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from streamlit.components.v2.bidi_component import main as parts
from streamlit.components.v2.presentation import make_bidi_component_presenter
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.common import WidgetValuePresenter

EVENTS = "json_trigger_value"


def presenter(
    aggregator_id: str, _part: str | None = None, _keys: set[str] | None = None
) -> WidgetValuePresenter:
    """How the session shows the value of a component: with the events of this run."""

    def presented(held: object, session: SessionState) -> object:
        if not isinstance(held, dict):
            return held
        return {**_events(aggregator_id, session), **held}

    return presented


def _events(aggregator_id: str, session: SessionState) -> Mapping[str, Any]:
    """The events that a part has told of with this run, by name; the last of each."""
    said = session._new_widget_state
    about = said.widget_metadata.get(aggregator_id)
    if about is None or about.value_type != EVENTS:
        return {}
    try:
        told = said[aggregator_id]
    except KeyError:
        return {}
    events = told if isinstance(told, list) else [told]
    return {
        each["event"]: each.get("value")
        for each in events
        if isinstance(each, dict) and isinstance(each.get("event"), str)
    }


def read_plain_values() -> None:
    """Install the change for every part that a page of this process draws from now on."""
    setattr(parts, make_bidi_component_presenter.__name__, presenter)
