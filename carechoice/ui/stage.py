"""How a page is shown: beside the inputs, with help for staff, or alone as a presentation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from carechoice.comparison import staff as staff_words
from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.doubts import Doubt, doubts, in_short
from carechoice.inputs.scenario import PRESENT, TOGETHER, Scenario
from carechoice.language.sentences import say
from carechoice.ui import controls, entered, frame, fresh_start, pages, state
from carechoice.ui.assumed import assumption, doubts_on_paper
from carechoice.ui.components.answer import answer
from carechoice.ui.text import text


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
    """Draw the page with what stands around it; return the comparison it shows."""
    comparison = compare(entered.held_scenario(today))
    st.session_state[state.COMPARISON] = comparison
    if is_presented():
        _alone(page)
    else:
        _beside_inputs(page, comparison, today)
    return comparison


def _beside_inputs(page: StreamlitPage, comparison: Comparison, today: date) -> None:
    scenario, doubted = comparison.scenario, doubts(comparison, today)
    frame.head(pages.key_of(page))
    with st.container(border=True, key="answer"):
        answer(comparison)
    assumption_here = st.container()
    body = st.container(horizontal=True, gap="large", key="body")
    with body.container():
        _fold_for_phones(scenario, doubted, pages.key_of(page))
        with st.container(key="inputs"):
            folded = controls.inputs(scenario, doubted)
            fresh_start.buttons(scenario, today)
    with assumption_here:
        fresh_start.offer_undo_on_top()
        assumption(scenario, folded)
        doubts_on_paper(doubted)
    with body.container(key="page"):
        if scenario.view.mode == TOGETHER:
            _help_for_staff(page, scenario)
        page.run()
    frame.footer(today)


def _fold_for_phones(scenario: Scenario, doubted: Sequence[Doubt], page: str) -> None:
    """A line that opens the inputs where they stand above the page instead of beside it.

    The server does not know how wide a window is, so the style sheet (house.css) shows the fold
    there only, and the inputs below it while it is open. Each page has its own, which is closed
    when the person arrives; on the first page the inputs are what the person came for.
    """
    if page == pages.FIRST:
        return
    with st.expander(
        in_short(scenario, doubted),
        key=f"inputs_fold_{page}",
    ):
        text(say("inputs.in_short.lead"))


def _alone(page: StreamlitPage) -> None:
    with st.container(key="presentation"):
        frame.head_of_presentation()
        page.run()


def _help_for_staff(page: StreamlitPage, scenario: Scenario) -> None:
    """A thin strip: what to say, what to ask back, what keeps the balance."""
    with st.container(border=True, key="for_staff"):
        st.header(say("together.title"), anchor=False)
        text("\n\n".join(staff_words.help_for(pages.key_of(page), scenario)))
