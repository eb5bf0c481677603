"""Your bill: what is paid when, what is not known, and what to ask the plan."""

import streamlit as st

from carechoice import clock
from carechoice.charts.break_even import break_even_chart
from carechoice.charts.running import running_chart
from carechoice.charts.unknown import swing_chart, unknown_chart
from carechoice.ui import bill, plans, state
from carechoice.ui.chart import show
from carechoice.ui.frame import card
from carechoice.unknowns import outlook

comparison = st.session_state[state.COMPARISON]
unknown = outlook(comparison)

with st.container(horizontal=True, key="cards"):
    with card():
        bill.totals(comparison)
    with card():
        show(running_chart(comparison))
    with card():
        show(break_even_chart(comparison))
    with card():
        show(unknown_chart(comparison, unknown.spreads))
bill.steps(comparison)
bill.months(comparison)
bill.counted_with(comparison)
with card():
    show(swing_chart(unknown.swings))
plans.summary_lines(comparison.scenario, clock.today())
bill.phone_list(comparison, unknown, clock.today())
plans.another_plan(comparison)
