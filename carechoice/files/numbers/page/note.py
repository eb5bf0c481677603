"""The note for a record, on the page "Take it with you"."""

from __future__ import annotations

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.numbers import note as record_note
from carechoice.files.numbers.note_since import since_lines
from carechoice.inputs.link import Frozen
from carechoice.inputs.scenario import TOGETHER
from carechoice.language.sentences import say
from carechoice.ui import earlier
from carechoice.ui.call_fields import call_so_far
from carechoice.ui.components.hand_on import to_copy
from carechoice.ui.text import text


def note(comparison: Comparison, frozen: Frozen) -> None:
    """The note for a record, to be copied; with what staff wrote down of a call."""
    st.header(say("share.note.title"), anchor=False)
    text(say("share.note.lead"))
    call = call_so_far(typed=comparison.scenario.view.mode == TOGETHER)
    since = since_lines(earlier.held(), comparison, frozen.made)
    told = record_note.note(comparison, frozen, call, since)
    to_copy("note", text=told, copy=say("share.note.copy"))
