"""The catalog that a session uses: its own, or the server's."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.in_use import hand_in
from carechoice.catalog.load import served
from carechoice.catalog.tables import Catalog
from carechoice.ui import state


def of_session() -> Catalog:
    """The catalog that was handed in with the session; the server's for one that began without."""
    if state.CATALOG not in st.session_state:
        st.session_state[state.CATALOG] = served()
        st.session_state[state.IS_SERVED] = True
    held: Catalog = st.session_state[state.CATALOG]
    return held


def use() -> None:
    """Use the session's catalog for the rest of this run. Call it before anything else."""
    hand_in(of_session())
