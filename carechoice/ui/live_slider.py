"""A number that is live while it is moved, with whose it is and what is doubtful about it."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.rows import Parameter
from carechoice.inputs.counting import is_disabled
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.language.sentences import say
from carechoice.ui.components.slider import SliderNote, slider
from carechoice.ui.entered import take_moved


def live_slider(row: Parameter, scenario: Scenario, told: str) -> None:
    """Draw the input of a number row with our own slider, and what is ``told`` about it."""
    beside = SliderNote(
        badge=say(f"badge.{standing(row.key, scenario)}"),
        note=told,
        disabled=is_disabled(row, st.session_state.__getitem__),
    )
    slider(row, st.session_state[row.key], beside, on_move=take_moved)
