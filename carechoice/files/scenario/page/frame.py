"""The comparison on a centre's own site, on the page "Take it with you", for staff."""

from __future__ import annotations

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.files.scenario.frame_code import frame_code
from carechoice.inputs.scenario import TOGETHER, Scenario
from carechoice.language.formats import in_a_row
from carechoice.language.sentences import say
from carechoice.ui.components.hand_on import to_copy
from carechoice.ui.page_address import page_address
from carechoice.ui.text import text


def on_your_site(scenario: Scenario) -> None:
    """The code to copy, with which sites may show it; for staff only."""
    if scenario.view.mode != TOGETHER:
        return
    st.header(say("share.frame.title"), anchor=False)
    text(say("share.frame.lead"))
    sites = catalog().centre.framed_by
    text(say("share.frame.sites", list=in_a_row(sites)) if sites else say("share.frame.no_site"))
    fold = st.expander(say("share.frame.code"), key="fold_frame", on_change="rerun")
    if fold.open:
        with fold:
            to_copy(
                "frame",
                text=frame_code(scenario, page_address()),
                copy=say("share.frame.copy"),
            )
