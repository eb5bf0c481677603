"""Help for staff above a page."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from carechoice.comparison import staff as staff_words
from carechoice.inputs.scenario import TOGETHER, Scenario
from carechoice.language.sentences import say
from carechoice.ui import pages
from carechoice.ui.said_on_call import call_to_the_plan
from carechoice.ui.text import text


def help_for_staff(page: StreamlitPage, scenario: Scenario, today: date) -> None:
    """A thin strip for staff and client: what to say, to ask back, to keep even; and the call."""
    if scenario.view.mode != TOGETHER:
        return
    with st.container(border=True, key="for_staff"):
        st.header(say("together.title"), anchor=False)
        text("\n\n".join(staff_words.help_for(pages.key_of(page), scenario)))
        call_to_the_plan(scenario, today)
