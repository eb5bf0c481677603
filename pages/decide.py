"""What matters: topics that come first, how sure the person is, and what comes next."""

import streamlit as st

from carechoice.topics.decide import page as decide
from carechoice.ui import state

comparison = st.session_state[state.COMPARISON]

decide.topics(comparison)
decide.how_sure()
decide.assessment(comparison)
decide.next_steps(comparison)
