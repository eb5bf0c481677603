"""A page goes on whatever a browser says of its inputs: values of every kind, for all of them."""

import pytest
from by_night import mostly_by_night
from page_reader import PAGES, unfolded
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.state.session_state import SessionState, WStates

from carechoice.web.patches.usable_values import take_usable_values_only

NOISE = "zqxjv"
# A component reports what happened by its name and what it sent; the rest is no report of ours.
# Buttons are not all pressed at once: no page can show two windows over it.
SAID = [
    {"string_value": NOISE},
    {"string_array_value": {"data": [NOISE, ""]}},
    {"int_value": -(2**62)},
    {"int_array_value": {"data": [2**62]}},
    {"double_value": float("nan")},
    {"double_array_value": {"data": [float("inf"), 1e308, -1.0]}},
    {"bool_value": True},
    {"bytes_value": b"\xff"},
    {"json_value": f'"{NOISE}"'},
    {"json_trigger_value": f'[{{"event": "value", "value": {{"value": "{NOISE}"}}}}]'},
    {"json_trigger_value": f'[{{"event": "{NOISE}", "value": [null]}}]'},
    {},
]


@pytest.fixture(autouse=True)
def usable_only(monkeypatch):
    for owner, name in ((SessionState, "_set_widget_metadata"), (WStates, "set_widget_from_proto")):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    take_usable_values_only()


@pytest.mark.parametrize("page", mostly_by_night(PAGES, by_day=["bill.py", "share.py"]))
def test_a_page_goes_on(page):
    app = unfolded(page)
    told = app.session_state._state._state._new_widget_state.widget_metadata
    names = [*told]
    assert len(names) > 20
    for said in SAID:
        app._run(WidgetStates(widgets=[WidgetState(id=name, **said) for name in names]))
        assert not app.exception, said
