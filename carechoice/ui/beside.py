"""A page with the inputs beside it, and what stands around every page."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts import doubts
from carechoice.ui import controls, frame, pages
from carechoice.ui.assumed import assumption, doubts_on_paper
from carechoice.ui.components.answer import answer
from carechoice.ui.keeping import keep_button
from carechoice.ui.staff import help_for_staff


def beside_inputs(page: StreamlitPage, comparison: Comparison, today: date) -> None:
    """Draw the answer, the inputs and the page, from the top to the foot."""
    scenario, doubted = comparison.scenario, doubts(comparison, today)
    key = pages.key_of(page)
    frame.head(key)
    body = st.container(key="body")
    with body.container(key="told"):
        _answer_card(comparison, key, today)
        assumption_here = st.container()
    with body.container(key="inputs_beside"):
        folded = controls.inputs(scenario, doubted, page=key, today=today)
    with assumption_here:
        assumption(comparison, folded, picks_week=key == pages.FIRST)
        doubts_on_paper(doubted)
    with body.container(key="page"):
        help_for_staff(page, comparison, today)
        page.run()
        # Beside the inputs, too: they stay in view to the page's last line.
        frame.footer(key, scenario, today)


def _answer_card(comparison: Comparison, page: str, today: date) -> None:
    """The answer; on the first page, whose table shows what is kept, with a button to keep it."""
    with st.container(border=True, key="answer"):
        answer(comparison)
        if page == pages.FIRST:
            keep_button(comparison.scenario, today)
