"""The parts of a presentation: the screen that is shown, and the numbers that can be moved."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts.doubts import doubts
from carechoice.present import screens as presentation
from carechoice.present.charts import ALONE_PX, KEPT_PX, SLIDERS_PX, screen_charts
from carechoice.present.page.navigation import shown_number
from carechoice.present.page.words import WORDS
from carechoice.present.screens import SCREENS
from carechoice.ui.chart import show_beside
from carechoice.ui.inputs.main_inputs import main_numbers
from carechoice.ui.session.keeping import all_kept


def screen(comparison: Comparison, today: date) -> None:
    """The screen that is shown now."""
    number = shown_number()
    name = SCREENS[number]
    # The style sheet gives more options smaller words.
    with st.container(key=f"options_{len(comparison.options)}"):
        for chart in screen_charts(number, comparison, most_px=_room_px()):
            show_beside(chart)
        if name not in WORDS:
            return
        st.header(presentation.title(name), anchor=False)
        with st.container(key=f"words_{name}"):
            WORDS[name](comparison, today)


def _room_px() -> int:
    """How high a chart may be below what stands above it."""
    if st.session_state["change"]:
        return SLIDERS_PX
    return KEPT_PX if all_kept() else ALONE_PX


def change_a_number(comparison: Comparison, today: date) -> None:
    """The sliders that matter most, if they are switched on."""
    if st.session_state["change"]:
        with st.container(horizontal=True, key="numbers"):
            main_numbers(comparison.scenario, doubts(comparison, today))
