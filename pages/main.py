"""Runs first at every interaction: inputs -> Scenario -> Comparison, then the chosen page."""

from datetime import date

import streamlit as st

from carechoice import words
from carechoice.comparison import compare
from carechoice.ui import address, controls, frame, state

st.set_page_config(
    page_title=words.say("app.name"), layout="wide", initial_sidebar_state="collapsed"
)
page = st.navigation(
    [
        st.Page("compare.py", title=words.say("page.compare"), default=True),
        st.Page("bill.py", title=words.say("page.bill")),
        st.Page("week.py", title=words.say("page.week")),
        st.Page("care.py", title=words.say("page.care")),
        st.Page("decide.py", title=words.say("page.decide")),
        st.Page("share.py", title=words.say("page.share")),
        st.Page("sources.py", title=words.say("page.sources")),
    ],
    position="top",
)
today = date.today()
controls.read_link(today)

frame.head()
answer_here = st.container(border=True, key="answer")
doubts_here = st.container()
body = st.container(horizontal=True, gap="large", key="body")
inputs_here = body.container()
page_here = body.container()
with inputs_here:
    scenario = controls.scenario_from_inputs(today)
comparison = compare(scenario)
st.session_state[state.COMPARISON] = comparison
with answer_here:
    frame.answer(comparison)
with doubts_here:
    frame.doubts(comparison, today)
with page_here:
    page.run()
frame.footer(today)
frame.spoken_answer(comparison)
address.show(scenario.to_short_query(today=today), page=page.url_path, numbers=scenario.numbers())
