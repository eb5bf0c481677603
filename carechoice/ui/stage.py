"""How a page is shown: with the inputs next to it, or alone as a presentation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.doubts.doubts import doubts
from carechoice.inputs.scenario import PRESENT
from carechoice.language.sentences import say
from carechoice.ui import frame, pages, state
from carechoice.ui.assumed import assumption, doubts_on_paper
from carechoice.ui.components.answer import answer
from carechoice.ui.inputs import controls
from carechoice.ui.session import entered
from carechoice.ui.session.keeping import keep_button
from carechoice.ui.staff import help_for_staff


def is_presented() -> bool:
    """Whether the presentation is shown instead of the chosen page."""
    return bool(st.session_state["mode"] == PRESENT)


def staged(listed: Sequence[StreamlitPage]) -> list[StreamlitPage]:
    """The pages as they are, or the presentation at the address of each."""
    if not is_presented():
        return list(listed)
    return [
        st.Page(
            "present.py",
            title=say("present.page"),
            url_path=pages.key_of(page),
            default=pages.key_of(page) == pages.FIRST,
        )
        for page in listed
    ]


def heading(page: StreamlitPage) -> str:
    """The heading that the shown page or the presentation begins with."""
    return say("title") if is_presented() else page.title


def show(page: StreamlitPage, today: date) -> Comparison:
    """Draw the page and everything around it; return the comparison it shows."""
    comparison = compare(entered.held_scenario(today))
    st.session_state[state.COMPARISON] = comparison
    if is_presented():
        _alone(page)
    else:
        beside_inputs(page, comparison, today)
    return comparison


def _alone(page: StreamlitPage) -> None:
    with st.container(key="presentation"):
        frame.head_of_presentation()
        page.run()


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
