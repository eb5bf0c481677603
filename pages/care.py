"""Level of care: the ladder, what it includes, what fills the hours, and what is known."""

import streamlit as st

from carechoice.topics.care import page as care
from carechoice.topics.dashboard.page import crisis_lines
from carechoice.ui import state

comparison = st.session_state[state.COMPARISON]

care.ladder(comparison)
care.charts(comparison)
care.neither()
crisis_lines()
care.likeness(comparison)
care.waiting()
care.research()
