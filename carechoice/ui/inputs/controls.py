"""The inputs and the settings, drawn from catalog rows: widgets -> Scenario.

Every widget's key is its field's name, which is also its URL parameter. The session holds a value
under each key from the first run on, drawn or folded away.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from carechoice.comparison.doubts.doubt import Doubt, inputs_line
from carechoice.inputs.places import rows_in
from carechoice.inputs.scenario import TOGETHER, Scenario
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.components.dock import bring_plan
from carechoice.ui.inputs.insurance_card import card_button
from carechoice.ui.inputs.main_inputs import is_main, main_inputs
from carechoice.ui.inputs.more_inputs import more_inputs
from carechoice.ui.inputs.one_input import one_input
from carechoice.ui.pages import link
from carechoice.ui.session import fresh_start
from carechoice.ui.text import text


def inputs(scenario: Scenario, doubts: Sequence[Doubt], *, page: str, today: date) -> list[str]:
    """Draw all inputs and the settings; return a line for each closed fold with inputs in doubt."""
    text(say("inputs.skip"))
    main_inputs(scenario, doubts)
    _fold_for_phones(scenario, [doubt for doubt in doubts if not is_main(doubt.field)], page)
    with st.container(key="inputs"):
        folded = more_inputs(scenario, doubts)
        settings(scenario, today)
    return folded


def _fold_for_phones(scenario: Scenario, doubted: Sequence[Doubt], page: str) -> None:
    """A line that opens the inputs where they stand above the page instead of beside it.

    The server does not know how wide a window is, so the style sheet (phone.css) shows the fold
    there only, and the inputs below it while it is open. Each page has its own, which is closed
    when the person arrives.
    """
    with st.expander(inputs_line(scenario, doubted), key=f"inputs_fold_{page}"):
        text(say("inputs.in_short.lead"))
        # The line names the plan, so whoever wants to change that comes here for it.
        bring_plan()
        card_button(key="card_open_in_fold")
        link("bill", say("papers.title"))


def settings(scenario: Scenario, today: date) -> None:
    """A fold that holds them; drawn only when it is open, as it is for staff from the start."""
    fold = st.expander(
        say("controls.settings"),
        expanded=scenario.view.mode == TOGETHER,
        key=state.SETTINGS,
        on_change="rerun",
    )
    if fold.open:
        with fold:
            st.toggle(
                say("controls.plain_sliders"),
                value=st.session_state[state.PLAIN_SLIDERS],
                key=state.PLAIN_SLIDERS,
                help=say("controls.plain_sliders.help"),
                persist_state="session",
            )
            for row in rows_in(scenario, "main", "mode"):
                one_input(row, scenario)
            fresh_start.buttons(scenario, today)
