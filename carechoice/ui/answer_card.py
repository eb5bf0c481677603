"""The answer in its card; on the first page with a button that keeps its numbers."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.ui import pages
from carechoice.ui.components.answer import answer
from carechoice.ui.keeping import keep_button


def answer_card(comparison: Comparison, page: str, today: date) -> None:
    """Draw it. ``page`` is the key of the page: only the first has a table of what is kept."""
    with st.container(border=True, key="answer"):
        answer(comparison)
        if page == pages.FIRST:
            keep_button(comparison.scenario, today)
