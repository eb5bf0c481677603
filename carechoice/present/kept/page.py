"""Which of the kept scenarios a presentation shows, picked by name or by the key of its number."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from carechoice.inputs.kept import Pin
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui import undo
from carechoice.ui.pins import held_pins, show_kept
from carechoice.ui.text import plain
from carechoice.ui.whole import whole


def kept_to_show(scenario: Scenario, today: date) -> None:
    """A button for each kept scenario, which says if it is the one shown; nothing without any.

    Below them stands the way back to numbers that were not kept, as long as there is one.
    """
    pins = held_pins()
    if not pins:
        return
    with st.container(horizontal=True, key="presented"):
        for number, pin in enumerate(pins):
            # No choice of one: that would take the arrow keys from the screens.
            st.button(
                _label(number, pin, is_shown=pin.holds(scenario)),
                key=f"present_kept_{number}",
                on_click=switch_to,
                args=(number, today),
            )
    if undo.kept():
        undo.offer()


@whole()
def switch_to(number: Any, today: date) -> None:
    """Show the kept scenario of this number, from 0; of what a browser sends only such a number."""
    pins = held_pins()
    if isinstance(number, int) and 0 <= number < len(pins):
        show_kept(pins[number].scenario, today)


def _label(number: int, pin: Pin, *, is_shown: bool) -> str:
    """The key that shows it, and its name as it was typed."""
    key = "present.kept.shown" if is_shown else "present.kept"
    return plain(say(key, n=number + 1, name=for_markdown(pin.name)))
