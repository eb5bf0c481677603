"""The scenarios that a visit keeps: keep one, take it back, let it go."""

from __future__ import annotations

import streamlit as st

from carechoice.inputs.kept import Pins, pinned, without
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui import entered, state, undo
from carechoice.ui.whole import whole

NAME = "pin_name"


def held_pins() -> Pins:
    """The scenarios that this visit keeps."""
    pins: Pins = st.session_state.get(state.PINS, ())
    return pins


@whole()
def pin(scenario: Scenario) -> None:
    """Keep a scenario by the name that was typed."""
    st.session_state[state.PINS] = pinned(held_pins(), st.session_state[NAME], scenario)


@whole()
def load(scenario: Scenario) -> None:
    """Take a kept scenario back into the inputs."""
    undo.keep("kept", undo.lasting(), say("undo.kept"))
    entered.take_numbers(scenario)


@whole()
def unpin(name: str) -> None:
    """Keep a scenario no longer."""
    st.session_state[state.PINS] = without(held_pins(), name)
