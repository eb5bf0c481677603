"""The dashboard: three charts beside the sliders, then both options side by side and in words."""

import streamlit as st

from carechoice.files.kept.page import kept_and_now
from carechoice.topics.dashboard import page
from carechoice.topics.dashboard.charts import charts
from carechoice.ui import state
from carechoice.ui.assumed import fit_below_charts, later_start

comparison = st.session_state[state.COMPARISON]
drawn = charts(comparison)

page.charts(drawn)
fit_below_charts(comparison)
later_start(comparison)
kept_and_now(comparison)
page.what_matters(comparison)
page.key_figures(comparison)
page.in_words(drawn)
page.features(comparison)
page.crisis_lines()
