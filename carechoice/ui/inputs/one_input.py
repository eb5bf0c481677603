"""One input, drawn as its row says: a choice, a switch, a day or a number."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.comparison.doubts.doubt import Doubt, can_be_doubted
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.inputs.what_counts import is_disabled
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.components.doubt import doubt
from carechoice.ui.components.slider import SliderNote, slider
from carechoice.ui.inputs.picked_input import choice, day, label_of, picked_days, switch
from carechoice.ui.inputs.plain_slider import plain_slider
from carechoice.ui.session.entered import take_moved

# How each kind of input other than a number is drawn.
DRAWN = {
    "choice": choice,
    "day_of_year": choice,
    "weekdays": picked_days,
    "yes_no": switch,
    "date": day,
}


def draw(field: str, scenario: Scenario) -> None:
    """Draw one input on the page it belongs to."""
    one_input(catalog().parameters[field], scenario)


def one_input(row: Parameter, scenario: Scenario, doubts: Sequence[Doubt] = ()) -> None:
    """Draw the input of a row, and any doubt about it."""
    note_text = " ".join(doubt.sentence for doubt in doubts if doubt.field == row.key)
    draw = DRAWN.get(row.kind)
    if draw:
        draw(row, label_of(row, scenario))
    elif not st.session_state[state.PLAIN_SLIDERS]:
        _live_slider(row, scenario, note_text)
        return
    else:
        plain_slider(row)
    if can_be_doubted(row.key):
        doubt(row.key, note_text)


def _live_slider(row: Parameter, scenario: Scenario, note_text: str) -> None:
    """Our own slider, with whose its value is and what is doubtful about it."""
    beside = SliderNote(
        badge=say(f"badge.{standing(row.key, scenario)}"),
        note=note_text,
        disabled=is_disabled(row, st.session_state.__getitem__),
    )
    slider(row, st.session_state[row.key], beside, on_move=take_moved)
