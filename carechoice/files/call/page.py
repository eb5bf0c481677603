"""The sheet for a call to the plan, on the page "Your bill"."""

from __future__ import annotations

from functools import partial

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.call.made import as_workbook, on_paper
from carechoice.files.media_types import EXCEL, PDF
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.link import Frozen
from carechoice.language.sentences import say
from carechoice.ui.brought import brought
from carechoice.ui.download import download
from carechoice.ui.text import on_screen_alone, text


def call(comparison: Comparison, frozen: Frozen) -> None:
    """The sheet to print and as a workbook, where there is a plan to call; made when asked for."""
    if not has_plan(comparison.scenario):
        return
    held = brought()
    record = held.paper.call if held else None
    paper = partial(on_paper, comparison, record, frozen.made)
    book = partial(as_workbook, comparison, record)
    with on_screen_alone("call"):
        st.header(say("call.header"), anchor=False)
        text(say("call.offer"))
        with st.container(horizontal=True):
            download("call.save.pdf", paper, "call.pdf", PDF, frozen)
            download("call.save.xlsx", book, "call.xlsx", EXCEL, frozen)
