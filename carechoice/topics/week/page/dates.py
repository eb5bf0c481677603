"""The dates of either option as a calendar file, on the page "Your week"."""

from __future__ import annotations

from collections.abc import Callable
from secrets import token_bytes

import streamlit as st

from carechoice.catalog.in_use import with_this_catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.language.sentences import say
from carechoice.topics.week import words as week_words
from carechoice.topics.week.calendar_file import calendar_file_name, made_now
from carechoice.topics.week.page.setup import CHOICE_WIDTH_PX
from carechoice.ui import state
from carechoice.ui.one_input import draw
from carechoice.ui.text import on_screen_alone, text

KEY_BYTES = 32


def files(comparison: Comparison) -> None:
    """The dates of either option as a calendar file, made when it is asked for."""
    with on_screen_alone("calendar"):
        st.header(say("ics.title"), anchor=False)
        text(week_words.calendar_lead(comparison.scenario))
        with st.container(width=CHOICE_WIDTH_PX):
            draw("time_zone", comparison.scenario)
        row = st.container(horizontal=True)
        for pathway, option in comparison.options.items():
            row.download_button(
                say(f"ics.download.{option.words_key}"),
                data=with_this_catalog(_file(comparison, pathway)),
                file_name=calendar_file_name(comparison, pathway),
                mime="text/calendar",
                key=f"ics_{pathway}",
                on_click="ignore",
            )


def _file(comparison: Comparison, pathway: Pathway) -> Callable[[], bytes]:
    key = st.session_state.setdefault(state.CALENDAR_KEY, token_bytes(KEY_BYTES))
    return lambda: made_now(comparison, pathway, key=key)
