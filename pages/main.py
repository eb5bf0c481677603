"""Runs first at every interaction: inputs -> Scenario -> Comparison, then the chosen page."""

from datetime import date

import streamlit as st

from carechoice import words
from carechoice.ui import address, controls, frame, fresh_start, notes, stage

st.set_page_config(
    page_title=words.say("app.name"), layout="wide", initial_sidebar_state="collapsed"
)
today = date.today()
controls.read_link(today)
page = st.navigation(
    stage.staged(
        [
            st.Page("compare.py", title=words.say("page.compare"), default=True),
            st.Page("bill.py", title=words.say("page.bill")),
            st.Page("week.py", title=words.say("page.week")),
            st.Page("care.py", title=words.say("page.care")),
            st.Page("decide.py", title=words.say("page.decide")),
            st.Page("share.py", title=words.say("page.share")),
            st.Page("sources.py", title=words.say("page.sources")),
        ]
    ),
    position=stage.navigation(),
)
notes.let_go()
fresh_start.let_go(page.url_path)
comparison = stage.show(page, today)
scenario = comparison.scenario
frame.spoken_answer(comparison)
address.show(scenario.to_short_query(today=today), page=page.url_path, numbers=scenario.numbers())
