"""A number as a slider: ours, or that of the framework."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.rows import Parameter
from carechoice.inputs.counting import is_disabled
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.language.sentences import say
from carechoice.ui.components.slider import Beside, slider
from carechoice.ui.entered import follow, take_moved
from carechoice.ui.plain_slider import plain_slider


def live_slider(row: Parameter, scenario: Scenario, told: str) -> None:
    """A number that is live while it is moved, with what is doubtful about it."""
    beside = Beside(
        badge=say(f"badge.{standing(row.key, scenario)}"),
        note=told,
        disabled=is_disabled(row, st.session_state.__getitem__),
    )
    slider(row, st.session_state[row.key], beside, on_move=take_moved)


def slider_of_framework(row: Parameter) -> None:
    """The same by the framework's means."""
    plain_slider(
        row,
        disabled=is_disabled(row, st.session_state.__getitem__),
        on_change=follow,
        take=take_moved,
    )
