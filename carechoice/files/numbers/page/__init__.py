"""The numbers as files, on the page "Take it with you"."""

from __future__ import annotations

from functools import partial

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.numbers.ledger_sheet import ledger_csv, of_an_example
from carechoice.files.numbers.made import as_workbook
from carechoice.inputs.link import Frozen
from carechoice.language.sentences import say
from carechoice.ui.download import download
from carechoice.ui.keeping import all_kept
from carechoice.ui.text import text


def numbers(comparison: Comparison, frozen: Frozen) -> None:
    """The numbers as a workbook and as CSV; made when asked for."""
    st.header(say("share.numbers.title"), anchor=False)
    text(" ".join([say("share.numbers.lead"), *of_an_example(comparison)]))
    book = partial(as_workbook, comparison, frozen, all_kept())
    visits = partial(ledger_csv, comparison)
    with st.container(horizontal=True):
        download("share.numbers.excel", book, "numbers.xlsx", frozen)
        download("share.numbers.csv", visits, "visits.csv", frozen)
