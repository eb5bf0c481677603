"""Fields for what staff write down during a call to the plan. It stays in the visit."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.documents.call_record import HEAD, CallRecord, Head, with_head
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.paper_intake import held_paper
from carechoice.ui.text import text

MOST_CHARACTERS = 60


def call_fields() -> None:
    """Draw the fields. No link and no file of the inputs holds what is typed in them."""
    text(say("together.call.lead"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="note_call"):
        for name in HEAD:
            st.text_input(
                say(f"call.head.{name}"),
                max_chars=MOST_CHARACTERS,
                key=state.call_key(name),
                persist_state="session",
            )


def call_so_far(*, typed: bool) -> CallRecord:
    """What is known of the call: from the sheet that was brought back and, if so, as ``typed``."""
    held = held_paper()
    of_fields = {name: _typed(name) for name in HEAD} if typed else {}
    return with_head(held.paper.call if held else None, of_fields)


def day_of_call(today: date) -> date:
    """The day on which the plan said it: that of the call, where one is noted that has been."""
    day = call_so_far(typed=True).day
    return day if day and day <= today else today


def _typed(name: Head) -> str:
    return st.session_state.get(state.call_key(name)) or ""
