"""What staff wrote down of a call to the plan, typed in. It stays in the visit."""

from __future__ import annotations

import streamlit as st

from carechoice.documents.call_record import HEAD, Head
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.text import text

MOST_CHARACTERS = 60


def typed_of_call() -> dict[Head, str]:
    """Draw the fields; what is typed in each. No link and no file of the inputs holds it."""
    text(say("share.note.call"))
    with st.container(horizontal=True, key="note_call"):
        return {name: _field(name) for name in HEAD}


def _field(name: Head) -> str:
    return st.text_input(
        say(f"call.head.{name}"),
        max_chars=MOST_CHARACTERS,
        key=state.call_key(name),
        persist_state="session",
    )
