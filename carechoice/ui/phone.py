"""The inputs on a phone: one line that opens them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from carechoice.comparison.doubt import Doubt, in_short
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui.insurance_card import card_button
from carechoice.ui.pages import link
from carechoice.ui.text import text


def fold_for_phones(scenario: Scenario, doubted: Sequence[Doubt], page: str) -> None:
    """A line that opens the inputs where they stand above the page instead of beside it.

    The server does not know how wide a window is, so the style sheet (house.css) shows the fold
    there only, and the inputs below it while it is open. Each page has its own, which is closed
    when the person arrives.
    """
    with st.expander(
        in_short(scenario, doubted),
        key=f"inputs_fold_{page}",
    ):
        text(say("inputs.in_short.lead"))
        # The line names the plan, so whoever wants to change that comes here for it.
        card_button(key="card_open_in_fold")
        link("bill", say("papers.title"))
