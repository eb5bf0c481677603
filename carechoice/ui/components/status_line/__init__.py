"""A status line of a part of a page: seen, and spoken by screen readers when it changes."""

from __future__ import annotations

import streamlit as st

from carechoice.ui import state
from carechoice.ui.component import STATUS, component
from carechoice.ui.text import plain

_status_line = component("status_line", STATUS)


def status_line(name: str, sentence: str) -> None:
    """Say the sentence; to be drawn also while there is none, in the same place.

    With the framework's own sliders, by the framework's own means.
    """
    if not st.session_state[state.PLAIN_SLIDERS]:
        _status_line(key=f"status_line_{name}", data={"sentence": sentence})
    elif sentence:
        st.info(plain(sentence))
