"""The presentation: one idea a screen, large, with a step back and a step on."""

from datetime import date

import streamlit as st

from carechoice.ui import present, state

comparison = st.session_state[state.COMPARISON]

present.way_through()
present.change_a_number(comparison.scenario)
present.screen(comparison, date.today())
