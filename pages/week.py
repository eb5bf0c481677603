"""Your week: the options placed on the person's own week, and the whole course with its dates."""

import streamlit as st

from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.topics.week import page as week
from carechoice.topics.week.course_chart import course_chart
from carechoice.ui import state
from carechoice.ui.chart import show
from carechoice.ui.pages import link_to_sources
from carechoice.ui.text import card

comparison = st.session_state[state.COMPARISON]
weeks = planned_weeks(comparison)

week.choose(comparison.scenario)
with card():
    week.figures(comparison, weeks)
    link_to_sources()
week.calendars(weeks)
week.clashes(comparison, weeks)
with card():
    show(course_chart(comparison))
week.files(comparison)
