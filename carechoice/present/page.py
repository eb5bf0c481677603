"""The parts of a presentation: the screen that is shown, and the numbers that can be moved."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts import doubts
from carechoice.drawing.style import no_higher
from carechoice.present import screens as presentation
from carechoice.present.charts import CHARTS
from carechoice.present.screens import SCREENS
from carechoice.present.told.page import WORDS
from carechoice.present.way.page import shown_number
from carechoice.ui.chart import show_beside
from carechoice.ui.main_inputs import main_numbers

# How high a chart may be on a wide and low screen, beside the sliders and without them.
LOW_PX, HIGH_PX = 270, 340


def screen(comparison: Comparison, today: date) -> None:
    """The screen that is shown now."""
    name = SCREENS[shown_number()]
    if name in CHARTS:
        height = LOW_PX if st.session_state["change"] else HIGH_PX
        show_beside(no_higher(CHARTS[name](comparison), height))
        return
    st.header(presentation.title(name), anchor=False)
    with st.container(key=f"words_{name}"):
        WORDS[name](comparison, today)


def change_a_number(comparison: Comparison, today: date) -> None:
    """The sliders that matter most, if they are switched on."""
    if st.session_state["change"]:
        with st.container(horizontal=True, key="numbers"):
            main_numbers(comparison.scenario, doubts(comparison, today))
