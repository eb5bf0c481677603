"""Your bill: what is paid when, what is not known, and what to ask the plan."""

import streamlit as st

from carechoice.files.call.page import call, record
from carechoice.inputs.handed_on.link import freeze
from carechoice.topics.bill import page as bill
from carechoice.topics.bill.bad_case import page as bad_case
from carechoice.topics.bill.papers.page import papers
from carechoice.topics.unknown import page as unknown
from carechoice.topics.unknown.swings import swings
from carechoice.ui import state
from carechoice.ui.assumed import later_start
from carechoice.ui.text import card
from carechoice.ui.today import today

comparison = st.session_state[state.COMPARISON]

with card():
    bill.totals(comparison)
with st.container(horizontal=True, key="cards"):
    bill.charts(comparison)
    unknown.ranges(comparison)
later_start(comparison)
bill.steps(comparison)
bad_case.months(comparison)
bad_case.stopping(comparison)
bill.counted_with(comparison)
# It takes longest, and what stands above is there before.
found = swings(comparison.scenario)
unknown.what_moves_it(comparison, found)
papers(comparison.scenario)
unknown.phone_list(comparison, found, today())
call(comparison, freeze(comparison.scenario, today()))
record()
bill.recourses(comparison)
bill.another_plan(comparison)
