"""Level of care: the ladder, what it includes, what fills the hours, and what is known."""

import streamlit as st

from carechoice.charts.filling import filling_chart
from carechoice.charts.included import included_chart
from carechoice.ui import care, state
from carechoice.ui.chart import show
from carechoice.ui.frame import card
from carechoice.ui.options import crisis_lines

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
