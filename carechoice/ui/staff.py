"""Help for staff above a page."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from carechoice.comparison import staff as staff_words
from carechoice.inputs.scenario import TOGETHER, Scenario
from carechoice.language.sentences import say
from carechoice.ui import pages
from carechoice.ui.text import text


def help_for_staff(page: StreamlitPage, scenario: Scenario) -> None:
    """A thin strip for staff and client: what to say, to ask back, what keeps the balance."""
    if scenario.view.mode != TOGETHER:
        return
    with st.container(border=True, key="for_staff"):
        st.header(say("together.title"), anchor=False)
        text("\n\n".join(staff_words.help_for(pages.key_of(page), scenario)))
