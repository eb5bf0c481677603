"""The numbers as files, and the note for a record, on the page "Take it with you"."""

from __future__ import annotations

from functools import partial

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.numbers import record_note
from carechoice.files.numbers.ledger_sheet import ledger_csv, what_visits_rest_on
from carechoice.files.numbers.workbook import as_workbook
from carechoice.inputs.handed_on.link import Frozen
from carechoice.inputs.scenario import TOGETHER
from carechoice.language.sentences import say
from carechoice.ui.call_fields import call_so_far
from carechoice.ui.components.hand_on import to_copy
from carechoice.ui.download import download
from carechoice.ui.session import earlier
from carechoice.ui.session.keeping import all_kept
from carechoice.ui.text import text


def numbers(comparison: Comparison, frozen: Frozen) -> None:
    """The numbers as a workbook and as CSV; made when asked for."""
    st.header(say("share.numbers.title"), anchor=False)
    text(" ".join([say("share.numbers.lead"), *what_visits_rest_on(comparison)]))
    book = partial(as_workbook, comparison, frozen, all_kept())
    visits = partial(ledger_csv, comparison)
    with st.container(horizontal=True):
        download("share.numbers.excel", book, "numbers.xlsx", frozen)
        download("share.numbers.csv", visits, "visits.csv", frozen)


def note(comparison: Comparison, frozen: Frozen) -> None:
    """The note for a record, to be copied; with what staff wrote down of a call."""
    st.header(say("share.note.title"), anchor=False)
    text(say("share.note.lead"))
    call = call_so_far(typed=comparison.scenario.view.mode == TOGETHER)
    since = earlier.lines_for_note(comparison, frozen.made)
    shown = record_note.note(comparison, frozen, call, since)
    to_copy("note", text=shown, copy=say("share.note.copy"))
