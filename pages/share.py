"""Take it with you: the link, scenarios kept side by side, and the numbers as files."""

import streamlit as st

from carechoice import clock
from carechoice.frozen import freeze
from carechoice.ui import share, state

comparison = st.session_state[state.COMPARISON]
frozen = freeze(comparison.scenario, clock.today())

share.link(frozen)
share.files(frozen)
share.documents(comparison, frozen)
share.kept(comparison.scenario)
share.numbers(comparison, frozen)
