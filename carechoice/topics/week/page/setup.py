"""Where the person says what their week is like, on the page "Your week"."""

from __future__ import annotations

import streamlit as st

from carechoice.comparison.compare import PATHWAYS
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.week import words as week_words
from carechoice.topics.week.page.hours import own_hours
from carechoice.ui.example_week import example_week
from carechoice.ui.one_input import draw
from carechoice.ui.text import bullets, text

CHOICE_WIDTH_PX = 260


def choose(scenario: Scenario) -> None:
    """Where the person says what their week is like and when the visits are."""
    st.header(say("week.title"), anchor=False)
    text(say("week.lead"))
    row = st.container(horizontal=True)
    with row.container(width=CHOICE_WIDTH_PX):
        example_week(scenario)
    for pathway in PATHWAYS:
        with row.container(width=CHOICE_WIDTH_PX):
            draw(f"{pathway}_time_of_day", scenario)
    bullets(week_words.set_up(scenario))
    own_hours(scenario)
