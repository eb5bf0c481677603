"""What a part has said reads as the framework reads it, without a class of its own."""

from types import SimpleNamespace

import pytest
from streamlit.components.v2.presentation import make_bidi_component_presenter

from carechoice.web.patches.component_values import EVENTS, presenter


class Said(dict):
    """What a browser has said, with what the framework knows of it."""

    def __init__(self, *given, kind):
        super().__init__(*given)
        self.widget_metadata = {"events": SimpleNamespace(value_type=kind)} if kind else {}


MOVE = {"event": "value", "value": {"value": 12, "move": "3"}}
BEFORE = {"event": "value", "value": {"value": 11, "move": "2"}}


@pytest.mark.parametrize("held", [{}, {"back": "x"}, {"value": 7}, None, "text", [1]])
@pytest.mark.parametrize("kind", [EVENTS, "json_value", ""])
@pytest.mark.parametrize(
    "told",
    [
        {},
        *({"events": each} for each in (None, [], [MOVE], [BEFORE, MOVE], MOVE, ["x"], "x", [{}])),
    ],
)
def test_it_reads_as_the_framework_reads_it(held, kind, told):
    session = SimpleNamespace(_new_widget_state=Said(told, kind=kind))
    theirs = make_bidi_component_presenter("events", "part", {"back"})(held, session)
    ours = presenter("events", "part", {"back"})(held, session)
    assert ours == theirs


def test_of_two_events_of_one_name_the_last_one_counts():
    session = SimpleNamespace(_new_widget_state=Said({"events": [BEFORE, MOVE]}, kind=EVENTS))
    assert presenter("events")({}, session) == {"value": {"value": 12, "move": "3"}}


def test_what_it_reads_is_a_plain_dictionary():
    session = SimpleNamespace(_new_widget_state=Said({"events": [MOVE]}, kind=EVENTS))
    assert type(presenter("events")({"back": "x"}, session)) is dict
