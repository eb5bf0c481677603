"""The inputs that matter most: beside the page, or in the dock on a phone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from carechoice.catalog.in_use import catalog
from carechoice.comparison.doubts.doubt import Doubt
from carechoice.inputs.places import rows_in, sliders_in
from carechoice.inputs.scenario import Scenario
from carechoice.ui import state
from carechoice.ui.components.dock import DOCK, dock, docked
from carechoice.ui.inputs.centre_picks import centre_picks, heading
from carechoice.ui.inputs.insurance_card import card_button
from carechoice.ui.inputs.one_input import one_input
from carechoice.ui.session import undo

SECTIONS = ("therapy", "iop", "insurance")


def main_inputs(scenario: Scenario, doubts: Sequence[Doubt]) -> None:
    """Draw what was done last, then the inputs, each with what is doubtful about it."""
    centre_picks(scenario, doubts)
    is_plain = st.session_state[state.PLAIN_SLIDERS]
    groups = {section: sliders_in(scenario, section) for section in SECTIONS}
    with st.container(key="main_inputs" if is_plain else DOCK):
        undo.offer()
        if not is_plain:
            dock((rows for section in SECTIONS for rows in groups[section]), scenario, doubts)
        for section, rows_of_groups in groups.items():
            st.markdown(f"## {heading(scenario, section)}", anchors=False)
            for rows in rows_of_groups:
                with st.container(key=docked(rows[-1])):
                    for row in rows:
                        if row.key == "plan":
                            card_button()
                        one_input(row, scenario, doubts)


def is_main(field: str) -> bool:
    """Whether an input stands here, where it is said if something is doubtful about it."""
    return catalog().parameters[field].place == "main"


def main_numbers(scenario: Scenario, doubts: Sequence[Doubt]) -> None:
    """Draw the numbers that matter most, and no other input."""
    for section in SECTIONS:
        for row in rows_in(scenario, "main", section):
            if row.is_number:
                one_input(row, scenario, doubts)
