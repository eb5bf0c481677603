"""Take it with you: the link, scenarios kept side by side, and the numbers as files."""

import streamlit as st

from carechoice.files import page as share
from carechoice.inputs.link import freeze
from carechoice.ui import state
from carechoice.ui.today import today

comparison = st.session_state[state.COMPARISON]
frozen = freeze(comparison.scenario, today())

share.link(frozen)
share.files(frozen)
share.documents(comparison, frozen)
share.kept(comparison.scenario)
share.numbers(comparison, frozen)
