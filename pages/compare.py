"""The dashboard: the key figures side by side, three charts, and what each option is like."""

import streamlit as st

from carechoice.charts import charts
from carechoice.ui import state
from carechoice.ui.chart import show
from carechoice.ui.frame import card
from carechoice.ui.options import crisis_lines, features, key_figures

comparison = st.session_state[state.COMPARISON]
time, cost, level = charts(comparison)

with st.container(horizontal=True, key="cards"):
    with card():
        key_figures(comparison)
    with card():
        show(time)
    with card():
        show(cost)
    with card():
        show(level)
features(comparison)
crisis_lines()
