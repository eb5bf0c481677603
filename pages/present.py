"""The presentation: one idea a screen, large, with a step back and a step on."""

import streamlit as st

from carechoice.present import page as present
from carechoice.present.way.page import way_through
from carechoice.ui import state
from carechoice.ui.today import today

comparison = st.session_state[state.COMPARISON]

way_through()
present.change_a_number(comparison, today())
present.screen(comparison, today())
