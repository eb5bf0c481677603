"""Your week: the options placed on the person's own week, and the whole course with its dates."""

import streamlit as st

from carechoice.charts.course import course_chart
from carechoice.ui import state, week
from carechoice.ui.chart import show
from carechoice.ui.frame import card
from carechoice.week import planned_weeks

comparison = st.session_state[state.COMPARISON]
weeks = planned_weeks(comparison)

week.choose(comparison.scenario)
with card():
    week.figures(weeks)
week.calendars(weeks)
week.clashes(comparison, weeks)
with card():
    show(course_chart(comparison))
week.files(comparison)
