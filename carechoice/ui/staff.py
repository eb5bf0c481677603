"""Help for staff above a page."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from carechoice.comparison import staff as staff_words
from carechoice.comparison.changes_since import changes_since
from carechoice.comparison.compare import Comparison
from carechoice.inputs.scenario import TOGETHER
from carechoice.language.formats import day
from carechoice.language.sentences import say
from carechoice.ui import pages
from carechoice.ui.call_fields import call_to_the_plan
from carechoice.ui.session import earlier
from carechoice.ui.text import bullets, text


def help_for_staff(page: StreamlitPage, comparison: Comparison, today: date) -> None:
    """A thin strip for staff: what to say, to ask back, how to stay balanced, and the call."""
    scenario = comparison.scenario
    if scenario.view.mode != TOGETHER:
        return
    with st.container(border=True, key="for_staff"):
        st.header(say("together.title"), anchor=False)
        text("\n\n".join(staff_words.help_for(pages.key_of(page), scenario)))
        _since(comparison)
        call_to_the_plan(scenario, today)


def _since(comparison: Comparison) -> None:
    """What has changed since the earlier day of the link or the file that was opened."""
    # Its place stays, so that the fold below it does.
    place = st.container()
    opened = earlier.held()
    changes = changes_since(opened, comparison) if opened else []
    if opened and changes:
        with place:
            text(say("together.since", day=day(opened.made)))
            bullets(changes)
