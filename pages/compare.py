"""The dashboard: the key figures side by side, three charts, and what each option is like."""

import streamlit as st

from carechoice.charts import charts
from carechoice.ui import state
from carechoice.ui.chart import show
from carechoice.ui.options import crisis_lines, features, key_figures

comparison = st.session_state[state.COMPARISON]
time, cost, level = charts(comparison)

key_figures(comparison)
time_here, cost_here = st.columns(2, gap="medium")
with time_here:
    show(time)
with cost_here:
    show(cost)
show(level)
features(comparison)
crisis_lines()
