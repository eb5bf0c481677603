"""How a page is shown: beside the inputs, with help for staff, or alone as a presentation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from carechoice.comparison.compare import Comparison, compare
from carechoice.inputs.scenario import PRESENT
from carechoice.language.sentences import say
from carechoice.ui import entered, frame, pages, state
from carechoice.ui.beside import beside_inputs


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
