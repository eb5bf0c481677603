"""Your week: both options placed on the person's own week, and the whole course with its dates."""

import streamlit as st

from carechoice.charts.course import course_chart
from carechoice.charts.week import week_charts
from carechoice.ui import state, week
from carechoice.ui.chart import show
from carechoice.ui.frame import card
from carechoice.week import planned_weeks

comparison = st.session_state[state.COMPARISON]
weeks = planned_weeks(comparison)
therapy, iop = week_charts(weeks)

week.choose(comparison.scenario)
with card():
    week.figures(weeks)
with st.container(horizontal=True, key="cards"):
    with card():
        show(therapy)
    with card():
        show(iop)
week.clashes(comparison, weeks)
with card():
    show(course_chart(comparison))
week.files(comparison)
