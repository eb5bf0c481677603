"""A browser cannot undo a press by repeating values from before it.

The framework's page sends the value of every input with every message. A press may set some of
them: a plan in one tap, back to the start. The next message still has the old values if the browser
has not shown the new ones yet, and would undo the press.
"""

from __future__ import annotations

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

# Sent once, and with the same meaning each time.
PRESSES = ("trigger_value", "string_trigger_value", "chat_input_value", "json_trigger_value")


class LastSaid:
    """What one browser has said last of each input."""

    def __init__(self) -> None:
        self._said: dict[str, WidgetState] = {}

    def news(self, said: WidgetStates, *, is_behind: bool) -> WidgetStates:
        """What the person has done; with the rest, unless the browser ``is_behind`` the session."""
        before, self._said = self._said, {each.id: each for each in said.widgets}
        if not is_behind:
            return said
        new = [each for each in said.widgets if _is_press(each) or before.get(each.id) != each]
        return WidgetStates(widgets=new)


def _is_press(said: WidgetState) -> bool:
    return said.WhichOneof("value") in PRESSES
