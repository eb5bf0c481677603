"""The dashboard: three charts beside the sliders, then both options side by side and in words."""

import streamlit as st

from carechoice.topics.dashboard.charts import charts
from carechoice.topics.dashboard.page import crisis_lines, features, key_figures, what_matters
from carechoice.ui import state
from carechoice.ui.chart import show_figure, tell
from carechoice.ui.text import card

comparison = st.session_state[state.COMPARISON]
drawn = charts(comparison)

with st.container(horizontal=True, key="cockpit"):
    for chart in drawn:
        with st.container():
            show_figure(chart, is_ahead=True)
what_matters(comparison)
key_figures(comparison)
with st.container(horizontal=True, key="charts_told"):
    for chart in drawn:
        with card():
            tell(chart)
features(comparison)
crisis_lines()
