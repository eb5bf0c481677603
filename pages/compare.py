"""The dashboard: what matters, the key figures, three charts, and what each option is like."""

import streamlit as st

from carechoice.topics.dashboard.charts import charts
from carechoice.topics.dashboard.page import crisis_lines, features, key_figures, what_matters
from carechoice.ui import state
from carechoice.ui.chart import show
from carechoice.ui.text import card

comparison = st.session_state[state.COMPARISON]
first, second, third = charts(comparison)

what_matters(comparison)
with st.container(horizontal=True, key="cards"):
    with card():
        key_figures(comparison)
    with card():
        show(first, is_ahead=True)
    with card():
        show(second, is_ahead=True)
    with card():
        show(third, is_ahead=True)
features(comparison)
crisis_lines()
