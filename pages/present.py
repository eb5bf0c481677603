"""The presentation: one idea a screen, large, with a step back and a step on."""

import streamlit as st

from carechoice.present import page as present
from carechoice.present.page.kept import kept_to_show
from carechoice.present.page.navigation import navigation
from carechoice.ui import state
from carechoice.ui.today import today

comparison = st.session_state[state.COMPARISON]

day = today()

navigation(day)
kept_to_show(comparison.scenario, day)
present.change_a_number(comparison, day)
present.screen(comparison, day)
