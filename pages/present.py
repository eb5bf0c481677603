"""The presentation: one idea a screen, large, with a step back and a step on."""

import streamlit as st

from carechoice.inputs import clock
from carechoice.present import page as present
from carechoice.ui import state

comparison = st.session_state[state.COMPARISON]

present.way_through()
present.change_a_number(comparison, clock.today())
present.screen(comparison, clock.today())
