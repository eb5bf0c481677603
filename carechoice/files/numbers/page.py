"""The numbers as files, on the page "Take it with you"."""

from __future__ import annotations

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.kept import words as kept_words
from carechoice.files.numbers.ledger_sheet import ledger_csv
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.inputs.link import Frozen
from carechoice.language.sentences import say
from carechoice.ui.download import download
from carechoice.ui.pins import held_pins
from carechoice.ui.text import text

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def numbers(comparison: Comparison, frozen: Frozen) -> None:
    """The numbers as a workbook and as CSV; made when asked for."""
    st.header(say("share.numbers.title"), anchor=False)
    text(say("share.numbers.lead"))
    pins = held_pins()

    def book() -> bytes:
        return workbook(sheets(comparison, frozen, kept_words.kept(pins)))

    with st.container(horizontal=True):
        download("share.numbers.excel", book, "numbers.xlsx", EXCEL, frozen)
        download(
            "share.numbers.csv", lambda: ledger_csv(comparison), "visits.csv", "text/csv", frozen
        )
