"""A bare Streamlit app to compare with: one slider and three Plotly charts.

Written as Streamlit's documentation suggests and run with default settings, so it is what a page
of three such charts costs without anything of ours.
"""

import streamlit as st
from bare_figures import LABEL, LEAST, MOST, START, TITLE, figures

st.set_page_config(layout="wide")
st.title(TITLE)
hours = st.slider(LABEL, LEAST, MOST, START, key="iop_hours_per_week")

time, cost, level = figures(hours)
left, right = st.columns(2)
left.plotly_chart(time)
right.plotly_chart(cost)
st.plotly_chart(level)
