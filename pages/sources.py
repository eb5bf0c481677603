"""Every number with its source, the method with the person's numbers, and the limits."""

import streamlit as st

from carechoice.topics.sources.page import (
    limits,
    numbers,
    self_audit,
    sources,
    worked_bills,
    worked_sum,
)
from carechoice.ui import state

comparison = st.session_state[state.COMPARISON]

worked_sum(comparison)
worked_bills()
numbers(comparison.scenario)
limits(comparison.scenario)
self_audit()
sources()
