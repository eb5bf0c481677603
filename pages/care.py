"""Level of care: the ladder, what it includes, what fills the hours, and what is known."""

import streamlit as st

from carechoice.topics.care import page as care
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.included import included_chart
from carechoice.topics.dashboard.page import crisis_lines
from carechoice.ui import state
from carechoice.ui.chart import show
from carechoice.ui.text import card

comparison = st.session_state[state.COMPARISON]

care.ladder(comparison)
with st.container(horizontal=True, key="cards"):
    with card():
        show(included_chart(comparison))
    with card():
        show(filling_chart(comparison))
care.neither()
crisis_lines()
care.likeness(comparison)
care.waiting()
care.research()
