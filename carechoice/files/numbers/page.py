"""The numbers as files, and the note, on the page "Take it with you"."""

from __future__ import annotations

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.kept import words as kept_words
from carechoice.files.kept.page import _pins
from carechoice.files.kept.words import Kept
from carechoice.files.numbers import note as record_note
from carechoice.files.numbers.sheets import ledger_csv, sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.inputs.link import Frozen
from carechoice.language.sentences import say
from carechoice.ui.download import download
from carechoice.ui.text import text

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def numbers(comparison: Comparison, frozen: Frozen) -> None:
    """The numbers as a workbook and as CSV, and a note for a record; made when asked for."""
    st.header(say("share.numbers.title"), anchor=False)
    text(say("share.numbers.lead"))
    pins = _pins()

    def book() -> bytes:
        rows: list[Kept] = kept_words.kept(pins)
        return workbook(sheets(comparison, frozen, rows))

    with st.container(horizontal=True):
        download("share.numbers.excel", book, "numbers.xlsx", EXCEL, frozen)
        download(
            "share.numbers.csv", lambda: ledger_csv(comparison), "visits.csv", "text/csv", frozen
        )
    st.header(say("share.note.title"), anchor=False)
    text(say("share.note.lead"))
    st.code(record_note.note(comparison, frozen), language=None, wrap_lines=True)
