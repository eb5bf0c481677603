"""The call to the plan, on the page "Your bill": a sheet for it, and a record of what was said."""

from __future__ import annotations

from functools import partial

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files.call.printed import on_paper
from carechoice.files.call.record_text import record_text
from carechoice.files.call.workbook import as_workbook
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.handed_on.link import Frozen
from carechoice.language.sentences import say
from carechoice.ui.components.hand_on import to_copy
from carechoice.ui.download import download
from carechoice.ui.paper_intake import held_paper
from carechoice.ui.text import on_screen_alone, text


def call(comparison: Comparison, frozen: Frozen) -> None:
    """The sheet to print and as a workbook, where there is a plan to call; made when asked for."""
    if not has_plan(comparison.scenario):
        return
    held = held_paper()
    recorded = held.paper.call if held else None
    paper = partial(on_paper, comparison, recorded, frozen.made)
    book = partial(as_workbook, comparison, recorded)
    with on_screen_alone("call"):
        st.header(say("call.header"), anchor=False)
        text(say("call.offer"))
        with st.container(horizontal=True):
            download("call.save.pdf", paper, "call.pdf", frozen)
            download("call.save.xlsx", book, "call.xlsx", frozen)


def record() -> None:
    """What was written down on a sheet that was brought back, to copy; else nothing."""
    held = held_paper()
    if held and held.paper.call:
        text(f"### {say('call.record.header')}")
        text(say("call.record.lead"))
        to_copy("call", text=record_text(held.paper.call), copy=say("call.record.copy"))
