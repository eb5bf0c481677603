"""The settings: how the pages are shown, and back to the start."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.inputs.places import rows_in
from carechoice.inputs.scenario import TOGETHER, Scenario
from carechoice.language.sentences import say
from carechoice.ui import fresh_start, state
from carechoice.ui.one_input import one_input


def settings(scenario: Scenario, today: date) -> None:
    """A fold that holds them; drawn only when it is open, as it is for staff from the start."""
    fold = st.expander(
        say("controls.settings"),
        expanded=scenario.view.mode == TOGETHER,
        key=state.SETTINGS,
        on_change="rerun",
    )
    if fold.open:
        with fold:
            st.toggle(
                say("controls.plain_sliders"),
                value=st.session_state[state.PLAIN_SLIDERS],
                key=state.PLAIN_SLIDERS,
                help=say("controls.plain_sliders.help"),
                persist_state="session",
            )
            for row in rows_in(scenario, "main", "mode"):
                one_input(row, scenario)
            fresh_start.buttons(scenario, today)
