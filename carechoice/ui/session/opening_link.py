"""A link that a session begins with or a person follows: its values become the inputs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from carechoice.inputs.handed_on.kept_as_text import kept_in
from carechoice.inputs.handed_on.link import spelled
from carechoice.inputs.handed_on.opened import opened_address
from carechoice.inputs.handed_on.view_parameters import (
    FRAMED,
    PLAIN_SLIDERS,
    marks_in,
    named_screen,
)
from carechoice.ui import notes, state
from carechoice.ui.session import earlier
from carechoice.ui.session.entered import take_scenario


def read_link(today: date) -> None:
    """Once a session: take the link's values in, and note those that cannot be used."""
    if state.OPENING_NOTES in st.session_state:
        return
    names = list(st.query_params)
    pairs = [(name, text) for name in names for text in st.query_params.get_all(name)]
    marks = marks_in(pairs)
    st.session_state.setdefault(state.PLAIN_SLIDERS, PLAIN_SLIDERS in marks)
    st.session_state.setdefault(state.FRAMED, FRAMED in marks)
    take_link(pairs, today)


def take_link(pairs: Sequence[tuple[str, str]], today: date) -> None:
    """Take over what a link holds: values, kept scenarios, a screen; note what cannot be used."""
    pairs = spelled(pairs)
    opened = opened_address(pairs, today=today)
    notes.say_of_link(opened.notes, opened.about)
    earlier.hold(opened.scenario, opened.made, today)
    take_scenario(opened.scenario)
    screen = named_screen(pairs)
    if screen is not None:
        st.session_state[state.SCREEN] = screen
    kept = kept_in(pairs, today=today)
    if kept.scenarios:
        st.session_state[state.KEPT] = kept.scenarios
