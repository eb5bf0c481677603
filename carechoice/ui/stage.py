"""How a page is shown: beside the inputs, with help for staff, or alone as a presentation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from carechoice import staff_words, words
from carechoice.comparison import Comparison, compare
from carechoice.scenario import PRESENT, TOGETHER, Scenario
from carechoice.ui import controls, frame, state
from carechoice.ui.answer import answer

# The page the app opens with has no name in the address.
FIRST = "compare"


def is_presented() -> bool:
    """Whether the presentation is shown instead of the chosen page."""
    return bool(st.session_state["mode"] == PRESENT)


def staged(pages: Sequence[StreamlitPage]) -> list[StreamlitPage]:
    """The pages as they are, or the presentation at the address of each."""
    if not is_presented():
        return list(pages)
    return [
        st.Page(
            "present.py",
            title=words.say("present.page"),
            url_path=page.url_path or FIRST,
            default=not page.url_path,
        )
        for page in pages
    ]


def navigation() -> Literal["top", "hidden"]:
    """Where the links to the other pages stand: a presentation has none."""
    return "hidden" if is_presented() else "top"


def show(page: StreamlitPage, today: date) -> Comparison:
    """Draw the page with what stands around it; return the comparison it shows."""
    return _alone(page, today) if is_presented() else _beside_inputs(page, today)


def _beside_inputs(page: StreamlitPage, today: date) -> Comparison:
    frame.head()
    answer_here = st.container(border=True, key="answer")
    doubts_here = st.container()
    body = st.container(horizontal=True, gap="large", key="body")
    inputs_here = body.container()
    page_here = body.container()
    with inputs_here:
        scenario = controls.scenario_from_inputs(today)
    comparison = compare(scenario)
    st.session_state[state.COMPARISON] = comparison
    with answer_here:
        answer(comparison)
    with doubts_here:
        frame.doubts(comparison, today)
    with page_here:
        if scenario.mode == TOGETHER:
            _help_for_staff(page, scenario)
        page.run()
    frame.footer(today)
    return comparison


def _alone(page: StreamlitPage, today: date) -> Comparison:
    comparison = compare(controls.held_scenario(today))
    st.session_state[state.COMPARISON] = comparison
    with st.container(key="presentation"):
        frame.head()
        page.run()
    return comparison


def _help_for_staff(page: StreamlitPage, scenario: Scenario) -> None:
    """A thin strip: what to say, what to ask back, what keeps the balance."""
    with st.container(border=True, key="for_staff"):
        st.header(words.say("together.title"), anchor=False)
        frame.text("\n\n".join(staff_words.help_for(page.url_path or FIRST, scenario)))
