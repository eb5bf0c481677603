"""Your bill: what is paid when, what is not known, and what to ask the plan."""

import streamlit as st

from carechoice.inputs import clock
from carechoice.topics.bill import page as bill
from carechoice.topics.bill import plans
from carechoice.topics.unknown.facts import outlook
from carechoice.ui import state
from carechoice.ui.frame import card

comparison = st.session_state[state.COMPARISON]
unknown = outlook(comparison)

with st.container(horizontal=True, key="cards"):
    with card():
        bill.totals(comparison)
    bill.charts(comparison, unknown)
bill.steps(comparison)
bill.months(comparison)
bill.counted_with(comparison)
bill.what_moves_it(comparison, unknown)
plans.summary_lines(comparison.scenario, clock.today())
bill.phone_list(comparison, unknown, clock.today())
plans.another_plan(comparison)
