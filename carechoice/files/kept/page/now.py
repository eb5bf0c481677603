"""Kept scenarios beside what is shown now, below the charts that follow the sliders."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.kept import side_by_side
from carechoice.files.kept import words as kept_words
from carechoice.files.kept.page.handling import handle
from carechoice.files.kept.words import KeptComparison
from carechoice.language.sentences import say
from carechoice.ui.chart import table
from carechoice.ui.keeping import all_kept
from carechoice.ui.text import card


def kept_and_now(comparison: Comparison) -> None:
    """One table of all of them, then what is done with each; nothing where none is kept."""
    kept = all_kept()
    # Its place stays while none is kept: what follows is not redrawn once one is.
    with st.container():
        if kept:
            _beside_now(kept_words.compared(kept), comparison)


def _beside_now(rows: Sequence[KeptComparison], comparison: Comparison) -> None:
    st.header(say("pins.title"), anchor=False)
    columns = side_by_side.beside_now(rows, comparison)
    with st.container(key="kept_table"):
        table(side_by_side.header(columns), side_by_side.rows(columns), name=say("pins.title"))
    with st.container(horizontal=True, key="kept_handles"):
        for row in rows:
            with card():
                handle(row.name, row.comparison.scenario)
