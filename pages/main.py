"""Runs first at every interaction: inputs -> Scenario -> Comparison, then the chosen page."""

import streamlit as st

from carechoice import clock, words
from carechoice.ui import frame, line, stage, visit

st.set_page_config(
    page_title=words.say("app.name"), layout="wide", initial_sidebar_state="collapsed"
)
today = clock.today()
visit.go_on(today)
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
comparison = stage.show(page, today)
frame.spoken_answer(comparison)
line.line()
visit.tell(comparison, page=page.url_path)
