"""Every number with its source, the method with the person's numbers, and the limits."""

import streamlit as st

from carechoice.ui import state
from carechoice.ui.evidence import limits, numbers, self_audit, sources, worked_sum

comparison = st.session_state[state.COMPARISON]

worked_sum(comparison)
numbers(comparison.scenario)
limits(comparison.scenario)
self_audit()
sources()
